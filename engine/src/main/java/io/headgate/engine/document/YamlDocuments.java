package io.headgate.engine.document;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML from the events of snakeyaml-engine, which gives both marks of each node and the place of an
 * alias; aliases and merge keys are resolved here.
 */
final class YamlDocuments {

  /**
   * By the size of the buffer: the parser copies what it holds each time it reads on, so a file
   * wants few reads. Making them costs a good part of parsing a small file, so they are made once.
   */
  private static final List<LoadSettings> SETTINGS =
      List.of(withBuffer(1 << 12), withBuffer(1 << 16), withBuffer(1 << 20));

  private static final String CORE_TAGS = "tag:yaml.org,2002:";

  private final SourceText source;
  private final String text;
  private final boolean templated;
  private final ParserImpl parser;
  private final YamlPlaces places;
  private final Reading reading = new Reading();
  private final Aliases aliases = new Aliases(reading);
  private final List<Document> documents = new ArrayList<>();
  private @Nullable Event last;

  private YamlDocuments(SourceText source) {
    this.source = source;
    this.text = Templates.neutralise(source.text());
    this.templated = source.text().contains("{{");
    LoadSettings settings = settings(text.length());
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    this.places = new YamlPlaces(source, text);
  }

  private static LoadSettings withBuffer(int size) {
    return LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setBufferSize(size).build();
  }

  private static LoadSettings settings(int length) {
    int size = 0;
    while (size < SETTINGS.size() - 1 && SETTINGS.get(size).getBufferSize() < length) {
      size++;
    }
    return SETTINGS.get(size);
  }

  static Documents read(SourceText source) {
    Problem forbidden = Characters.forbidden(source);
    return forbidden == null
        ? new YamlDocuments(source).read()
        : new Documents(List.of(), List.of(forbidden));
  }

  private Documents read() {
    try {
      while (!(next() instanceof StreamEndEvent)) {
        if (last instanceof DocumentStartEvent start) {
          aliases.startDocument();
          documents.add(new Document(source, root(start)));
        }
      }
    } catch (Unreadable e) {
      reading.end(e.problem());
    } catch (MarkedYamlEngineException e) {
      reading.end(YamlProblems.of(e, source));
    } catch (YamlEngineException e) {
      reading.end(new Problem(Place.startOf(source.file()), "This is no YAML."));
    }
    return new Documents(documents, reading.problems());
  }

  private Event next() throws Unreadable {
    try {
      last = parser.next();
      return last;
    } catch (YamlEngineException e) {
      throw e;
    } catch (RuntimeException e) {
      // Such as a NumberFormatException for "\UFFFFFFFF": the parser's fault, and the file's.
      throw new Unreadable(
          last == null ? Place.startOf(source.file()) : places.behind(last),
          "This is no YAML: what follows here cannot be read.");
    }
  }

  private Node root(DocumentStartEvent start) throws Unreadable {
    Event first = next();
    Node root = node(first, 1);
    return start.isExplicit() && isMissing(first) ? empty(places.behind(start)) : root;
  }

  private Node node(Event event, int depth) throws Unreadable {
    if (event instanceof AliasEvent alias) {
      return aliases.at(alias.getAlias(), places.of(alias), depth);
    }
    NodeEvent start = (NodeEvent) event;
    @Nullable Anchor anchor = start.getAnchor().orElse(null);
    if (anchor != null) {
      aliases.open(anchor);
    }
    Node node = built(start, depth);
    reading.node(node.place());
    if (anchor != null) {
      aliases.close(anchor, node);
    }
    return node;
  }

  private Node built(NodeEvent event, int depth) throws Unreadable {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    Reading.depth(depth, places.of(event));
    return event instanceof SequenceStartEvent sequence
        ? sequence(sequence, depth)
        : mapping((MappingStartEvent) event, depth);
  }

