package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.terraform.Words.AclKeys;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.ServiceAccount;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Set;

/** The provider {@code confluentinc/confluent} (its {@code docs/resources}). */
final class ConfluentTypes {

  /** What a topic gets whose {@code partitions_count} nobody wrote, by the provider. */
  private static final int PARTITIONS = 6;

  private static final AclKeys ACL =
      new AclKeys(
          "principal",
          "host",
          "operation",
          "permission",
          "resource_type",
          "resource_name",
          "pattern_type");

  private static final Set<String> SCHEMA =
      Set.of(
          "schema_registry_cluster",
          "rest_endpoint",
          "catalog_rest_endpoint",
          "credentials",
          "subject_name",
          "format",
          "schema",
          "hard_delete",
          "recreate_on_update",
          "skip_validation_during_plan",
          "schema_reference",
          "metadata",
          "ruleset");

  private ConfluentTypes() {}

  static Set<String> arguments(String type) {
    return switch (type) {
      case "confluent_kafka_topic" ->
          Set.of(
              "kafka_cluster",
              "topic_name",
              "partitions_count",
              "config",
              "rest_endpoint",
              "http_endpoint",
              "credentials");
      case "confluent_kafka_acl" ->
          Words.with(ACL.all(), "kafka_cluster", "rest_endpoint", "http_endpoint", "credentials");
      case "confluent_role_binding" ->
          Set.of("principal", "role_name", "crn_pattern", "disable_wait_for_ready");
      case "confluent_schema" -> SCHEMA;
      case "confluent_connector" ->
          Set.of(
              "environment",
              "kafka_cluster",
              "config_sensitive",
              "config_nonsensitive",
              "status",
              "offsets");
      case "confluent_kafka_client_quota" ->
          Set.of(
              "display_name",
              "description",
              "throughput",
              "principals",
              "kafka_cluster",
              "environment");
      case "confluent_service_account" ->
          Set.of("display_name", "description", "disable_wait_for_ready");
      default -> Set.of();
    };
  }

  static void read(Instance instance, Reading reading) {
    switch (instance.type()) {
      case "confluent_kafka_topic" -> topic(instance, reading);
      case "confluent_kafka_acl" -> Words.acl(instance, ACL, reading);
      case "confluent_role_binding" -> RoleBindings.read(instance, reading);
      case "confluent_schema" -> Schemas.read(instance, "subject_name", "format", null, reading);
      case "confluent_connector" -> Connectors.confluent(instance, reading);
      case "confluent_kafka_client_quota" -> quotas(instance, reading);
      default -> account(instance, reading);
    }
  }

  private static void topic(Instance instance, Reading reading) {
    MappingReader topic = Words.reader(instance, "topic_name", reading);
    Located<Integer> partitions = topic.integer("partitions_count", "partitions");
    reading.add(
        new Topic(
            topic.required("topic_name", topic.text("topic_name", "name")),
            partitions.isAbsent()
                ? Located.known(PARTITIONS, "partitions", partitions.place())
                : partitions,
            Located.unknown("replication", topic.head()),
            topic.config("config", "config", null),
            Located.unknown("description", topic.head()),
            Words.nowhere("labels", topic.head())));
  }

  /** Each principal gets the whole of what is allowed, not a share of it. */
  private static void quotas(Instance instance, Reading reading) {
    MappingReader quota = Words.reader(instance, "display_name", reading);
    List<Mapping> blocks = quota.mappings("throughput");
    for (Located<String> principal : quota.texts("principals", "user")) {
      Located<String> user =
          principal.isKnown()
              ? Located.known(principal.get(), "user", principal.place())
              : Located.unknown("user", principal.place());
      MappingReader rates =
          new MappingReader(
              blocks.isEmpty() ? new Mapping(user.place(), List.of()) : blocks.get(0),
              user.place(),
              "'throughput' of a quota",
              reading);
      boolean unknown = quota.isTemplated("throughput");
      reading.add(
          new Quota(
              user,
              Located.absent("client", user.place()),
              unknown
                  ? Located.unknown("producerByteRate", user.place())
                  : rates.decimal("ingress_byte_rate", "producerByteRate"),
              unknown
                  ? Located.unknown("consumerByteRate", user.place())
                  : rates.decimal("egress_byte_rate", "consumerByteRate"),
              Located.absent("requestPercentage", user.place()),
              Located.absent("controllerMutationRate", user.place())));
    }
  }

  /** An account has a number as its principal, which only apply tells. */
  private static void account(Instance instance, Reading reading) {
    MappingReader account = Words.reader(instance, "display_name", reading);
    reading.add(
        new ServiceAccount(
            account.name("display_name"), Located.unknown("owner", account.head()), List.of()));
  }
}
