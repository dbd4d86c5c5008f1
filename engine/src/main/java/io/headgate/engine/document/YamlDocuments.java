package io.headgate.engine.document;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML from the events of snakeyaml-engine, which gives both marks of each node and the place of an
 * alias; aliases and merge keys are resolved here.
 */
final class YamlDocuments {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(true).build();
  private static final String CORE_TAGS = "tag:yaml.org,2002:";

  private final SourceText source;
  private final ParserImpl parser;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private int aliasedNodes;

  private YamlDocuments(SourceText source) {
    this.source = source;
    this.parser =
        new ParserImpl(SETTINGS, new StreamReader(SETTINGS, Templates.neutralise(source.text())));
  }

  static Documents read(SourceText source) {
    List<Document> documents = new ArrayList<>();
    List<Problem> problems;
    YamlDocuments reader = null;
    try {
      reader = new YamlDocuments(source);
      reader.readAll(documents);
      problems = reader.problems;
    } catch (Unreadable e) {
      problems = with(reader, e.problem());
    } catch (MarkedYamlEngineException e) {
      problems =
          with(reader, new Problem(placeOf(source, e), "This is no YAML: " + reason(e) + "."));
    } catch (ReaderException e) {
      int at = Math.min(e.getPosition(), source.text().length());
      problems =
          with(
              reader,
              new Problem(
                  source.place(at, at),
                  "The character U+"
                      + Integer.toHexString(e.getCodePoint()).toUpperCase(java.util.Locale.ROOT)
                      + " may not stand in YAML; remove it."));
    } catch (YamlEngineException e) {
      problems = with(reader, new Problem(Place.startOf(source.file()), "This is no YAML."));
    }
    return new Documents(documents, problems);
  }

  private static List<Problem> with(@Nullable YamlDocuments reader, Problem last) {
    List<Problem> all = new ArrayList<>(reader == null ? List.of() : reader.problems);
    all.add(last);
    return all;
  }

  private static Place placeOf(SourceText source, MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
    if (mark.isEmpty()) {
      return Place.startOf(source.file());
    }
    int line = Math.min(mark.get().getLine() + 1, source.lineCount());
    int offset = source.offset(line, mark.get().getColumn() + 1);
    return source.place(offset, offset);
  }

  private static String reason(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "it ends too early" : e.getProblem().strip();
    return e.getContext() == null ? problem : e.getContext().strip() + " " + problem;
  }

