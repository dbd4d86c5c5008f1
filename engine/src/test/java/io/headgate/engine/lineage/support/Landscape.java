package io.headgate.engine.lineage.support;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.lineage.LineageReader;
import io.headgate.engine.sql.SqlTopics;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Script;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A landscape of topics with schemas, to which a test adds what it is about. */
public final class Landscape {

  private final List<Resource> resources = new ArrayList<>();

  /** An empty one. */
  public static Landscape of() {
    return new Landscape();
  }

  /** Adds the schema of a topic's values, with the records that its paths need. */
  public Landscape value(String topic, String... paths) {
    return schema(topic + "-value", paths);
  }

  /** Adds the schema of a topic's keys. */
  public Landscape key(String topic, String... paths) {
    return schema(topic + "-key", paths);
  }

  /** Adds a topic of which nothing but the name is known. */
  public Landscape topic(String name) {
    Place place = new Place(name + ".yaml", 1, 1, 1, 1);
    return add(
        new Topic(
            Located.known(name, "name", place),
            Located.absent("partitions", place),
            Located.absent("replication", place),
            new Config("config", place, List.of()),
            Located.absent("description", place),
            new Config("labels", place, List.of())));
  }

  /** Adds an app, with the topics that its statements name. */
  public Landscape app(String name, String sql) {
    SourceText source = new SourceText(name + ".sql", sql);
    SqlTopics topics = SqlTopics.read(sql, source);
    Place place = new Place(name + ".sql", 1, 1, 1, 1);
    Script script =
        new Script() {
          @Override
          public String text() {
            return sql;
          }

          @Override
          public Place place(int from, int to) {
            return source.place(from, to);
          }
        };
    return add(
        new App(
            Located.known(name, "name", place),
            Located.absent("cluster", place),
            Located.absent("consumerGroup", place),
            Located.absent("runners", place),
            topics.inputs(),
            topics.outputs(),
            script));
  }

  /**
   * Adds a connector.
   *
   * @param properties lines of {@code key=value}
   */
  public Landscape connector(String name, String properties) {
    Place place = new Place(name + ".properties", 1, 1, 1, 1);
    List<Property> all = new ArrayList<>();
    List<Located<String>> topics = new ArrayList<>();
    for (String line : properties.strip().split("\n", -1)) {
      int equals = line.indexOf('=');
      String key = line.substring(0, equals);
      String attribute = "config." + key;
      all.add(
          new Property(
              Located.known(key, attribute, place),
              Located.known(line.substring(equals + 1), attribute, place)));
      if (key.equals("topics")) {
        for (String topic : line.substring(equals + 1).split(",", -1)) {
          topics.add(Located.known(topic, "config.topics." + topic, place));
        }
      }
    }
    Config config = new Config("config", place, all);
    return add(
        new Connector(
            Located.known(name, "name", place),
            Located.absent("cluster", place),
            config.get("connector.class"),
            config,
            topics,
            config.get("topics.regex")));
  }

  /** Adds anything. */
  public Landscape add(Resource resource) {
    resources.add(resource);
    return this;
  }

  private Landscape schema(String subject, String... paths) {
    Place place = new Place(subject + ".avsc", 1, 1, 1, 1);
    Set<String> all = new LinkedHashSet<>();
    for (String path : paths) {
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        all.add(path.substring(0, dot));
      }
      all.add(path);
    }
    List<Field> fields = new ArrayList<>();
    for (String path : all) {
      String name = path.substring(path.lastIndexOf('.') + 1);
      fields.add(
          new Field(
              Located.known(name, "fields." + path, place),
              path,
              "string",
              "",
              List.of(),
              Map.of()));
    }
    resources.add(
        new Schema(
            Located.known(subject, "subject", place),
            Located.known(Schema.Format.AVRO, "format", place),
            Located.absent("compatibility", place),
            fields,
            List.of()));
    return this;
  }

  /** All of it. */
  public Bundle bundle() {
    return new Bundle(
        Environment.UNKNOWN, EnumSet.allOf(Kind.class), resources, null, new LineageReader());
  }
}
