package io.headgate.engine.dialect.koperator;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Koperator says of itself; loaded only when somebody asks. */
final class KoperatorDescription {

  private KoperatorDescription() {}

  static Description get() {
    return new Description(
        "Koperator",
        "YAML and JSON documents whose apiVersion has the group 'kafka.banzaicloud.io'.",
        List.of(
            ReadKind.of(
                "KafkaTopic",
                "topic",
                "spec.name: name",
                "metadata.labels: labels",
                "spec.clusterRef.name: the Kafka cluster, with its namespace",
                "spec.partitions: partitions; -1 leaves it to the brokers",
                "spec.replicationFactor: replication; -1 leaves it to the brokers",
                "spec.config: config, by topic-level key"),
            ReadKind.of(
                "KafkaUser",
                "user, acl",
                "metadata.name: name and principal, 'CN=<name>'",
                "spec.clusterRef.name: the Kafka cluster, with its namespace",
                "spec.secretName: checked",
                "spec.pkiBackendSpec.pkiBackend: with any but cert-manager the name is unknown",
                "spec.topicGrants[].topicName: resourceName",
                "spec.topicGrants[].patternType: pattern",
                "spec.topicGrants[].accessType: operation: read is DESCRIBE and READ, and READ on"
                    + " every group; write is DESCRIBE, CREATE and WRITE")),
        KoperatorDialect.KINDS.known(),
        List.of(
            "Kubernetes refuses a number or a boolean without quotes in 'config'; here that is a"
                + " finding.",
            "Kafka takes no ACL of the pattern types 'match' and 'any', so these are a finding."));
  }
}
