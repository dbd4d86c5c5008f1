package io.headgate.engine.dialect.asyncapi;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of AsyncAPI says of itself; loaded only when somebody asks. */
final class AsyncapiDescription {

  private AsyncapiDescription() {}

  static Description get() {
    return new Description(
        "AsyncAPI and SpecMesh",
        "YAML and JSON documents with 'asyncapi' at the root, 2.x or 3.x, of which a channel has a"
            + " binding 'kafka' or a server speaks Kafka; for SpecMesh also without that key. The"
            + " id 'urn:...' with a channel that begins with '_public', '_protected' or '_private',"
            + " a tag 'grant-access:...', or a binding with 'envs' or 'configs' says that SpecMesh"
            + " reads it.",
        List.of(
            ReadKind.of(
                "channel with a binding for Kafka",
                "topic, schema",
                "<key>: name, in version 2",
                "address: name, in version 3; unknown with parameters",
                "description: description",
                "bindings.kafka.topic: name",
                "bindings.kafka.partitions: partitions",
                "bindings.kafka.replicas: replication",
                "bindings.kafka.topicConfiguration: config, by topic-level key",
                "publish.message.payload.$ref: schema of a subject of the topic, where it is a file"
                    + " and the message says how schemas are looked up; the text lies in it"),
            ReadKind.of(
                "SpecMesh",
                "topic, acl, schema",
                "id: the domain; the prefix of the names of topics, and what the domain itself may"
                    + " do below it",
                "channels.<key>: name behind the domain, where something is published",
                "channels._public.<key>: READ and DESCRIBE for everybody on all that is public",
                "channels.<key>.bindings.kafka.configs: config, by topic-level key",
                "channels.<key>.publish.tags[].name: READ and DESCRIBE for whom"
                    + " 'grant-access:' names",
                "channels.<key>.publish.message.payload.$ref: schema of the subject"
                    + " '<topic>-value'",
                "channels.<key>.publish.message.bindings.kafka.key.$ref: schema of the subject"
                    + " '<topic>-key'")),
        List.of(),
        List.of(
            "A document about another protocol is left alone.",
            "References within the document are followed; what another file says is unknown.",
            "Defaults of SpecMesh for partitions and replicas are unknown, since they changed.",
            "An implied ACL stands at the id, channel or tag that implies it."));
  }
}
