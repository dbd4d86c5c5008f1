package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Topic;
import java.util.List;

/** {@code KafkaTopic}: the name is {@code spec.topicName} or, without it, {@code metadata.name}. */
final class StrimziTopics {

  private StrimziTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    Scalar metadataName = object.name();
    Place head = metadataName == null ? object.kind().place() : metadataName.place();
    Located<String> name =
        metadataName == null
            ? Located.unknown("name", head)
            : MappingReader.located(metadataName, "name");
    if (metadataName == null) {
      reading.unreadable(head, "name", "The KafkaTopic has no 'metadata.name'.");
    }
    MappingReader root = new MappingReader(object.mapping(), head, "a KafkaTopic", reading);
    root.ignore("apiVersion", "kind", "metadata", "status");
    MappingReader spec = root.mapping("spec");
    root.finish();
    if (spec == null) {
      reading.add(
          new Topic(
              name,
              Located.absent("partitions", head),
              Located.absent("replication", head),
              new Config("config", head, List.of())));
      return;
    }
    spec.headAt(head);
    Located<String> topicName = spec.text("topicName", "name");
    reading.add(
        new Topic(
            topicName.isAbsent() ? name : topicName,
            spec.integer("partitions", "partitions"),
            spec.integer("replicas", "replication"),
            spec.config("config", "config", null)));
    spec.finish();
  }
}
