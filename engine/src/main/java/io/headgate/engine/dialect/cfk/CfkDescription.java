package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Confluent for Kubernetes says of itself; loaded only when asked for. */
final class CfkDescription {

  private CfkDescription() {}

  static Description get() {
    return new Description(
        "Confluent for Kubernetes",
        "YAML and JSON documents whose apiVersion has the group 'platform.confluent.io', or one of"
            + " the blueprints that ends with '.cpc.platform.confluent.io'.",
        List.of(
            ReadKind.of(
                "KafkaTopic",
                "topic",
                "metadata.name: name, where spec.name is not given",
                "metadata.labels: labels",
                "spec.name: name",
                "spec.partitionCount: partitions",
                "spec.replicas: replication",
                "spec.configs: config, by topic-level key",
                "spec.kafkaClusterRef.name: the Kafka cluster, with its namespace",
                "spec.parameters.partitions: partitions, of a blueprint",
                "spec.parameters.replicationFactor: replication, of a blueprint",
                "spec.parameters.configs: config, of a blueprint"),
            ReadKind.of(
                "Schema",
                "schema",
                "metadata.name: subject, where spec.name is not given",
                "spec.name: subject",
                "spec.data.format: format",
                "spec.data.configRef: checked; the text in the ConfigMap is not read",
                "spec.compatibilityLevel: compatibility",
                "spec.mode: checked"),
            ReadKind.of(
                "Connector",
                "connector, consumer-group, secret",
                "metadata.name: name, where spec.name is not given",
                "spec.name: name",
                "spec.connectClusterRef.name: cluster",
                "spec.class: config.connector.class",
                "spec.taskMax: config.tasks.max",
                "spec.configs: config, with the topics of a sink",
                "spec.restartPolicy.type: checked",
                "spec.connectorConfigs: class, taskMax and configs of a blueprint"),
            ReadKind.of(
                "ConfluentRolebinding",
                "acl",
                "spec.principal.name: principal; unknown for a group",
                "spec.principal.type: user or group",
                "spec.role: operation, READ for DeveloperRead and WRITE for DeveloperWrite;"
                    + " unknown for the others",
                "spec.resourcePatterns[].resourceType: resourceType; none that is not Kafka's",
                "spec.resourcePatterns[].name: resourceName",
                "spec.resourcePatterns[].patternType: pattern",
                "spec.clustersScopeByIds: whether it is about Kafka"),
            ReadKind.of(
                "FlinkStatement",
                "app, secret",
                "metadata.name: name",
                "spec.computePoolName: cluster",
                "spec.parallelism: runners",
                "spec.statement: inputs and outputs, and topics that exist by CREATE TABLE",
                "spec.properties: secrets",
                "spec.flinkConfiguration: secrets"),
            ReadKind.of("ClusterLink", "nothing", "spec.mirrorTopics[].name: a topic that exists")),
        CfkDialect.KINDS.known(),
        List.of(
            "Kubernetes refuses a number or a boolean without quotes among 'configs'; here that is"
                + " a finding.",
            "The definitions of the blueprints are not public, so that only misspelt keys of"
                + " theirs are reported; what lies in their groups 'cluster' and 'core' is not"
                + " read."));
  }
}
