package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Metadata;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.List;

/**
 * {@code KafkaTopic}: the name is {@code spec.topicName} or, without it, {@code metadata.name}. Of
 * one that is not managed the operator applies nothing: that the topic exists is all it says.
 */
final class StrimziTopics {

  private StrimziTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    Scalar metadataName = Metadata.requiredName(object, reading);
    Place head = metadataName == null ? object.kind().place() : metadataName.place();
    Located<String> name =
        metadataName == null
            ? Located.unknown("name", head)
            : MappingReader.located(metadataName, "name");
    MappingReader root = new MappingReader(object.mapping(), head, "a KafkaTopic", reading);
    root.ignore("apiVersion", "kind", "metadata", "status");
    MappingReader spec = root.mapping("spec");
    root.finish();
    if (spec == null) {
      boolean known = root.node("spec") == null;
      add(
          new Topic(
              name,
              none("partitions", known, head),
              none("replication", known, head),
              none(known, head),
              Located.unknown("description", head),
              labels(object, head, reading)),
          object,
          reading);
      return;
    }
    spec.headAt(head);
    Located<String> topicName = spec.text("topicName", "name");
    add(
        new Topic(
            topicName.isAbsent() || topicName.is("") ? name : topicName,
            spec.integer("partitions", "partitions"),
            spec.integer("replicas", "replication"),
            spec.config("config", "config", null),
            Located.unknown("description", head),
            labels(object, head, reading)),
        object,
        reading);
    spec.finish();
  }

  private static void add(Topic topic, KubernetesObject object, Reading reading) {
    object.declare(StrimziDialect.CLUSTER, topic.name().toString(), reading);
    boolean managed = !"false".equals(object.annotation("strimzi.io/managed"));
    reading.add(
        managed
            ? topic
            : new Topic(
                topic.name(),
                unknown(topic.partitions()),
                unknown(topic.replication()),
                unknown(topic.config()),
                topic.description(),
                topic.labels()));
  }

  private static Config labels(KubernetesObject object, Place head, Reading reading) {
    return object.mapping().get("metadata") instanceof Mapping metadata
        ? new MappingReader(metadata, head, "the metadata", reading)
            .config("labels", "labels", null)
        : new Config("labels", head, List.of());
  }

  private static Located<Integer> none(String attribute, boolean known, Place head) {
    return known ? Located.absent(attribute, head) : Located.unknown(attribute, head);
  }

  private static Config none(boolean known, Place head) {
    Config nothing = new Config("config", head, List.of());
    return known ? nothing : unknown(nothing);
  }

  private static <T> Located<T> unknown(Located<T> value) {
    return Located.unknown(value.attribute(), value.place());
  }

  /** A configuration of which nothing can be said, not even that a key is missing. */
  private static Config unknown(Config config) {
    Located<String> any = Located.unknown(config.attribute(), config.place());
    return new Config(config.attribute(), config.place(), List.of(new Property(any, any)));
  }
}
