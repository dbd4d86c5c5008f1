package io.headgate.engine.dialect.koperator;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.dialect.TextMaps;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import org.jspecify.annotations.Nullable;

/** {@code KafkaTopic}: -1 leaves a number to the brokers. */
final class KoperatorTopics {

  private static final int BROKER_DEFAULT = -1;

  private KoperatorTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject topic = SpecObject.of(object, reading);
    MappingReader spec = topic.spec();
    if (spec == null) {
      object.declareIn(null, topic.name().toString(), reading);
      reading.add(topic.unreadTopic(reading));
      return;
    }
    Located<String> name = spec.required("name", spec.text("name", "name"));
    declare(topic, spec, name, reading);
    TextMaps.check(spec, "config", reading);
    reading.add(
        new Topic(
            name,
            orDefault(spec.required("partitions", spec.integer("partitions", "partitions"))),
            orDefault(
                spec.required(
                    "replicationFactor", spec.integer("replicationFactor", "replication"))),
            spec.config("config", "config", null),
            Located.unknown("description", topic.head()),
            topic.labels(reading)));
    spec.finish();
  }

  private static Located<Integer> orDefault(Located<Integer> number) {
    return number.is(BROKER_DEFAULT) ? Located.absent(number.attribute(), number.place()) : number;
  }

  /** Reads the reference to the cluster and notes it as the Kafka cluster of the object. */
  static void declare(
      SpecObject object, MappingReader spec, Located<String> kafkaName, Reading reading) {
    MappingReader reference = spec.mapping("clusterRef");
    String cluster = null;
    if (reference != null) {
      cluster = cluster(object.object(), reference);
      reference.finish();
    } else if (spec.node("clusterRef") == null) {
      spec.required("clusterRef", Located.absent("cluster", object.head()));
    }
    object.object().declareIn(cluster, kafkaName.toString(), reading);
    reading.cluster(cluster);
  }

  /** With its namespace, which is the object's own unless it says another. */
  private static @Nullable String cluster(KubernetesObject object, MappingReader reference) {
    Located<String> name = reference.required("name", reference.text("name", "cluster"));
    Located<String> namespace = reference.text("namespace", "namespace");
    if (!name.isKnown() || namespace.isUnknown()) {
      return null;
    }
    String space = namespace.isKnown() ? namespace.get() : object.knownMetadata("namespace");
    return space == null ? name.get() : space + "/" + name.get();
  }
}
