package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of JulieOps says of itself; loaded only when somebody asks. */
final class JulieDescription {

  private JulieDescription() {}

  static Description get() {
    return new Description(
        "JulieOps",
        "YAML and JSON documents with 'context' and 'projects' at the root, of which one has topics"
            + " or users; documents that hold nothing but 'plans' with configurations of topics, or"
            + " nothing but 'roles' with ACLs.",
        List.of(
            ReadKind.of(
                "topology",
                "topic, acl, schema, quota",
                "context: the first part of the names of topics",
                "<any other key>: the next parts of the names of topics, in the order of the file",
                "projects[].name: a part of the names of topics, and the prefix of what a streams"
                    + " application makes",
                "projects[].topics[].name: name; the last part",
                "projects[].topics[].dataType: a part of the name behind the last one",
                "projects[].topics[].config.num.partitions: partitions",
                "projects[].topics[].config.replication.factor: replication",
                "projects[].topics[].config: config, by topic-level key",
                "projects[].topics[].plan: config; what the plan says is unknown",
                "projects[].topics[].metadata: labels",
                "projects[].topics[].schemas: schema; the texts lie in other files",
                "projects[].topics[].subject.name.strategy: subject",
                "special_topics[]: topics whose names are whole"),
            ReadKind.of(
                "users of a project or topic",
                "acl, app, consumer-group",
                "consumers[].principal: DESCRIBE and READ on the topic, or on each topic of the"
                    + " project",
                "consumers[].group: READ on the group; on all groups where it is not given",
                "producers[].principal: DESCRIBE and WRITE on the topic, or on each topic of the"
                    + " project",
                "producers[].transactionId: DESCRIBE and WRITE on the transactional id",
                "producers[].idempotence: IDEMPOTENT_WRITE on the cluster, whatever its value",
                "streams[].topics.read[]: READ on the topic",
                "streams[].topics.write[]: WRITE on the topic",
                "streams[].applicationId: an app with this group; ALL on the topics and READ on the"
                    + " groups with this prefix; that of the project where it is not given",
                "streams[].exactlyOnce: WRITE and DESCRIBE on transactional ids with this prefix",
                "streams[].observerPrincipals[].principal: READ and DESCRIBE on what has this"
                    + " prefix",
                "connectors[].principal: CREATE on the cluster",
                "connectors[].group: READ on the group",
                "connectors[].status_topic, offset_topic, configs_topic: READ and WRITE on the"
                    + " topic",
                "connectors[].topics: READ and WRITE on these topics",
                "connectors.access_control[]: the same",
                "connectors.artifacts[]: nothing; each file is read by itself",
                "ksql.access_control[]: READ, WRITE and ALL, as for a streams application",
                "ksql.artefacts: nothing; the statements lie in other files",
                "rbac[]: an ACL of which only the principal is known",
                "schemas[]: nothing; these rights are the schema registry's",
                "<any other key>[].principal: an ACL of which only the principal is known, since a"
                    + " role file says the rest"),
            ReadKind.of(
                "platform",
                "quota, acl",
                "kafka.quotas[].principal: user",
                "kafka.quotas[].producer_byte_rate: producerByteRate, bytes per second",
                "kafka.quotas[].consumer_byte_rate: consumerByteRate, bytes per second",
                "kafka.quotas[].request_percentage: requestPercentage, per cent of a thread",
                "schema_registry.instances[]: what a schema registry needs on its topic and group",
                "control_center.instances[].appId: what a control center needs",
                "ksql.instances[].ksqlDbId: what a ksqlDB server needs",
                "<component>.rbac: an ACL of which only the principal is known"),
            ReadKind.of(
                "plan file", "nothing", "plans.<label>.config: checked, applied to nothing"),
            ReadKind.of("role file", "nothing", "roles[].acls[]: checked, granted to nobody")),
        List.of(),
        List.of(
            "Names are put together by the default format and separator; what a file of properties"
                + " changes about that, or about access control, is not read.",
            "An implied ACL stands at the entry that implies it."));
  }
}
