package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Paths;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names of tables in a script stand for, and which of them it joins. */
final class Catalog {

  /**
   * A table or stream.
   *
   * @param topic its topic; null if it is none
   * @param columns its columns, if they are declared
   * @param keys the columns that are in the key of the records, and what they are called there
   * @param keysInValue whether these columns are written to the value as well
   * @param query what it is made of when it is no topic of its own; null otherwise
   * @param origin the topic in whose partitions its records lie by their keys; null if in none
   */
  record Table(
      @Nullable String topic,
      List<String> columns,
      Map<String, String> keys,
      boolean keysInValue,
      @Nullable Shape query,
      @Nullable String origin) {

    static Table of(Shape query, @Nullable String origin) {
      return new Table(null, List.of(), Map.of(), false, query, origin);
    }

    static Table of(String topic) {
      return new Table(topic, List.of(), Map.of(), false, null, topic);
    }

    /** The table as what is written with some columns. */
    Table with(List<String> written) {
      return new Table(topic, written, keys, keysInValue, null, null);
    }
  }

  private final Language language;
  private final Fields fields;
  private final Map<String, Table> tables = new HashMap<>();
  private final List<SqlReader.Joined> joined = new ArrayList<>();

  Catalog(Language language, Fields fields) {
    this.language = language;
    this.fields = fields;
  }

  Language language() {
    return language;
  }

  Fields fields() {
    return fields;
  }

  /** The topics that are joined by the keys they have. */
  List<SqlReader.Joined> joined() {
    return joined;
  }

  void join(Located<String> left, Located<String> right) {
    joined.add(new SqlReader.Joined(left, right));
  }

  void put(String name, Table table) {
    tables.put(key(name), table);
  }

  private String key(String name) {
    return language == Language.FLINK ? name : name.toLowerCase(Locale.ROOT);
  }

  /** What a name stands for: a table that the script declares, or else a topic. */
  Table table(Name name) {
    Table known = tables.get(key(name.text()));
    if (known == null && name.segments().size() > 1 && language == Language.FLINK) {
      known = tables.get(key(name.last()));
    }
    return known != null
        ? known
        : name.known() ? Table.of(topic(name)) : Table.of(Shape.NOTHING, null);
  }

  /** The topic of a table that the script does not declare. */
  private String topic(Name name) {
    return switch (language) {
      case KSQL -> fields.speltTopic(name.text());
      case LENSES -> name.text();
      // catalog.database.topic
      case FLINK -> fields.isTopic(name.text()) ? name.text() : name.last();
    };
  }

  /** What the records of a table are made of, as its queries see it. */
  Shape shape(Table table, Place place) {
    if (table.query() != null) {
      return table.query();
    }
    if (table.topic() == null) {
      return Shape.NOTHING;
    }
    Shape shape = Shape.of(table.topic(), place);
    if (table.keys().isEmpty()) {
      return shape;
    }
    List<Mapping> columns = new ArrayList<>();
    for (Map.Entry<String, String> key : table.keys().entrySet()) {
      String path = spelt(table.topic(), Side.KEY, key.getValue());
      FieldRef field = new FieldRef(table.topic(), Side.KEY, path);
      columns.add(
          new Mapping(field, Side.VALUE, key.getKey(), true, Effect.COPY, "", place, Set.of()));
    }
    return shape.without(Side.VALUE, table.keys().keySet()).and(new Shape(columns));
  }

  /** A path as the topic's schema writes it, where the language does not mind the case. */
  String spelt(String topic, Side side, String path) {
    return language == Language.KSQL ? fields.spelt(topic, side, path) : path;
  }

  /** What is below a column; whatever the case, where the language does not mind. */
  Shape column(@Nullable String topic, Shape shape, List<String> segments) {
    String path = String.join(".", segments);
    if (topic != null) {
      String first = Paths.first(path);
      String declared = declared(shape, first);
      if (declared != null) {
        return shape.at(Side.VALUE, declared + path.substring(first.length()));
      }
      boolean inKey =
          fields.has(topic, Side.VALUE, spelt(topic, Side.VALUE, first)) == Fields.Answer.NO
              && fields.has(topic, Side.KEY, spelt(topic, Side.KEY, first)) == Fields.Answer.YES;
      if (inKey) {
        return shape.at(Side.KEY, spelt(topic, Side.KEY, path)).below(Side.VALUE, "");
      }
      return shape.at(Side.VALUE, spelt(topic, Side.VALUE, path));
    }
    Shape found = shape.at(Side.VALUE, path);
    String declared = found.isEmpty() ? declared(shape, path) : null;
    return declared == null ? found : shape.at(Side.VALUE, declared);
  }

  /** A column as the script declares it; null if it does not. */
  private @Nullable String declared(Shape shape, String column) {
    for (Mapping mapping : shape.mappings()) {
      boolean same =
          language == Language.KSQL
              ? mapping.path().equalsIgnoreCase(column)
              : mapping.path().equals(column);
      if (same && mapping.side() == Side.VALUE) {
        return mapping.path();
      }
    }
    return null;
  }
}
