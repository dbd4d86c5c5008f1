package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Jikkou says of itself; loaded only when somebody asks. */
final class JikkouDescription {

  private JikkouDescription() {}

  static Description get() {
    return new Description(
        "Jikkou",
        "YAML and JSON documents whose apiVersion has a group that ends with '.jikkou.io', or is"
            + " 'kafka.aiven.io' or 'iam.confluent.cloud'; each kind also as a list.",
        List.of(
            ReadKind.of(
                "KafkaTopic",
                "topic",
                "metadata.name: name",
                "metadata.labels: labels",
                "spec.partitions: partitions; -1 leaves it to the brokers",
                "spec.replicas: replication; -1 leaves it to the brokers",
                "spec.configs: config, by topic-level key",
                "spec.configMapRefs[]: config; what is in there is unknown"),
            ReadKind.of(
                "KafkaPrincipalAuthorization",
                "acl",
                "metadata.name: principal",
                "spec.acls[].type: permission; allow where it is not given",
                "spec.acls[].operations[]: operation, an entry for each",
                "spec.acls[].host: host; any where it is not given",
                "spec.acls[].resource.type: resourceType",
                "spec.acls[].resource.pattern: resourceName; unknown for MATCH",
                "spec.acls[].resource.patternType: pattern",
                "spec.roles[]: an ACL of which only the principal is known"),
            ReadKind.of("KafkaPrincipalRole", "nothing", "spec.acls[]: checked, granted to nobody"),
            ReadKind.of(
                "KafkaUser",
                "user, secret",
                "metadata.name: name",
                "spec.authentications[].type: authentication",
                "spec.authentications[].password: a secret, never shown"),
            ReadKind.of(
                "KafkaClientQuota",
                "quota",
                "spec.type: which entities it binds",
                "spec.entity.user: user",
                "spec.entity.clientId: client",
                "spec.configs.producerByteRate: producerByteRate, bytes per second",
                "spec.configs.consumerByteRate: consumerByteRate, bytes per second",
                "spec.configs.requestPercentage: requestPercentage, per cent of a thread"),
            ReadKind.of(
                "KafkaQuota",
                "quota",
                "spec.user: user; 'default' stands for all others",
                "spec.clientId: client; 'default' stands for all others",
                "spec.producerByteRate: producerByteRate, bytes per second",
                "spec.consumerByteRate: consumerByteRate, bytes per second",
                "spec.requestPercentage: requestPercentage, per cent of a thread"),
            ReadKind.of(
                "SchemaRegistrySubject",
                "schema",
                "metadata.name: subject",
                "spec.schemaType: format",
                "spec.schema: fields and problems, where it is a text",
                "spec.compatibilityLevel: compatibility"),
            ReadKind.of(
                "KafkaConnector",
                "connector, consumer-group, secret",
                "metadata.name: name",
                "metadata.labels.kafka.jikkou.io/connect-cluster: cluster",
                "spec.connectorClass: config.connector.class",
                "spec.tasksMax: config.tasks.max",
                "spec.config: config, with the topics of a sink")),
        JikkouDialect.NOT_READ,
        List.of(
            "A resource with 'jikkou.io/ignore' or 'jikkou.io/delete' counts as not there.",
            "'jikkou.io/bypass-validations' is a finding of the rule 'bypassed-validation'."));
  }
}
