package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Strimzi says of itself; loaded only when somebody asks. */
final class StrimziDescription {

  private StrimziDescription() {}

  static Description get() {
    return new Description(
        "Strimzi",
        "YAML and JSON documents whose apiVersion begins with 'kafka.strimzi.io/': v1, v1beta2,"
            + " v1beta1 and v1alpha1.",
        List.of(
            ReadKind.of(
                "KafkaTopic",
                "topic",
                "metadata.name: name, where spec.topicName is not given",
                "metadata.labels: labels",
                "spec.topicName: name",
                "spec.partitions: partitions",
                "spec.replicas: replication",
                "spec.config: config, by topic-level key"),
            ReadKind.of(
                "KafkaUser",
                "user, acl, quota",
                "metadata.name: name; CN=<name> with TLS",
                "spec.authentication.type: authentication",
                "spec.authorization.acls[].type: permission; allow where it is not given",
                "spec.authorization.acls[].host: host; any where it is not given",
                "spec.authorization.acls[].operations: operation, an entry for each",
                "spec.authorization.acls[].resource.type: resourceType",
                "spec.authorization.acls[].resource.name: resourceName",
                "spec.authorization.acls[].resource.patternType: pattern",
                "spec.quotas.producerByteRate: producerByteRate, bytes per second",
                "spec.quotas.consumerByteRate: consumerByteRate, bytes per second",
                "spec.quotas.requestPercentage: requestPercentage, per cent of a thread",
                "spec.quotas.controllerMutationRate: controllerMutationRate, mutations per second"),
            ReadKind.of(
                "KafkaConnector",
                "connector, consumer-group, secret",
                "metadata.name: name",
                "metadata.labels.strimzi.io/cluster: cluster, the Connect cluster",
                "spec.class: config.connector.class",
                "spec.tasksMax: config.tasks.max",
                "spec.version: config.connector.plugin.version",
                "spec.config: config, with the topics of a sink"),
            ReadKind.of(
                "KafkaConnect",
                "connection of the template KafkaConnect, secret",
                "metadata.name: name",
                "metadata.annotations.strimzi.io/use-connector-resources: whether connectors that"
                    + " are objects are made; without it 'ignored-object' is said",
                "spec.bootstrapServers: configuration.bootstrap.servers",
                "spec.groupId: configuration.group.id; a group that exists",
                "spec.configStorageTopic: configuration.config.storage.topic; a topic that exists",
                "spec.offsetStorageTopic: configuration.offset.storage.topic; a topic that exists",
                "spec.statusStorageTopic: configuration.status.storage.topic; a topic that exists",
                "spec.config: configuration"),
            ReadKind.of(
                "KafkaMirrorMaker2",
                "connection of the template KafkaConnect, connector, secret",
                "metadata.name: name of the connection; cluster of the connectors",
                "spec.target: as a KafkaConnect",
                "spec.clusters[]: as spec.target, the one that is called like spec.connectCluster",
                "spec.mirrors[].source.alias: name of the connectors, as source->target.Type",
                "spec.mirrors[].sourceConnector.config: config of a MirrorSourceConnector",
                "spec.mirrors[].checkpointConnector.config: config of a MirrorCheckpointConnector",
                "spec.mirrors[].heartbeatConnector.config: config of a MirrorHeartbeatConnector"),
            ReadKind.of(
                "Kafka",
                "the world around a bundle, where the policy does not say it",
                "metadata.name: the cluster that strimzi.io/cluster names",
                "spec.kafka.version: Kafka version",
                "spec.kafka.config: broker defaults by topic-level key, in the units of topics",
                "spec.kafka.config.allow.everyone.if.no.acl.found: authorizer",
                "spec.kafka.authorization.superUsers[]: super users, as User:<name>",
                "spec.kafka.listeners[]: nothing yet; its types are checked")),
        StrimziDialect.KINDS.known(),
        List.of(
            "The label 'strimzi.io/cluster' names the Kafka cluster: objects for several clusters"
                + " are judged apart.",
            "What a 'kustomization.yaml' among the files adds to the objects of the files that it"
                + " lists (commonLabels, labels and commonAnnotations, through bases and"
                + " components) counts as theirs, the outer one first; where several say different"
                + " things, it is unknown. Its patches, namePrefix, nameSuffix and namespace are"
                + " not followed.",
            "A KafkaNodePool says how brokers are sized and placed, and a KafkaBridge how HTTP is"
                + " let in: no rule speaks of either, so they are known and left alone.",
            "All versions but v1 are findings of the rule 'removed-version'.",
            "With 'strimzi.io/managed: \"false\"' a KafkaTopic says no more than that the topic"
                + " exists."));
  }
}
