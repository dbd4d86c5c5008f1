package io.headgate.engine.dialect.redpanda;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of the Redpanda operator says of itself; loaded only when asked for. */
final class RedpandaDescription {

  private static final String CLUSTER =
      "spec.cluster.clusterRef.name: the Kafka cluster, with its namespace";
  private static final String STATIC =
      "spec.cluster.staticConfiguration: secrets; which cluster it is stays unknown";

  private RedpandaDescription() {}

  static Description get() {
    return new Description(
        "The Redpanda operator",
        "YAML and JSON documents with the apiVersion 'cluster.redpanda.com/v1alpha2' or"
            + " 'v1alpha1'.",
        List.of(
            ReadKind.of(
                "Topic",
                "topic, secret",
                "metadata.name: name, where spec.overwriteTopicName is not given",
                "metadata.labels: labels",
                CLUSTER,
                STATIC,
                "spec.overwriteTopicName: name",
                "spec.partitions: partitions",
                "spec.replicationFactor: replication",
                "spec.additionalConfig: config, by topic-level key; what is null is unknown",
                "spec.kafkaApiSpec: secrets"),
            ReadKind.of(
                "User",
                "user, acl, secret",
                "metadata.name: name and principal",
                CLUSTER,
                STATIC,
                "spec.authentication.type: authentication; scram-sha-512 where it is not given",
                "spec.authentication.password.value: a secret, never shown",
                "spec.authentication.password.valueFrom.secretKeyRef.name: checked",
                "spec.authorization.acls[].type: permission",
                "spec.authorization.acls[].host: host; any where it is not given",
                "spec.authorization.acls[].operations[]: operation, an ACL for each",
                "spec.authorization.acls[].resource.type: resourceType; of subject and registry"
                    + " nothing comes",
                "spec.authorization.acls[].resource.name: resourceName",
                "spec.authorization.acls[].resource.patternType: pattern"),
            ReadKind.of(
                "Group",
                "acl, secret",
                CLUSTER,
                STATIC,
                "spec.authorization.acls[].type: permission, and so on as with a User; the"
                    + " principal is unknown"),
            ReadKind.of(
                "RedpandaRole",
                "acl, secret",
                CLUSTER,
                STATIC,
                "spec.principals[]: principal, an ACL for each; that of a group is unknown",
                "spec.authorization.acls[].type: permission, and so on as with a User"),
            ReadKind.of(
                "Schema",
                "schema, secret",
                "metadata.name: subject",
                CLUSTER,
                STATIC,
                "spec.schemaType: format; Avro where it is not given",
                "spec.text: fields and problems",
                "spec.compatibilityLevel: compatibility; BACKWARD where it is not given")),
        RedpandaDialect.KINDS.known(),
        List.of(
            "Kubernetes refuses a number or a boolean without quotes in 'additionalConfig'; here"
                + " that is a finding.",
            "A User without an authentication is one that is there already: its ACLs are read, and"
                + " it counts as declared."));
  }
}
