package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.AivenGrants;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.terraform.Words.AclKeys;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Set;

/** The provider {@code aiven/aiven} (its {@code docs/resources}). */
final class AivenTypes {

  private static final AclKeys ACL =
      new AclKeys(
          "principal",
          "host",
          "operation",
          "permission_type",
          "resource_type",
          "resource_name",
          "pattern_type");

  private AivenTypes() {}

  static Set<String> arguments(String type) {
    return switch (type) {
      case "aiven_kafka_topic" ->
          Set.of(
              "project",
              "service_name",
              "topic_name",
              "partitions",
              "replication",
              "config",
              "tag",
              "topic_description",
              "owner_user_group_id",
              "termination_protection",
              // Deprecated, and gone from newer versions.
              "retention_bytes",
              "retention_hours",
              "minimum_in_sync_replicas",
              "cleanup_policy");
      case "aiven_kafka_acl" ->
          Set.of("project", "service_name", "topic", "username", "permission");
      case "aiven_kafka_native_acl" -> Words.with(ACL.all(), "project", "service_name");
      case "aiven_kafka_schema" ->
          Set.of(
              "project",
              "service_name",
              "subject_name",
              "schema",
              "schema_type",
              "compatibility_level");
      case "aiven_kafka_connector" -> Set.of("project", "service_name", "connector_name", "config");
      case "aiven_kafka_quota" ->
          Set.of(
              "project",
              "service_name",
              "user",
              "client_id",
              "consumer_byte_rate",
              "producer_byte_rate",
              "request_percentage");
      default -> Set.of();
    };
  }

  static void read(Instance instance, Reading reading) {
    switch (instance.type()) {
      case "aiven_kafka_topic" -> topic(instance, reading);
      case "aiven_kafka_acl" -> acl(instance, reading);
      case "aiven_kafka_native_acl" -> Words.acl(instance, ACL, reading);
      case "aiven_kafka_schema" ->
          Schemas.read(instance, "subject_name", "schema_type", "compatibility_level", reading);
      case "aiven_kafka_connector" -> Connectors.aiven(instance, reading);
      default -> quota(instance, reading);
    }
  }

  private static void topic(Instance instance, Reading reading) {
    MappingReader topic = Words.reader(instance, "topic_name", reading);
    PropertyReader config = new PropertyReader("config", null, reading);
    if (topic.isTemplated("config")) {
      config.open((Scalar) java.util.Objects.requireNonNull(topic.node("config")));
    }
    for (Mapping block :
        topic.isTemplated("config") ? List.<Mapping>of() : topic.mappings("config")) {
      for (Entry entry : Connectors.renamed(block, AivenTypes::key).entries()) {
        boolean written = !(entry.value() instanceof Scalar scalar && scalar.isNull());
        if (written) {
          config.read(entry.key(), entry.value());
        }
      }
    }
    PropertyReader labels = new PropertyReader("labels", null, reading);
    for (Mapping tag : topic.isTemplated("tag") ? List.<Mapping>of() : topic.mappings("tag")) {
      if (tag.get("key") instanceof Scalar key) {
        labels.read(key, tag.get("value"));
      }
    }
    Config tags = labels.config(topic.keyPlace("tag"));
    reading.add(
        new Topic(
            topic.required("topic_name", topic.text("topic_name", "name")),
            topic.integer("partitions", "partitions"),
            topic.integer("replication", "replication"),
            config.config(topic.keyPlace("config")),
            topic.text("topic_description", "description"),
            tags));
  }

  /** Aiven writes Kafka's keys with underscores. */
  private static String key(String key) {
    return key.replace('_', '.');
  }

  private static void acl(Instance instance, Reading reading) {
    MappingReader acl = Words.reader(instance, "topic", reading);
    Located<String> user = acl.required("username", acl.text("username", "principal"));
    Located<String> topic = acl.required("topic", acl.text("topic", "resourceName"));
    AivenGrants.of(user, acl.text("permission", "operation"), topic).forEach(reading::add);
  }

  private static void quota(Instance instance, Reading reading) {
    MappingReader quota = Words.reader(instance, "user", reading);
    reading.add(
        new Quota(
            entity(quota.text("user", "user")),
            entity(quota.text("client_id", "client")),
            quota.decimal("producer_byte_rate", "producerByteRate"),
            quota.decimal("consumer_byte_rate", "consumerByteRate"),
            quota.decimal("request_percentage", "requestPercentage"),
            Located.absent("controllerMutationRate", quota.head())));
  }

  /** The word {@code default} stands for all without a quota of their own. */
  private static Located<String> entity(Located<String> name) {
    return name.map(word -> word.equals("default") ? Quota.DEFAULT : word);
  }
}
