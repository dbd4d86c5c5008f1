package io.headgate.engine.dialect.redpanda;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.dialect.TextMaps;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Topic;

/** {@code Topic}: what is null in its configuration somebody else decides. */
final class RedpandaTopics {

  private RedpandaTopics() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject topic = SpecObject.of(object, reading);
    MappingReader spec = topic.spec();
    if (spec == null) {
      object.declareIn(null, topic.name().toString(), reading);
      reading.add(topic.unreadTopic(reading));
      return;
    }
    Located<String> name = topic.nameOr(spec, "overwriteTopicName");
    ResourceRef holder = new ResourceRef(Kind.TOPIC, name.toString());
    RedpandaCluster.read(topic, spec, name, holder, reading);
    spec.config("kafkaApiSpec", "kafkaApiSpec", holder);
    spec.ignore("interval", "metricsNamespace");
    TextMaps.check(spec, "additionalConfig", reading);
    PropertyReader config = new PropertyReader("config", null, reading);
    readConfig(spec, config);
    reading.add(
        new Topic(
            name,
            spec.integer("partitions", "partitions"),
            spec.integer("replicationFactor", "replication"),
            config.config(spec.keyPlace("additionalConfig")),
            Located.unknown("description", topic.head()),
            topic.labels(reading)));
    spec.finish();
  }

  private static void readConfig(MappingReader spec, PropertyReader config) {
    if (!(spec.node("additionalConfig") instanceof Mapping map)) {
      spec.config("additionalConfig", config);
      return;
    }
    for (Entry entry : map.entries()) {
      if (entry.value() instanceof Scalar value && value.isNull()) {
        config.refer(entry.key(), value, "");
      } else {
        config.read(entry.key(), entry.value());
      }
    }
  }
}