  private Node sequence(SequenceStartEvent start, int depth) throws Unreadable {
    List<Node> items = new ArrayList<>();
    Event next = next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, depth + 1));
      next = next();
    }
    @Nullable Place end = items.isEmpty() ? null : items.get(items.size() - 1).place();
    return new Sequence(places.collection(start, next, end), items);
  }

  private Node mapping(MappingStartEvent start, int depth) throws Unreadable {
    MappingBuilder builder = new MappingBuilder(reading);
    List<Node> merged = new ArrayList<>();
    @Nullable Place end = null;
    Event next = next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      Node key = node(next, depth + 1);
      Event written = next();
      Node value = node(written, depth + 1);
      next = next();
      if (isMissing(written)) {
        value = missing(places.missing(value.place(), key.place()), next);
      }
      if (!(key instanceof Scalar name)) {
        reading.problem(key.place(), "A key must be a scalar, not a list or a mapping.");
      } else if (name.text().equals("<<") && name.style() == Style.PLAIN) {
        merged.add(value);
      } else if (isAlternative(name, builder)) {
        builder.makeUnknown(name.text());
      } else {
        builder.add(name, value);
      }
      end = value.place();
    }
    for (Node from : merged) {
      merge(builder, from);
    }
    return new Mapping(places.collection(start, next, end), builder.entries());
  }

  /** Whether a key was given before, and a template decides between the two. */
  private boolean isAlternative(Scalar key, MappingBuilder builder) {
    if (!templated) {
      return false;
    }
    Node.@Nullable Entry other = builder.entry(key.text());
    return other != null
        && Templates.isBlankedWithin(
            source, text, places.start(other.key().place()), places.start(key.place()));
  }

  private void merge(MappingBuilder builder, Node from) throws Unreadable {
    if (from instanceof Mapping mapping) {
      mapping.entries().forEach(builder::merge);
    } else if (from instanceof Sequence sequence
        && sequence.items().stream().allMatch(Mapping.class::isInstance)) {
      sequence.items().forEach(item -> ((Mapping) item).entries().forEach(builder::merge));
    } else {
      reading.problem(from.place(), "A merge key '<<' takes a mapping or a list of mappings.");
    }
  }

  private Scalar scalar(ScalarEvent event) {
    Place place = places.scalar(event);
    String value = event.getValue();
    if (!templated) {
      return new Scalar(place, value, style(event));
    }
    return new Scalar(
        place,
        Templates.restored(value, place, source, text),
        isIncomplete(event, place) ? Style.TAGGED : style(event));
  }

  /** Whether a template puts lines into a scalar, or behind a block, where they prolong it. */
  private boolean isIncomplete(ScalarEvent event, Place place) {
    int end = source.offset(place.endLine(), place.endColumn());
    boolean block =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    return Templates.isBlankedWithin(source, text, places.start(event), end)
        || (block
            && Templates.insertion(source, text, end, places.contentFrom(end, text.length()))
                != null);
  }

  private static Style style(ScalarEvent event) {
    if (event.getTag().isPresent()) {
      String tag = event.getTag().get();
      if (!tag.startsWith(CORE_TAGS) && !tag.equals("!")) {
        return Style.TAGGED;
      }
    }
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      default -> Style.PLAIN;
    };
  }

  /** Whether nothing at all is written for a node, not even quotes, an anchor or a tag. */
  private static boolean isMissing(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().isEmpty()
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && scalar.getAnchor().isEmpty()
        && scalar.getTag().isEmpty();
  }

  /** Nothing, or what a template will put where nothing is written. */
  private Scalar missing(Place place, Event next) {
    int from = source.offset(place.startLine(), place.startColumn());
    @Nullable Place inserted = Templates.insertion(source, text, from, places.start(next));
    return inserted == null ? empty(place) : new Scalar(inserted, source.at(inserted), Style.PLAIN);
  }

  private static Scalar empty(Place place) {
    return new Scalar(place, "", Style.PLAIN);
  }
}
