package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sources of a query, and which of them a name means. */
final class Scope {

  static final String KEY = "_key";
  static final String VALUE = "_value";
  static final String META = "_meta";
  static final String HEADERS = "_headers";

  /**
   * A source.
   *
   * @param name its own name; null for a query
   * @param alias what the query calls it; null if nothing
   * @param topic the topic; null if it is made of others
   * @param shape what its records are made of
   * @param part whether it is a part of the records of another
   */
  private record Source(
      @Nullable Name name,
      @Nullable Name alias,
      @Nullable String topic,
      Shape shape,
      boolean part) {

    /** How many parts at the start of a name mean this source; 0 if it is another. */
    int qualifies(List<String> segments) {
      if (alias != null) {
        return begins(segments, alias.segments()) ? alias.segments().size() : 0;
      }
      if (name == null) {
        return 0;
      }
      if (begins(segments, name.segments())) {
        return name.segments().size();
      }
      boolean last = name.segments().size() > 1 && name.last().equalsIgnoreCase(segments.get(0));
      return last && segments.size() > 1 ? 1 : 0;
    }

    private static boolean begins(List<String> segments, List<String> with) {
      if (segments.size() < with.size() || with.isEmpty()) {
        return false;
      }
      for (int i = 0; i < with.size(); i++) {
        if (!segments.get(i).equalsIgnoreCase(with.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private final Catalog catalog;
  private final List<Source> sources = new ArrayList<>();

  Scope(Catalog catalog) {
    this.catalog = catalog;
  }

  void add(
      @Nullable Name name,
      @Nullable Name alias,
      @Nullable String topic,
      Shape shape,
      boolean part) {
    sources.add(new Source(name, alias, topic, shape, part));
  }

  /** Whether there is one source and no part of another. */
  boolean isOne() {
    return sources.size() == 1;
  }

  static boolean isFacet(String word) {
    return word.equals(KEY) || word.equals(VALUE) || word.equals(META) || word.equals(HEADERS);
  }

  /** The key that records keep when a query does not say another; Flink knows none. */
  Shape key(Catalog of) {
    if (of.language() == Language.FLINK || sources.isEmpty()) {
      return Shape.NOTHING;
    }
    return sources.get(0).shape().side(Side.KEY);
  }

  /** The name without the source it names. */
  List<String> unqualified(Name name) {
    List<String> segments = name.segments();
    for (Source source : sources) {
      int length = qualifier(source, segments);
      if (length > 0) {
        return segments.subList(length, segments.size());
      }
    }
    return segments;
  }

  private int qualifier(Source source, List<String> segments) {
    int length = segments.isEmpty() ? 0 : source.qualifies(segments);
    boolean whole = length == segments.size();
    // A name alone is rather a column, unless only the source can be meant.
    return whole && !source.part() && isColumn(segments.get(0)) ? 0 : length;
  }

  private boolean isColumn(String name) {
    for (Source source : sources) {
      if (source.topic() != null
          && catalog.fields().has(source.topic(), Side.VALUE, name) == Fields.Answer.YES) {
        return true;
      }
    }
    return false;
  }

  /** What a column is made of, at the root of a value. */
  Shape column(Name name) {
    if (!name.known() || name.segments().isEmpty()) {
      return Shape.NOTHING;
    }
    for (Source source : sources) {
      int length = qualifier(source, name.segments());
      if (length > 0) {
        return of(source, name.segments().subList(length, name.segments().size()));
      }
    }
    if (isFacet(name.first())) {
      return sources.isEmpty() ? Shape.NOTHING : of(sources.get(0), name.segments());
    }
    Shape found = Shape.NOTHING;
    for (Source source : candidates(name.first())) {
      found = found.and(of(source, name.segments()));
    }
    return found;
  }

  /** The sources that have such a column; where nobody knows, all that may have it. */
  private List<Source> candidates(String column) {
    List<Source> sure = new ArrayList<>();
    List<Source> perhaps = new ArrayList<>();
    for (Source source : sources) {
      Fields.Answer answer = has(source, column);
      if (answer == Fields.Answer.YES) {
        sure.add(source);
      } else if (answer == Fields.Answer.UNKNOWN) {
        perhaps.add(source);
      }
    }
    return !sure.isEmpty() ? sure : !perhaps.isEmpty() ? perhaps : sources;
  }

  private Fields.Answer has(Source source, String column) {
    if (source.topic() == null) {
      boolean none = catalog.column(null, source.shape(), List.of(column)).isEmpty();
      return none ? Fields.Answer.NO : source.part() ? Fields.Answer.UNKNOWN : Fields.Answer.YES;
    }
    String topic = source.topic();
    Fields fields = catalog.fields();
    Fields.Answer value = fields.has(topic, Side.VALUE, catalog.spelt(topic, Side.VALUE, column));
    Fields.Answer key = fields.has(topic, Side.KEY, catalog.spelt(topic, Side.KEY, column));
    return value == Fields.Answer.YES || key == Fields.Answer.YES ? Fields.Answer.YES : value;
  }

  private Shape of(Source source, List<String> segments) {
    if (segments.isEmpty()) {
      return source.shape().side(Side.VALUE);
    }
    String rest = String.join(".", segments.subList(1, segments.size()));
    return switch (segments.get(0)) {
      case KEY -> source.shape().at(Side.KEY, rest).below(Side.VALUE, "");
      case VALUE -> source.shape().at(Side.VALUE, rest);
      case META -> Shape.NOTHING;
      default -> catalog.column(source.topic(), source.shape(), segments);
    };
  }

  /** What the star stands for, for each source it means. */
  List<Shape> star(Name star) {
    List<Shape> shapes = new ArrayList<>();
    if (star.segments().isEmpty()) {
      for (Source source : sources) {
        if (!source.part()) {
          shapes.add(source.shape().side(Side.VALUE));
        }
      }
      return shapes;
    }
    shapes.add(column(star));
    return shapes;
  }
}