  private void readAll(List<Document> documents) throws Unreadable {
    while (parser.hasNext()) {
      Event event = parser.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          anchors.clear();
          aliasedNodes = 0;
          documents.add(new Document(source, node(parser.next(), 1)));
        }
        default -> {
          // stream start and end, document end: nothing to keep
        }
      }
    }
  }

  private Node node(Event event, int depth) throws Unreadable {
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    Node node = built(event, depth);
    if (event instanceof NodeEvent start && start.getAnchor().isPresent()) {
      anchors.put(start.getAnchor().get(), node);
    }
    return node;
  }

  private Node built(Event event, int depth) throws Unreadable {
    if (depth > Limits.DEPTH) {
      throw new Unreadable(
          place(event),
          "The file nests deeper than " + Limits.DEPTH + " levels; headgate reads no further.");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (event instanceof SequenceStartEvent sequence) {
      List<Node> items = new ArrayList<>();
      Event next = parser.next();
      while (next.getEventId() != Event.ID.SequenceEnd) {
        items.add(node(next, depth + 1));
        next = parser.next();
      }
      Node last = items.isEmpty() ? null : items.get(items.size() - 1);
      return new Sequence(collection(event, next, sequence.isFlow(), last), items);
    }
    return mapping((MappingStartEvent) event, depth);
  }

  private Node mapping(MappingStartEvent start, int depth) throws Unreadable {
    MappingBuilder builder = new MappingBuilder(problems);
    List<Node> merged = new ArrayList<>();
    Node last = null;
    Event next = parser.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      Node key = node(next, depth + 1);
      last = node(parser.next(), depth + 1);
      if (!(key instanceof Scalar name)) {
        problems.add(new Problem(key.place(), "A key must be a scalar, not a list or a mapping."));
      } else if (name.text().equals("<<") && name.style() == Style.PLAIN) {
        merged.add(last);
      } else {
        builder.add(name, last);
      }
      next = parser.next();
    }
    for (Node source : merged) {
      merge(builder, source);
    }
    return new Mapping(collection(start, next, start.isFlow(), last), builder.entries());
  }

  private void merge(MappingBuilder builder, Node from) {
    if (from instanceof Mapping mapping) {
      mapping.entries().forEach(builder::merge);
    } else if (from instanceof Sequence sequence
        && sequence.items().stream().allMatch(Mapping.class::isInstance)) {
      sequence.items().forEach(item -> merge(builder, item));
    } else {
      problems.add(
          new Problem(from.place(), "A merge key '<<' takes a mapping or a list of mappings."));
    }
  }

  private Node aliased(AliasEvent alias) throws Unreadable {
    Node target = anchors.get(alias.getAlias());
    if (target == null) {
      throw new Unreadable(
          place(alias),
          "The alias '*"
              + alias.getAlias().getValue()
              + "' has no anchor ahead of it, or stands inside its own anchor.");
    }
    return moved(target, place(alias));
  }

  /** The same tree as if it stood at the alias, each node knowing where it is written. */
  private Node moved(Node node, Place alias) throws Unreadable {
    if (++aliasedNodes > Limits.ALIASED_NODES) {
      throw new Unreadable(
          alias,
          "The aliases of this document add more than "
              + Limits.ALIASED_NODES
              + " nodes; headgate reads no further.");
    }
    Place written = node.place().origin() == null ? node.place() : node.place().origin();
    Place place =
        new Place(
            alias.file(),
            alias.startLine(),
            alias.startColumn(),
            alias.endLine(),
            alias.endColumn(),
            written);
    if (node instanceof Scalar scalar) {
      return new Scalar(place, scalar.text(), scalar.style());
    }
    if (node instanceof Sequence sequence) {
      List<Node> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        items.add(moved(item, alias));
      }
      return new Sequence(place, items);
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : ((Mapping) node).entries()) {
      entries.add(new Node.Entry((Scalar) moved(entry.key(), alias), moved(entry.value(), alias)));
    }
    return new Mapping(place, entries);
  }

  private Scalar scalar(ScalarEvent event) {
    ScalarStyle written = event.getScalarStyle();
    Style style =
        event.getTag().filter(tag -> !tag.startsWith(CORE_TAGS) && !tag.equals("!")).isPresent()
            ? Style.TAGGED
            : switch (written) {
              case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
              case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
              case LITERAL -> Style.LITERAL;
              case FOLDED -> Style.FOLDED;
              default -> Style.PLAIN;
            };
    boolean block = written == ScalarStyle.LITERAL || written == ScalarStyle.FOLDED;
    return new Scalar(block ? trimmed(place(event)) : place(event), event.getValue(), style);
  }

  /** A block's end mark stands at the next token: the place ends with its last line instead. */
  private Place trimmed(Place place) {
    int start = source.offset(place.startLine(), place.startColumn());
    int end = source.offset(place.endLine(), place.endColumn());
    String text = source.text();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return source.place(start, end);
  }

  private Place collection(Event start, Event end, boolean flow, @Nullable Node last) {
    Mark from = mark(start.getStartMark());
    if (flow || last == null) {
      return place(from, mark(end.getEndMark()));
    }
    Place tail = last.place();
    return new Place(
        source.file(), from.getLine() + 1, from.getColumn() + 1, tail.endLine(), tail.endColumn());
  }

  private Place place(Event event) {
    return place(mark(event.getStartMark()), mark(event.getEndMark()));
  }

  private Place place(Mark from, Mark to) {
    return new Place(
        source.file(),
        from.getLine() + 1,
        from.getColumn() + 1,
        to.getLine() + 1,
        to.getColumn() + 1);
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("The parser was asked for marks."));
  }
}
