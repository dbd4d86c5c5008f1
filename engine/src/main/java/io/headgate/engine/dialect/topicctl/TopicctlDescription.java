package io.headgate.engine.dialect.topicctl;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of topicctl says of itself; loaded only when somebody asks. */
final class TopicctlDescription {

  private TopicctlDescription() {}

  static Description get() {
    return new Description(
        "topicctl",
        "YAML documents with 'meta' and 'spec', where the metadata have a region or an environment,"
            + " and the spec what one of the kinds has.",
        List.of(
            ReadKind.of(
                "topic (meta.cluster, and spec.partitions or spec.placement)",
                "topic",
                "meta.name: name",
                "meta.cluster: the Kafka cluster; each is a bundle of its own",
                "meta.description: description",
                "meta.labels: labels",
                "spec.partitions: partitions",
                "spec.replicationFactor: replication",
                "spec.retentionMinutes: config.retention.ms, in milliseconds",
                "spec.settings: config, by topic-level key",
                "spec.placement: nothing; its words are checked",
                "spec.migration: nothing"),
            ReadKind.of(
                "ACL file (meta.cluster and spec.acls)",
                "acl",
                "meta.cluster: the Kafka cluster; each is a bundle of its own",
                "spec.acls[].operations[]: operation, an entry for each",
                "spec.acls[].resource.type: resourceType",
                "spec.acls[].resource.name: resourceName",
                "spec.acls[].resource.patternType: pattern",
                "spec.acls[].resource.principal: principal",
                "spec.acls[].resource.host: host",
                "spec.acls[].resource.permission: permission"),
            ReadKind.of(
                "cluster (spec.bootstrapAddrs)",
                "connection of the template Kafka, secret",
                "meta.name: name, and the Kafka cluster",
                "spec.bootstrapAddrs[]: configuration.bootstrap.servers",
                "spec.tls: configuration.tls",
                "spec.sasl: configuration.sasl",
                "spec.sasl.password: a secret, never shown")),
        List.of(),
        List.of("A variable such as '${NAME}' is filled in by the tool, so the value is unknown."));
  }
}
