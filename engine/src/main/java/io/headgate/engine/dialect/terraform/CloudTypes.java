package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** The providers of Amazon and Google (their {@code website/docs/r}). */
final class CloudTypes {

  private CloudTypes() {}

  static Set<String> arguments(String type) {
    return switch (type) {
      case "aws_msk_topic" ->
          Set.of(
              "name", "cluster_arn", "partition_count", "replication_factor", "configs", "region");
      case "google_managed_kafka_topic" ->
          Set.of(
              "topic_id",
              "cluster",
              "location",
              "partition_count",
              "replication_factor",
              "configs",
              "project",
              "deletion_policy");
      case "google_managed_kafka_acl" ->
          Set.of("acl_id", "acl_entries", "cluster", "location", "project", "deletion_policy");
      default -> Set.of();
    };
  }

  static void read(Instance instance, Reading reading) {
    switch (instance.type()) {
      case "aws_msk_topic" -> topic(instance, "name", reading);
      case "google_managed_kafka_topic" -> topic(instance, "topic_id", reading);
      default -> acls(instance, reading);
    }
  }

  private static void topic(Instance instance, String nameKey, Reading reading) {
    MappingReader topic = Words.reader(instance, nameKey, reading);
    reading.add(
        new Topic(
            topic.required(nameKey, topic.text(nameKey, "name")),
            topic.integer("partition_count", "partitions"),
            topic.integer("replication_factor", "replication"),
            config(instance, topic, reading),
            Located.unknown("description", topic.head()),
            Words.nowhere("labels", topic.head())));
  }

  /** Google has a map, and Amazon the same as JSON in a text. */
  private static Config config(Instance instance, MappingReader topic, Reading reading) {
    Node configs = topic.node("configs");
    if (configs instanceof Mapping && instance.type().equals("aws_msk_topic")) {
      reading.unreadable(
          configs.place(),
          "config",
          "'configs' of aws_msk_topic must be JSON; write jsonencode(...).");
    }
    if (!(configs instanceof Scalar text) || text.isTemplated()) {
      return topic.config("configs", "config", null);
    }
    PropertyReader config = new PropertyReader("config", null, reading);
    Node tree = instance.origins().json(text);
    if (tree instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> config.read(entry.key(), entry.value()));
    } else {
      reading.unreadable(
          text.place(), "config", "'configs' of " + instance.type() + " must be a JSON object.");
      config.open(PlanValues.unknown(text.place()));
    }
    return config.config(topic.keyPlace("configs"));
  }

  /** What a pattern of resources is. */
  private record Target(ResourceType type, String name, PatternType pattern) {}

  private static void acls(Instance instance, Reading reading) {
    MappingReader acl = Words.reader(instance, "acl_id", reading);
    Located<String> id = acl.required("acl_id", acl.text("acl_id", "resourceName"));
    Target target = id.isKnown() ? target(id.get()) : null;
    if (id.isKnown() && target == null) {
      reading.unreadable(
          id.place(),
          "resourceName",
          "The 'acl_id' must be 'cluster', such as 'topic/name' or 'topicPrefixed/name', or such as"
              + " 'allTopics'.");
    }
    if (acl.isTemplated("acl_entries")) {
      reading.skip("google_managed_kafka_acl with unknown entries");
      return;
    }
    for (Mapping block : acl.mappings("acl_entries")) {
      MappingReader entry = MappingReader.of(block, "principal", "an entry of an ACL", reading);
      Located<AclPermissionType> permission =
          entry.word("permission_type", "permission", AclWords::permission, AclWords.permissions());
      reading.add(
          new Acl(
              entry.required("principal", entry.text("principal", "principal")),
              Located.known("*", "host", entry.head()),
              entry.required(
                  "operation",
                  entry.<AclOperation>word(
                      "operation", "operation", AclWords::operation, AclWords.operations())),
              permission.isAbsent()
                  ? Located.known(AclPermissionType.ALLOW, "permission", permission.place())
                  : permission,
              value(target == null ? null : target.type(), "resourceType", id),
              value(target == null ? null : target.name(), "resourceName", id),
              value(target == null ? null : target.pattern(), "pattern", id)));
    }
  }

  private static <T> Located<T> value(@Nullable T value, String attribute, Located<String> id) {
    return value == null
        ? Located.unknown(attribute, id.place())
        : Located.known(value, attribute, id.place());
  }

  private static @Nullable Target target(String id) {
    switch (id) {
      case "cluster" -> {
        return new Target(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL);
      }
      case "allTopics" -> {
        return new Target(ResourceType.TOPIC, "*", PatternType.LITERAL);
      }
      case "allConsumerGroups" -> {
        return new Target(ResourceType.GROUP, "*", PatternType.LITERAL);
      }
      case "allTransactionalIds" -> {
        return new Target(ResourceType.TRANSACTIONAL_ID, "*", PatternType.LITERAL);
      }
      default -> {
        int slash = id.indexOf('/');
        String word = slash < 0 ? "" : id.substring(0, slash);
        boolean prefixed = word.endsWith("Prefixed");
        ResourceType type =
            switch (prefixed ? word.substring(0, word.length() - "Prefixed".length()) : word) {
              case "topic" -> ResourceType.TOPIC;
              case "consumerGroup" -> ResourceType.GROUP;
              case "transactionalId" -> ResourceType.TRANSACTIONAL_ID;
              default -> null;
            };
        return type == null
            ? null
            : new Target(
                type,
                id.substring(slash + 1),
                prefixed ? PatternType.PREFIXED : PatternType.LITERAL);
      }
    }
  }
}
