package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;

/** {@code KafkaTopic}: the keys of its configuration are Kafka's with underscores for dots. */
final class AivenTopics {

  private static final List<String> WHOLE =
      List.of(
          "delete_retention_ms",
          "file_delete_delay_ms",
          "flush_messages",
          "flush_ms",
          "index_interval_bytes",
          "local_retention_bytes",
          "local_retention_ms",
          "max_compaction_lag_ms",
          "max_message_bytes",
          "message_timestamp_difference_max_ms",
          "min_compaction_lag_ms",
          "min_insync_replicas",
          "retention_bytes",
          "retention_ms",
          "segment_bytes",
          "segment_index_bytes",
          "segment_jitter_ms",
          "segment_ms");

  private static final List<String> TEXTS =
      List.of(
          "cleanup_policy", "compression_type", "message_format_version", "message_timestamp_type");

  private static final List<String> BOOLEANS =
      List.of(
          "message_downconversion_enable",
          "preallocate",
          "remote_storage_enable",
          "unclean_leader_election_enable");

  private AivenTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject topic = SpecObject.of(object, reading);
    MappingReader spec = topic.spec();
    if (spec == null) {
      object.declareIn(null, topic.name().toString(), reading);
      reading.cluster(null);
      reading.add(topic.unreadTopic(reading));
      return;
    }
    Located<String> name = topic.nameOr(spec, "topicName");
    AivenService.read(topic, spec, name, reading);
    PropertyReader properties = new PropertyReader("config", null, reading);
    readConfig(spec, properties);
    bool(spec, "termination_protection");
    reading.add(
        new Topic(
            name,
            spec.required("partitions", spec.integer("partitions", "partitions")),
            spec.required("replication", spec.integer("replication", "replication")),
            properties.config(spec.keyPlace("config")),
            Located.unknown("description", topic.head()),
            labels(topic, spec, reading)));
    spec.finish();
  }

  private static void readConfig(MappingReader spec, PropertyReader properties) {
    MappingReader config = spec.mapping("config");
    if (config == null) {
      if (spec.source().get("config") instanceof Scalar template && template.isTemplated()) {
        properties.open(template);
      }
      return;
    }
    // Aiven's own, which Kafka does not have.
    bool(config, "diskless_enable");
    for (String key : WHOLE) {
      put(key, config.number(key, attribute(key)), config, properties);
    }
    for (String key : TEXTS) {
      put(key, config.text(key, attribute(key)), config, properties);
    }
    for (String key : BOOLEANS) {
      put(key, bool(config, key), config, properties);
    }
    String ratio = "min_cleanable_dirty_ratio";
    put(ratio, config.decimal(ratio, attribute(ratio)), config, properties);
    config.finish();
  }

  private static Located<String> bool(MappingReader spec, String key) {
    return spec.word(
        key,
        attribute(key),
        word -> word.equals("true") || word.equals("false") ? word : null,
        "true or false");
  }

  private static String attribute(String key) {
    return "config." + key.replace('_', '.');
  }

  private static void put(
      String key, Located<?> value, MappingReader config, PropertyReader properties) {
    Entry entry = config.source().entry(key);
    if (entry == null || value.isAbsent()) {
      return;
    }
    Scalar name = new Scalar(entry.key().place(), key.replace('_', '.'), Style.PLAIN);
    if (value.isKnown()) {
      properties.read(name, entry.value());
    } else {
      properties.refer(name, entry.value(), "");
    }
  }

  /** What Kubernetes and what Aiven calls labels. */
  private static Config labels(SpecObject topic, MappingReader spec, Reading reading) {
    PropertyReader labels = new PropertyReader("labels", null, reading);
    if (topic.object().mapping().get("metadata") instanceof Mapping metadata) {
      new MappingReader(metadata, topic.head(), "the metadata", reading).config("labels", labels);
    }
    for (Mapping tag : spec.mappings("tags")) {
      MappingReader reader = MappingReader.of(tag, "key", "an entry of 'tags'", reading);
      Scalar key = reader.scalar("key");
      reader.ignore("value");
      if (key == null && reader.node("key") == null) {
        reader.required("key", Located.absent("labels", reader.head()));
      } else if (key != null) {
        labels.read(key, reader.node("value"));
      }
      reader.finish();
    }
    return labels.config(spec.keyPlace("tags"));
  }
}
