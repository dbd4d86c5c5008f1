package io.headgate.engine.lineage.support;

import io.headgate.engine.lineage.Lineages;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
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
        Environment.UNKNOWN, EnumSet.allOf(Kind.class), resources, null, Lineages::of);
  }
}
