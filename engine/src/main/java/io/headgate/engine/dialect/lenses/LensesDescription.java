package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Lenses says of itself; loaded only when somebody asks. */
final class LensesDescription {

  private LensesDescription() {}

  static Description get() {
    return new Description(
        "Lenses landscape",
        "YAML and JSON files in the folders that 'lenses-cli export' writes, such as 'kafka/topics';"
            + " where other tools use the name of a folder too, a key must be Lenses' own.",
        List.of(
            ReadKind.of(
                Folder.TOPICS.path(),
                "topic",
                "name: name",
                "partitions: partitions",
                "replication: replication",
                "configs: config, by topic-level key",
                "description: description"),
            ReadKind.of(
                Folder.ACLS.path(),
                "acl",
                "principal: principal",
                "host: host",
                "operation: operation",
                "permissionType: permission",
                "resourceType: resourceType",
                "resourceName: resourceName",
                "patternType: pattern"),
            ReadKind.of(
                Folder.QUOTAS.path(),
                "quota",
                "type: which entities it binds",
                "user: user",
                "client: client",
                "config.producer_byte_rate: producerByteRate, bytes per second",
                "config.consumer_byte_rate: consumerByteRate, bytes per second",
                "config.request_percentage: requestPercentage, per cent of a thread"),
            ReadKind.of(
                Folder.PROCESSORS.path(),
                "app, consumer-group, secret",
                "name: name",
                "sql: inputs, outputs and lineage",
                "processorId: consumerGroup",
                "runnerCount: runners",
                "cluster: cluster",
                "deployment.runners: runners"),
            ReadKind.of(
                Folder.CONNECTORS.path(),
                "connector, consumer-group, secret",
                "name: name",
                "clusterName: cluster",
                "config: config, with the topics of a sink"),
            ReadKind.of(
                Folder.SCHEMAS.path(),
                "schema",
                "name: subject",
                "format: format",
                "compatibility: compatibility",
                "schema: fields and problems"),
            ReadKind.of(
                Folder.POLICIES.path(),
                "masking-policy",
                "name: name",
                "category: category",
                "obfuscation: redaction",
                "datasets: datasets",
                "fields: fields"),
            ReadKind.of(
                Folder.ALERT_SETTINGS.path(),
                "alert-rule",
                "conditions[].condition.topic: topic",
                "conditions[].condition.group: group",
                "conditions[].condition.threshold: threshold, in messages",
                "conditions[].condition.duration: window",
                "conditions[].channels: channels"),
            ReadKind.of(
                Folder.ALERT_CHANNELS.path(),
                "alert-channel, secret",
                "name: name",
                "connectionName: connection",
                "templateName: template",
                "properties: properties"),
            ReadKind.of(
                Folder.AUDIT_CHANNELS.path(),
                "audit-channel, secret",
                "name: name",
                "connectionName: connection",
                "templateName: template",
                "properties: properties"),
            ReadKind.of(
                Folder.TOPIC_SETTINGS.path(),
                "topic-settings",
                "config.partitions: partitions",
                "config.replication: replication",
                "config.retention.time: retention.time, in milliseconds",
                "config.retention.size: retention.size, in bytes",
                "naming.pattern: naming.pattern"),
            ReadKind.of(
                Folder.CONNECTIONS.path(),
                "connection, secret",
                "name: name",
                "templateName: template",
                "configuration: configuration"),
            ReadKind.of(
                "provisioning.yaml",
                "connection, secret",
                "<component>[].configuration: configuration"),
            ReadKind.of(
                "provision.yaml",
                "connection, secret",
                "connections.<name>.configurationObject: configuration"),
            ReadKind.of(
                Folder.GROUPS.path(),
                "group",
                "name: name",
                "dataNamespaces[].permissions: permissions",
                "applicationPermissions: permissions",
                "adminPermissions: permissions"),
            ReadKind.of(
                Folder.SERVICE_ACCOUNTS.path(),
                "service-account, secret",
                "name: name",
                "owner: owner",
                "groups: groups",
                "token: a secret, never shown")),
        List.of(),
        List.of(
            "All generations are read: 3.x, 4.x, 5.x and later, and the keys of JSON exports.",
            "Each directory with such folders is a bundle of its own."));
  }
}
