package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Secret;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of resources, by their providers. */
final class Types {

  /** Those of Confluent's types about a landscape that are not called after Kafka. */
  private static final Set<String> CONFLUENT =
      Set.of(
          "confluent_cluster_link",
          "confluent_flink_statement",
          "confluent_ksql_cluster",
          "confluent_schema_registry_kek",
          "confluent_subject_config",
          "confluent_subject_mode",
          "confluent_tag_binding");

  private Types() {}

  /** Whether a type belongs to Kafka and is read. */
  static boolean isRead(String type) {
    return !arguments(type).isEmpty();
  }

  /** Whether a type belongs to Kafka, and nothing in it is judged. */
  static boolean isLeftAside(@Nullable String type) {
    return type != null
        && !isRead(type)
        && (type.startsWith("kafka_")
            || type.startsWith("aiven_kafka")
            || type.startsWith("aws_msk_")
            || type.startsWith("google_managed_kafka_")
            || type.startsWith("confluent_kafka_")
            || CONFLUENT.contains(type));
  }

  /** The arguments and nested blocks of a type; none if it is not read. */
  static Set<String> arguments(String type) {
    if (type.startsWith("kafka_")) {
      return MongeyTypes.arguments(type);
    }
    if (type.startsWith("confluent_")) {
      return ConfluentTypes.arguments(type);
    }
    return type.startsWith("aiven_")
        ? AivenTypes.arguments(type)
        : type.startsWith("aws_") || type.startsWith("google_")
            ? CloudTypes.arguments(type)
            : Set.of();
  }

  /** Turns an instance of a type that is read into resources. */
  static void read(Instance instance, Reading reading) {
    int first = reading.resources().size();
    String type = instance.type();
    if (type.startsWith("kafka_")) {
      MongeyTypes.read(instance, reading);
    } else if (type.startsWith("confluent_")) {
      ConfluentTypes.read(instance, reading);
    } else if (type.startsWith("aiven_")) {
      AivenTypes.read(instance, reading);
    } else {
      CloudTypes.read(instance, reading);
    }
    List<Resource> resources = reading.resources();
    for (Resource resource : resources.subList(first, resources.size())) {
      String name = resource.ref().toString();
      if (!(resource instanceof Secret) && !name.contains("(unknown)")) {
        // Two directories that declare the same are two environments.
        reading.object("terraform/" + name);
      }
    }
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
          ? called(block, "id")
          : null;
    }
    if (type.startsWith("aiven_")) {
      return called(values, "service_name");
    }
    return type.startsWith("aws_")
        ? called(values, "cluster_arn")
        : type.startsWith("google_") ? called(values, "cluster") : null;
  }

  /** A value that is known, or what it is called all over the files. */
  private static @Nullable String called(Mapping values, String key) {
    if (!(values.get(key) instanceof Scalar scalar) || scalar.isNull()) {
      return null;
    }
    String text = scalar.text();
    if (scalar.style() == Style.TAGGED) {
      return text.startsWith("${") && !text.startsWith(TreeOrigins.UNKNOWN)
          ? text.substring(2, text.length() - 1)
          : null;
    }
    return scalar.isTemplated() || text.isBlank() ? null : text;
  }
}
