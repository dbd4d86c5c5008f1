package io.headgate.engine.dialect.nais;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of NAIS says of itself; loaded only when somebody asks. */
final class NaisDescription {

  private NaisDescription() {}

  static Description get() {
    return new Description(
        "NAIS",
        "YAML and JSON documents with the apiVersion 'kafka.nais.io/v1', templates included.",
        List.of(
            ReadKind.of(
                "Topic",
                "topic, acl",
                "metadata.name: name, with the namespace ahead of it; unknown without one",
                "metadata.labels: labels",
                "metadata.annotations.dcat.data.nav.no/description: description",
                "spec.pool: the Kafka cluster",
                "spec.config.partitions: partitions; 1 where it is not given",
                "spec.config.replication: replication; 3 where it is not given",
                "spec.config.cleanupPolicy: config.cleanup.policy",
                "spec.config.minimumInSyncReplicas: config.min.insync.replicas",
                "spec.config.retentionBytes: config.retention.bytes",
                "spec.config.retentionHours: config.retention.ms, from hours",
                "spec.config.localRetentionBytes: config.local.retention.bytes, and tiered storage",
                "spec.config.localRetentionHours: config.local.retention.ms, from hours, and tiered"
                    + " storage",
                "spec.config.deleteRetentionHours: config.delete.retention.ms, from hours",
                "spec.config.segmentHours: config.segment.ms, from hours",
                "spec.config.maxMessageBytes: config.max.message.bytes",
                "spec.config.minCompactionLagMs: config.min.compaction.lag.ms",
                "spec.config.maxCompactionLagMs: config.max.compaction.lag.ms",
                "spec.config.minCleanableDirtyRatioPercent: config.min.cleanable.dirty.ratio, from"
                    + " per cent",
                "spec.acl[].access: operation; reading comes with an unknown consumer group",
                "spec.acl[].team: principal",
                "spec.acl[].application: principal, '*' for all teams and applications is"
                    + " everybody"),
            ReadKind.of(
                "Stream",
                "acl",
                "metadata.name: resourceName, as the prefix '<namespace>.<name>_stream_'",
                "spec.pool: the Kafka cluster",
                "spec.additionalUsers[].username: principal")),
        NaisDialect.KINDS.known(),
        List.of(
            "The user of an application is '<team>_<application>_<checksum>', both names shortened"
                + " as NAIS does it; the number that NAIS puts behind it is left out.",
            "Whom a glob in a team or an application covers is unknown."));
  }
}
