package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of ns4kafka says of itself; loaded only when somebody asks. */
final class NsDescription {

  private NsDescription() {}

  static Description get() {
    return new Description(
        "ns4kafka",
        "YAML and JSON documents with the apiVersion 'v1' and a kind that Kubernetes does not have;"
            + " of those that it has, the ones with keys that only ns4kafka knows.",
        List.of(
            ReadKind.of(
                "Topic",
                "topic",
                "metadata.name: name",
                "metadata.labels: labels",
                "spec.partitions: partitions",
                "spec.replicationFactor: replication",
                "spec.configs: config, by topic-level key",
                "spec.description: description",
                "spec.tags: checked"),
            ReadKind.of(
                "Schema",
                "schema",
                "metadata.name: subject",
                "spec.schemaType: format; Avro where it is not given",
                "spec.schema: fields and problems",
                "spec.schemaFile: known; the file is not read",
                "spec.compatibility: compatibility; GLOBAL leaves it to the registry"),
            ReadKind.of(
                "Connector",
                "connector, consumer-group, secret",
                "metadata.name: name",
                "spec.connectCluster: cluster",
                "spec.config: config, with the topics of a sink"),
            ReadKind.of(
                "ConnectCluster",
                "connection, secret",
                "metadata.name: name",
                "spec.url: configuration.url",
                "spec.username: configuration.username",
                "spec.password: a secret, never shown",
                "spec.aes256Key: a secret, never shown",
                "spec.aes256Salt: a secret, never shown"),
            ReadKind.of(
                "KafkaStream",
                "app, consumer-group, acl",
                "metadata.name: name, consumerGroup, and CREATE and DELETE on the topics with that"
                    + " prefix"),
            ReadKind.of(
                "AccessControlEntry",
                "acl",
                "spec.resourceType: resourceType; CONNECT is the group 'connect-<name>', and of"
                    + " CONNECT_CLUSTER, SCHEMA and TRANSACTIONAL_ID nothing comes",
                "spec.resource: resourceName",
                "spec.resourcePatternType: pattern",
                "spec.permission: operation; OWNER is WRITE, READ and DESCRIBE_CONFIGS on topics"
                    + " and READ on groups",
                "spec.grantedTo: principal, the Kafka user of that namespace; '*' is everybody"),
            ReadKind.of(
                "Namespace",
                "user",
                "spec.kafkaUser: name",
                "metadata.cluster: the Kafka cluster",
                "spec.transactionsEnabled: whether its groups are transactional ids, too",
                "spec.protectionEnabled: checked",
                "spec.connectClusters: checked"),
            ReadKind.of(
                "ResourceQuota",
                "quota",
                "spec.user/producer_byte_rate: producerByteRate, bytes per second",
                "spec.user/consumer_byte_rate: consumerByteRate, bytes per second",
                "spec.count/topics: checked",
                "spec.count/partitions: checked",
                "spec.count/connectors: checked",
                "spec.disk/topics: checked, bytes with B, KiB, MiB or GiB"),
            ReadKind.of(
                "RoleBinding",
                "nothing",
                "spec.role.resourceTypes: checked",
                "spec.role.verbs: checked",
                "spec.subject.subjectType: checked",
                "spec.subject.subjectName: checked")),
        List.of(),
        List.of(
            "The Kafka user of a namespace is known where the namespace stands in the same file;"
                + " elsewhere the principal is unknown, and rules stay silent about it.",
            "ns4kafka's validators ('topicValidator', 'connectValidator') are its own policy and"
                + " not read."));
  }
}
