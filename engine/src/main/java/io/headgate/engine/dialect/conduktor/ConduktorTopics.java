package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.spi.model.Topic;

/** {@code Topic}. */
final class ConduktorTopics {

  private ConduktorTopics() {}

  static void read(ConduktorObject topic, Reading reading) {
    topic.cluster(reading);
    topic.declare(reading, topic.written("cluster"));
    MappingReader metadata = topic.metadata();
    ConduktorObject.bool(metadata, "descriptionIsEditable");
    ConduktorObject.oneOf(metadata, "catalogVisibility", "catalogVisibility", "PUBLIC", "PRIVATE");
    MappingReader storage = metadata.mapping("sqlStorage");
    if (storage != null) {
      storage.number("retentionTimeInSecond", "retentionTimeInSecond");
      ConduktorObject.bool(storage, "enabled");
      storage.finish();
    }
    MappingReader spec = topic.spec();
    reading.add(
        new Topic(
            topic.name(),
            spec.required("partitions", spec.integer("partitions", "partitions")),
            spec.required("replicationFactor", spec.integer("replicationFactor", "replication")),
            spec.config("configs", "config", null),
            metadata.text("description", "description"),
            topic.labels()));
    topic.finish();
  }
}
