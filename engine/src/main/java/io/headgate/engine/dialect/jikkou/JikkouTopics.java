package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;

/** {@code KafkaTopic}: -1 leaves a number to the brokers. */
final class JikkouTopics {

  private static final int BROKER_DEFAULT = -1;

  private JikkouTopics() {}

  static void read(JikkouObject topic, Reading reading) {
    MappingReader spec = topic.spec();
    PropertyReader configs = new PropertyReader("config", null, reading);
    spec.config("configs", configs);
    // Other files say what they hold, and any key may be among it.
    if (spec.node("configMapRefs") instanceof Sequence names) {
      for (Node name : names.items()) {
        if (name instanceof Scalar scalar) {
          configs.open(scalar);
        }
      }
    } else {
      spec.texts("configMapRefs", "configMapRefs");
    }
    reading.add(
        new Topic(
            topic.requiredName(reading),
            orDefault(spec.integer("partitions", "partitions")),
            orDefault(spec.integer("replicas", "replication")),
            configs.config(spec.keyPlace("configs")),
            Located.unknown("description", topic.head()),
            labels(topic, reading)));
    spec.finish();
  }

  private static Located<Integer> orDefault(Located<Integer> number) {
    return number.is(BROKER_DEFAULT) ? Located.absent(number.attribute(), number.place()) : number;
  }

  private static Config labels(JikkouObject topic, Reading reading) {
    return topic.metadata() == null
        ? new Config("labels", topic.head(), List.of())
        : new MappingReader(topic.metadata(), topic.head(), "the metadata", reading)
            .config("labels", "labels", null);
  }
}
