package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Aiven's operator says of itself; loaded only when somebody asks. */
final class AivenDescription {

  private static final String SERVICE = "spec.serviceName: the Kafka cluster, with spec.project";

  private AivenDescription() {}

  static Description get() {
    return new Description(
        "Aiven's operator",
        "YAML and JSON documents with the apiVersion 'aiven.io/v1alpha1' and a kind that begins"
            + " with 'Kafka' or is 'ServiceUser'; those of 'kafka.aiven.io' are Jikkou's.",
        List.of(
            ReadKind.of(
                "KafkaTopic",
                "topic",
                "metadata.name: name, where spec.topicName is not given",
                "metadata.labels: labels",
                SERVICE,
                "spec.topicName: name",
                "spec.partitions: partitions",
                "spec.replication: replication",
                "spec.config: config, each key with dots for underscores",
                "spec.tags[].key: labels",
                "spec.tags[].value: labels"),
            ReadKind.of(
                "KafkaACL",
                "acl",
                SERVICE,
                "spec.permission: operation, an ACL for each; reading comes with an unknown"
                    + " consumer group, and admin is ALL",
                "spec.topic: resourceName; a star at the end makes a prefix, any other glob is"
                    + " unknown",
                "spec.username: principal; '*' is everybody, any other glob is unknown"),
            ReadKind.of(
                "KafkaNativeACL",
                "acl",
                SERVICE,
                "spec.principal: principal",
                "spec.host: host; any where it is not given",
                "spec.operation: operation",
                "spec.permissionType: permission",
                "spec.resourceType: resourceType",
                "spec.resourceName: resourceName",
                "spec.patternType: pattern"),
            ReadKind.of(
                "KafkaQuota",
                "quota",
                SERVICE,
                "spec.user: user; 'default' stands for all others",
                "spec.clientId: client; 'default' stands for all others",
                "spec.producerByteRate: producerByteRate, bytes per second",
                "spec.consumerByteRate: consumerByteRate, bytes per second",
                "spec.requestPercentage: requestPercentage, per cent of a thread"),
            ReadKind.of(
                "KafkaSchema",
                "schema",
                SERVICE,
                "spec.subjectName: subject",
                "spec.schemaType: format; Avro where it is not given",
                "spec.schema: fields and problems",
                "spec.compatibilityLevel: compatibility"),
            ReadKind.of(
                "KafkaConnector",
                "connector, consumer-group, secret",
                "metadata.name: name",
                "spec.serviceName: cluster",
                "spec.connectorClass: config.connector.class",
                "spec.userConfig: config, with the topics of a sink"),
            ReadKind.of(
                "ServiceUser",
                "user",
                "metadata.name: name, where spec.username is not given",
                SERVICE,
                "spec.username: name")),
        AivenDialect.KINDS.known(),
        List.of(
            "Kubernetes refuses a number or a boolean without quotes in 'userConfig'; here that is"
                + " a finding.",
            "Aiven lets an admin of any topic create topics of every name; the model says no more"
                + " than ALL on the topics that are named.",
            "'diskless_enable' is Aiven's own and no part of the model."));
  }
}
