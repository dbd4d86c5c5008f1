package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.dialect.TextMaps;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaTopic}. A blueprint has its numbers and its configuration below {@code parameters},
 * and may put the topic on several clusters.
 */
final class CfkTopics {

  private CfkTopics() {}

  static void read(KubernetesObject object, boolean blueprint, Reading reading) {
    SpecObject topic = SpecObject.withoutSpec(object, reading);
    MappingReader spec = topic.spec();
    if (spec == null) {
      add(topic.unreadTopic(reading), topic, null, reading);
      return;
    }
    Located<String> name = topic.nameOr(spec, "name");
    String cluster = null;
    MappingReader numbers = spec;
    if (blueprint) {
      spec.ignore("kafkaClusterRef", "kafkaClusterRefs");
      numbers = spec.mapping("parameters");
    } else {
      cluster = CfkRefs.cluster(object, spec);
      CfkRefs.name(spec, "kafkaClusterRef", "cluster");
      CfkRefs.name(spec, "kafkaRestClassRef", "kafkaRestClassRef");
      CfkRefs.rest(spec, "kafkaRest");
    }
    if (numbers == null) {
      Topic unread = topic.unreadTopic(reading);
      add(
          new Topic(
              name,
              unread.partitions(),
              unread.replication(),
              unread.config(),
              unread.description(),
              unread.labels()),
          topic,
          cluster,
          reading);
    } else {
      numbers.headAt(topic.head());
      TextMaps.check(numbers, "configs", reading);
      add(
          new Topic(
              name,
              numbers.integer(blueprint ? "partitions" : "partitionCount", "partitions"),
              numbers.integer(blueprint ? "replicationFactor" : "replicas", "replication"),
              numbers.config("configs", "config", null),
              Located.unknown("description", topic.head()),
              topic.labels(reading)),
          topic,
          cluster,
          reading);
      if (blueprint) {
        numbers.finishMisspelt();
      }
    }
    CfkRefs.finish(spec, blueprint);
  }

  private static void add(
      Topic topic, SpecObject object, @Nullable String cluster, Reading reading) {
    object.object().declareIn(cluster, topic.name().toString(), reading);
    reading.cluster(cluster);
    reading.add(topic);
  }
}
