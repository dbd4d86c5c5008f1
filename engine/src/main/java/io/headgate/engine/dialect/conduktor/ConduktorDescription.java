package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Console says of itself; loaded only when somebody asks. */
final class ConduktorDescription {

  private ConduktorDescription() {}

  static Description get() {
    return new Description(
        "Conduktor Console",
        "YAML and JSON documents whose apiVersion has the group 'kafka', 'console', 'iam',"
            + " 'self-serve' or 'self-service'; and those of 'v1', 'v2' or 'v3' alone that no other"
            + " tool can have, such as a ServiceAccount with 'metadata.cluster'.",
        List.of(
            ReadKind.of(
                "Topic",
                "topic",
                "metadata.name: name",
                "metadata.cluster: the Kafka cluster whose bundle it belongs to",
                "metadata.labels: labels",
                "metadata.description: description",
                "spec.partitions: partitions",
                "spec.replicationFactor: replication",
                "spec.configs: config, by topic-level key"),
            ReadKind.of(
                "Subject",
                "schema",
                "metadata.name: subject",
                "spec.format: format",
                "spec.schema: fields and problems",
                "spec.schemaFile: a schema of which nothing is known; a file that is called like"
                    + " its subject is read by itself",
                "spec.references[]: types that come from elsewhere",
                "spec.compatibility: compatibility"),
            ReadKind.of(
                "Connector",
                "connector, consumer-group, secret",
                "metadata.name: name",
                "metadata.connectCluster: cluster",
                "spec.config: config, with the topics of a sink"),
            ReadKind.of(
                "ServiceAccount",
                "acl",
                "metadata.name: principal, as 'User:' and the name; Console does not create it",
                "spec.authorization.type: KAFKA_ACL, or AIVEN_ACL with its own entries",
                "spec.authorization.acls[].type: resourceType",
                "spec.authorization.acls[].name: resourceName",
                "spec.authorization.acls[].patternType: pattern",
                "spec.authorization.acls[].operations: operation, an entry for each",
                "spec.authorization.acls[].host: host; any where it is not given",
                "spec.authorization.acls[].permission: permission; for Aiven the operations"),
            ReadKind.of(
                "Application",
                "nothing",
                "spec.owner: checked; the team of an owner is the application"),
            ReadKind.of(
                "ApplicationInstance",
                "acl, and an owner",
                "metadata.application: team of the owner",
                "spec.cluster: the Kafka cluster that it is for",
                "spec.serviceAccount: principal of the owner and of its rights",
                "spec.applicationManagedServiceAccount: true means that no rights follow",
                "spec.resources[].type: resourceType; only of topics and groups rights follow",
                "spec.resources[].name: resourceName, and what the owner owns",
                "spec.resources[].patternType: pattern"),
            ReadKind.of(
                "ApplicationInstancePermission",
                "acl",
                "metadata.appInstance: who grants it",
                "spec.resource.type: resourceType; only of topics rights follow",
                "spec.resource.name: resourceName",
                "spec.resource.patternType: pattern",
                "spec.serviceAccountPermission: operations; WRITE includes READ",
                "spec.grantedTo: principal, from the instance of that name; unknown without it"),
            ReadKind.of(
                "ApplicationGroup",
                "group",
                "metadata.name: name, behind that of its application",
                "spec.permissions[].permissions: permissions"),
            ReadKind.of(
                "Group",
                "group",
                "metadata.name: name",
                "spec.permissions[].permissions: permissions"),
            ReadKind.of("User", "nothing", "spec.permissions[]: checked"),
            ReadKind.of("TopicPolicy", "nothing", "spec.policies: checked"),
            ReadKind.of("ResourcePolicy", "nothing", "spec.rules[]: checked"),
            ReadKind.of(
                "KafkaCluster",
                "connection, secret",
                "metadata.name: name",
                "spec.bootstrapServers: configuration.bootstrapServers",
                "spec.properties: configuration, below 'properties'",
                "spec.schemaRegistry: configuration, below 'schemaRegistry'",
                "spec.kafkaFlavor: configuration, below 'kafkaFlavor'"),
            ReadKind.of(
                "KafkaConnectCluster",
                "connection, secret",
                "metadata.name: name",
                "spec.urls: configuration.urls",
                "spec.headers: configuration, below 'headers'",
                "spec.security: configuration, below 'security'"),
            ReadKind.of(
                "KsqlDBCluster",
                "connection, secret",
                "metadata.name: name",
                "spec.url: configuration.url",
                "spec.security: configuration, below 'security'"),
            ReadKind.of(
                "Alert",
                "alert-rule, alert-channel, secret",
                "spec.cluster: the Kafka cluster whose bundle it belongs to",
                "spec.type: one of a broker's becomes no alert rule",
                "spec.metric: watch; lag, or what a topic gets, in messages per second",
                "spec.operator: watch",
                "spec.threshold: threshold; unknown for TimeLag, which is in seconds",
                "spec.topicName: topic",
                "spec.consumerGroupName: group",
                "spec.destination: an alert channel of its own, with its secrets")),
        ConduktorKinds.NOT_READ,
        List.of(
            "'${NAME}' is filled in by the CLI, so what has it is unknown.",
            "What instances own counts as the owners of a bundle where the policy names none. The"
                + " principal of an instance is granted READ, WRITE and DESCRIBE_CONFIGS on its"
                + " topics and READ on its groups, each entry placed at the resource of the"
                + " instance.",
            "A TopicPolicy is a finding of the rule 'removed-version', since Console 1.47 refuses"
                + " it.",
            "A ResourcePolicy is an expression, and a TopicPolicy holds for the instances that"
                + " refer to it: neither is evaluated.",
            "Two KafkaClusters of one name in two directories are one mistake, not two"
                + " environments: Console has one of each name.",
            "Of an Alert only misspelt keys are said, since its fields are documented in part."));
  }
}
