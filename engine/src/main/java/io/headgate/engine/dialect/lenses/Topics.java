package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import io.headgate.spi.model.TopicSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code kafka/topics/} and {@code topic-settings/}. */
final class Topics {

  private Topics() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader topic = MappingReader.of(mapping, "a topic", reading);
    String nameKey = topic.nameKey("name", "topicName");
    Located<String> name = topic.name(nameKey);
    reading.add(
        new Topic(
            name,
            topic.integer("partitions", "partitions"),
            topic.integer("replication", "replication"),
            topic.config("configs", "config", null),
            topic.text("description", "description"),
            noLabels(name.place())));
    topic.finish();
  }

  /** There are none in this dialect, so that one is missing says nothing. */
  private static Config noLabels(Place place) {
    Located<String> any = Located.unknown("labels", place);
    return new Config("labels", place, List.of(new Property(any, any)));
  }

  static void readSettings(Mapping mapping, Reading reading) {
    MappingReader root = MappingReader.of(mapping, "config", "topic settings", reading);
    root.ignore("isApplicable");
    MappingReader config = root.mapping("config");
    if (root.node("config") == null) {
      reading.unreadable(root.head(), "config", "Topic settings need a mapping 'config'.");
    }
    MappingReader naming = root.mapping("naming");
    Place head = config == null ? root.head() : root.keyPlace("config");
    Bounds partitions = bounds(config, "partitions", head);
    Bounds replication = bounds(config, "replication", head);
    Located<Long> time = Located.absent("retention.time", head);
    Located<Long> size = Located.absent("retention.size", head);
    if (config != null) {
      MappingReader retention = config.mapping("retention");
      if (retention != null) {
        time = maximum(retention, "time");
        size = maximum(retention, "size");
        retention.finish();
      }
      config.finish();
    }
    Located<String> pattern = Located.absent("naming.pattern", head);
    if (naming != null) {
      naming.ignore("description");
      pattern = naming.text("pattern", "naming.pattern");
      naming.finish();
    }
    root.finish();
    reading.add(
        new TopicSettings(
            partitions.min,
            partitions.max,
            replication.min,
            replication.max,
            time,
            size,
            pattern,
            head));
  }

  private record Bounds(Located<Integer> min, Located<Integer> max) {}

  private static Bounds bounds(@Nullable MappingReader config, String key, Place head) {
    MappingReader bounds = config == null ? null : config.mapping(key);
    if (bounds == null) {
      return new Bounds(Located.absent(key + ".min", head), Located.absent(key + ".max", head));
    }
    Bounds read =
        new Bounds(bounds.integer("min", key + ".min"), bounds.integer("max", key + ".max"));
    bounds.finish();
    return read;
  }

  private static Located<Long> maximum(MappingReader retention, String key) {
    MappingReader limits = retention.mapping(key);
    if (limits == null) {
      return Located.absent("retention." + key, retention.head());
    }
    limits.ignore("default");
    Located<Long> maximum = limits.number("max", "retention." + key);
    limits.finish();
    return maximum;
  }
}
