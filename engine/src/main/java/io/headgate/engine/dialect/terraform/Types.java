package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import org.jspecify.annotations.Nullable;

/** The types of resources, by their providers. */
final class Types {

  private Types() {}

  /** Whether a type belongs to Kafka and is read. */
  static boolean isRead(String type) {
    return MongeyTypes.isRead(type);
  }

  /** Turns an instance of a type that is read into resources. */
  static void read(Instance instance, Reading reading) {
    MongeyTypes.read(instance, reading);
  }

  /**
   * What the cluster of a resource is called, or null if it cannot be told.
   *
   * @param values its arguments
   */
  static @Nullable String cluster(String type, Mapping values) {
    if (type.startsWith("confluent_")) {
      return values.get("kafka_cluster") instanceof Sequence blocks
              && blocks.items().size() == 1
              && blocks.items().get(0) instanceof Mapping block
          ? known(block, "id")
          : null;
    }
    if (type.startsWith("aiven_")) {
      return known(values, "service_name");
    }
    return type.startsWith("aws_")
        ? known(values, "cluster_arn")
        : type.startsWith("google_") ? known(values, "cluster") : null;
  }

  private static @Nullable String known(Mapping values, String key) {
    return values.get(key) instanceof Scalar scalar && !scalar.isTemplated() && !scalar.isNull()
        ? scalar.text()
        : null;
  }
}
