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
                "spec.quotas.controllerMutationRate: controllerMutationRate, mutations per second")),
        StrimziDialect.NOT_READ,
        List.of(
            "The label 'strimzi.io/cluster' names the Kafka cluster: objects for several clusters are"
                + " judged apart.",
            "With 'strimzi.io/managed: \"false\"' a KafkaTopic says no more than that the topic"
                + " exists."));
  }
}
