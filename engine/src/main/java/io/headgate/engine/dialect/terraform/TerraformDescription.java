package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Terraform says of itself; loaded only when somebody asks. */
final class TerraformDescription {

  private TerraformDescription() {}

  static Description get() {
    return new Description(
        "Terraform",
        "Plans as 'terraform show -json' writes them, by themselves or below 'plan', and '.tf'"
            + " files with their '.tfvars', directory by directory.",
        List.of(
            ReadKind.of(
                "kafka_topic",
                "topic",
                "name: name",
                "partitions: partitions",
                "replication_factor: replication",
                "config: config, by topic-level key"),
            ReadKind.of(
                "kafka_acl",
                "acl",
                "acl_principal: principal",
                "acl_host: host",
                "acl_operation: operation",
                "acl_permission_type: permission",
                "resource_type: resourceType",
                "resource_name: resourceName",
                "resource_pattern_type_filter: pattern"),
            ReadKind.of(
                "kafka_quota",
                "quota",
                "entity_type: which entities it binds",
                "entity_name: user or client; all others where it is not given",
                "config.producer_byte_rate: producerByteRate, bytes per second",
                "config.consumer_byte_rate: consumerByteRate, bytes per second",
                "config.request_percentage: requestPercentage, per cent of a thread",
                "config.controller_mutation_rate: controllerMutationRate, mutations per second"),
            ReadKind.of(
                "kafka_quota_composite",
                "quota",
                "entity.type: which entity it binds",
                "entity.name: user or client",
                "config: as of kafka_quota"),
            ReadKind.of(
                "kafka_user_scram_credential",
                "user, secret",
                "username: name",
                "scram_mechanism: authentication",
                "password: a secret, never shown"),
            ReadKind.of(
                "confluent_kafka_topic",
                "topic",
                "topic_name: name",
                "partitions_count: partitions; 6 where it is not given",
                "kafka_cluster.id: the Kafka cluster",
                "config: config, by topic-level key"),
            ReadKind.of(
                "confluent_kafka_acl",
                "acl",
                "principal: principal",
                "host: host",
                "operation: operation",
                "permission: permission",
                "resource_type: resourceType",
                "resource_name: resourceName",
                "pattern_type: pattern"),
            ReadKind.of(
                "confluent_role_binding",
                "acl",
                "principal: principal",
                "role_name: operation, of DeveloperRead, DeveloperWrite and ResourceOwner",
                "crn_pattern: resourceType, resourceName and pattern"),
            ReadKind.of(
                "confluent_schema",
                "schema",
                "subject_name: subject",
                "format: format",
                "schema: fields and problems"),
            ReadKind.of(
                "confluent_connector",
                "connector, consumer-group, secret",
                "config_nonsensitive: config",
                "config_sensitive: config, never shown"),
            ReadKind.of(
                "confluent_kafka_client_quota",
                "quota",
                "principals[]: user, a quota for each",
                "throughput.ingress_byte_rate: producerByteRate, bytes per second",
                "throughput.egress_byte_rate: consumerByteRate, bytes per second"),
            ReadKind.of("confluent_service_account", "service-account", "display_name: name"),
            ReadKind.of(
                "aiven_kafka_topic",
                "topic",
                "topic_name: name",
                "partitions: partitions",
                "replication: replication",
                "config: config; underscores for the dots of Kafka's keys",
                "tag: labels",
                "topic_description: description"),
            ReadKind.of(
                "aiven_kafka_acl",
                "acl",
                "username: principal",
                "permission: operation",
                "topic: resourceName and pattern"),
            ReadKind.of(
                "aiven_kafka_native_acl", "acl", "principal: principal, and as of kafka_acl"),
            ReadKind.of(
                "aiven_kafka_schema",
                "schema",
                "subject_name: subject",
                "schema_type: format",
                "compatibility_level: compatibility",
                "schema: fields and problems"),
            ReadKind.of(
                "aiven_kafka_connector",
                "connector, consumer-group, secret",
                "connector_name: name",
                "config: config"),
            ReadKind.of(
                "aiven_kafka_quota",
                "quota",
                "user: user; 'default' stands for all others",
                "client_id: client; 'default' stands for all others",
                "producer_byte_rate: producerByteRate, bytes per second",
                "consumer_byte_rate: consumerByteRate, bytes per second",
                "request_percentage: requestPercentage, per cent of a thread"),
            ReadKind.of(
                "aws_msk_topic",
                "topic",
                "name: name",
                "partition_count: partitions",
                "replication_factor: replication",
                "configs: config, JSON in a text"),
            ReadKind.of(
                "google_managed_kafka_topic",
                "topic",
                "topic_id: name",
                "partition_count: partitions",
                "replication_factor: replication",
                "configs: config, by topic-level key"),
            ReadKind.of(
                "google_managed_kafka_acl",
                "acl",
                "acl_id: resourceType, resourceName and pattern",
                "acl_entries.principal: principal",
                "acl_entries.operation: operation",
                "acl_entries.permission_type: permission; allow where it is not given")),
        List.of(
            "confluent_cluster_link",
            "confluent_flink_statement",
            "confluent_ksql_cluster",
            "confluent_subject_config",
            "confluent_tag_binding",
            "kafka_*, aiven_kafka*, aws_msk_*, google_managed_kafka_* and confluent_kafka_* besides"
                + " these"),
        List.of(
            "What only apply tells is unknown, and so is what a function gives that headgate does"
                + " not compute; [Terraform](../terraform.md) tells all of it.",
            "'before' of a plan is the state before the change, so that rules about changes need no"
                + " '--base'.",
            "How often a block counts may be unknown; then the rule 'unknown-instances' says so and"
                + " the block is judged once."));
  }
}
