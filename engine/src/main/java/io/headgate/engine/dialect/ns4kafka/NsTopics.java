package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Topic;

/** {@code Topic}. */
final class NsTopics {

  private NsTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject topic = SpecObject.of(object, reading);
    object.declareIn(object.knownMetadata("cluster"), topic.name().toString(), reading);
    reading.cluster(object.knownMetadata("cluster"));
    MappingReader spec = topic.spec();
    if (spec == null) {
      reading.add(topic.unreadTopic(reading));
      return;
    }
    spec.texts("tags", "tags");
    reading.add(
        new Topic(
            topic.name(),
            spec.integer("partitions", "partitions"),
            spec.integer("replicationFactor", "replication"),
            spec.config("configs", "config", null),
            spec.text("description", "description"),
            topic.labels(reading)));
    spec.finish();
  }
}
