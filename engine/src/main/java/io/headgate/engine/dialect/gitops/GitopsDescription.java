package io.headgate.engine.dialect.gitops;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of kafka-gitops says of itself; loaded only when somebody asks. */
final class GitopsDescription {

  private GitopsDescription() {}

  static Description get() {
    return new Description(
        "kafka-gitops",
        "YAML documents with nothing but settings, topics, services, users, customServiceAcls and"
            + " customUserAcls at the root, where a topic has partitions or replication, a service"
            + " one of the three types, or a user a principal or one of the three roles.",
        List.of(
            ReadKind.of(
                "topics",
                "topic",
                "<key>: name",
                "partitions: partitions",
                "replication: replication; the default of the settings where it is not given",
                "configs: config, by topic-level key"),
            ReadKind.of(
                "services",
                "acl, app, consumer-group",
                "principal: principal; unknown where Confluent Cloud gives it",
                "produces[]: WRITE on the topic",
                "consumes[]: READ on the topic",
                "group-id: READ on the group; the name of the service where it is not given",
                "application-id: an app with this group, all that it needs on topics with this"
                    + " prefix, and DESCRIBE_CONFIGS on the cluster",
                "connectors.<key>.produces[]: WRITE on the topic",
                "connectors.<key>.consumes[]: READ on the topic and on the group"
                    + " 'connect-<key>'",
                "storage-topics: READ and WRITE on the topics; 'connect-configs-<service>' and so"
                    + " on where they are not given"),
            ReadKind.of(
                "users",
                "acl",
                "principal: principal; unknown where Confluent Cloud gives it",
                "roles[]: what a writer, reader or operator may do, with all topics and groups"),
            ReadKind.of(
                "customServiceAcls, customUserAcls",
                "acl",
                "<owner>.<key>.principal: principal; that of the owner where it is not given",
                "<owner>.<key>.name: resourceName",
                "<owner>.<key>.type: resourceType",
                "<owner>.<key>.pattern: pattern",
                "<owner>.<key>.host: host",
                "<owner>.<key>.operation: operation",
                "<owner>.<key>.permission: permission"),
            ReadKind.of(
                "settings",
                "nothing",
                "topics.defaults.replication: replication of topics without one",
                "topics.blacklist.prefixed[]: topics that exist although nobody declares them",
                "services.acls.describeTopicEnabled: DESCRIBE beside each READ and WRITE",
                "ccloud.enabled: principals may be missing",
                "files: nothing; each file is read by itself")),
        List.of(),
        List.of(
            "Of a file with one of the keys alone nobody knows the settings, so that a replication"
                + " or principal that is not there is unknown.",
            "An implied ACL stands at the entry that implies it."));
  }
}
