package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Quota;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** {@code platform}: quotas, and what the services beside Kafka may do. */
final class JuliePlatform {

  private static final List<AclOperation> REGISTRY =
      List.of(
          AclOperation.CREATE,
          AclOperation.DESCRIBE_CONFIGS,
          AclOperation.DESCRIBE,
          AclOperation.WRITE,
          AclOperation.READ);
  private static final List<AclOperation> CENTRE =
      List.of(AclOperation.WRITE, AclOperation.READ, AclOperation.CREATE, AclOperation.DESCRIBE);

  private final ImpliedAcls acls;
  private final Reading reading;

  private JuliePlatform(ImpliedAcls acls, Reading reading) {
    this.acls = acls;
    this.reading = reading;
  }

  static void read(MappingReader platform, ImpliedAcls acls, Reading reading) {
    new JuliePlatform(acls, reading).read(platform);
  }

  private void read(MappingReader platform) {
    MappingReader kafka = platform.mapping("kafka");
    if (kafka != null) {
      kafka.mappings("quotas").forEach(this::readQuota);
      readRoles(kafka);
      kafka.finish();
    }
    MappingReader connect = platform.mapping("kafka_connect");
    if (connect != null) {
      readRoles(connect);
      connect.ignore("instances");
      connect.finish();
    }
    MappingReader registry = platform.mapping("schema_registry");
    if (registry != null) {
      registry.mappings("instances").forEach(this::readRegistry);
      readRoles(registry);
      registry.finish();
    }
    MappingReader centre = platform.mapping("control_center");
    if (centre != null) {
      centre.mappings("instances").forEach(this::readCentre);
      readRoles(centre);
      centre.finish();
    }
    MappingReader ksql = platform.mapping("ksql");
    if (ksql != null) {
      ksql.mappings("instances").forEach(this::readKsql);
      readRoles(ksql);
      ksql.finish();
    }
    platform.finish();
  }

  private void readQuota(Mapping mapping) {
    MappingReader quota = MappingReader.of(mapping, "principal", "a quota", reading);
    Located<String> principal = quota.required("principal", quota.text("principal", "user"));
    reading.add(
        new Quota(
            principal.map(JuliePlatform::withoutType),
            Located.absent("client", principal.place()),
            quota.decimal("producer_byte_rate", "producerByteRate"),
            quota.decimal("consumer_byte_rate", "consumerByteRate"),
            quota.decimal("request_percentage", "requestPercentage"),
            Located.absent("controllerMutationRate", principal.place())));
    quota.finish();
  }

  private static String withoutType(String principal) {
    return principal.startsWith("User:") ? principal.substring("User:".length()) : principal;
  }

  /** Roles of Confluent's own, for the whole cluster: what they grant is said elsewhere. */
  private void readRoles(MappingReader component) {
    for (Entry role : component.entries("rbac")) {
      if (!(role.value() instanceof Sequence)) {
        reading.unreadable(
            role.key().place(),
            "rbac",
            "The role '" + role.key().text() + "' must have a list of users.");
        continue;
      }
      ((Sequence) role.value())
          .items().stream()
              .filter(Mapping.class::isInstance)
              .forEach(
                  user -> {
                    MappingReader reader =
                        MappingReader.of((Mapping) user, "principal", "a user of a role", reading);
                    acls.unknown(JulieUsers.principal(reader), reader.head());
                    reader.finish();
                  });
    }
  }

  private void readRegistry(Mapping mapping) {
    MappingReader registry = instance(mapping, "a schema registry");
    Located<String> principal = JulieUsers.principal(registry);
    Located<String> topic = orDefault(registry.text("topic", "topic"), "_schemas");
    Located<String> offsets =
        orDefault(registry.text("consumer_offsets_topic", "topic"), "__consumer_offsets");
    Located<String> group = orDefault(registry.text("group", "group"), "schema-registry");
    acls.allow(principal, REGISTRY, ResourceType.TOPIC, topic, PatternType.LITERAL, topic.place());
    acls.allow(
        principal,
        AclOperation.DESCRIBE,
        ResourceType.TOPIC,
        offsets,
        PatternType.LITERAL,
        offsets.place());
    acls.allow(
        principal,
        AclOperation.READ,
        ResourceType.GROUP,
        group,
        PatternType.LITERAL,
        group.place());
    finish(registry);
  }

  private void readCentre(Mapping mapping) {
    MappingReader centre = instance(mapping, "a control center");
    Located<String> principal = JulieUsers.principal(centre);
    Located<String> id = centre.required("appId", centre.text("appId", "appId"));
    Place at = id.place();
    group(principal, AclOperation.READ, id, PatternType.PREFIXED, at);
    group(
        principal, AclOperation.READ, id.map(text -> text + "-command"), PatternType.PREFIXED, at);
    group(principal, AclOperation.DESCRIBE, known("*", at), PatternType.LITERAL, at);
    for (String topic :
        List.of("_confluent-monitoring", "_confluent-command", "_confluent-metrics")) {
      acls.allow(principal, CENTRE, ResourceType.TOPIC, known(topic, at), PatternType.LITERAL, at);
    }
    acls.allow(
        principal,
        CENTRE,
        ResourceType.TOPIC,
        known("_confluent-controlcenter", at),
        PatternType.PREFIXED,
        at);
    acls.allow(
        principal,
        AclOperation.CREATE,
        ResourceType.TOPIC,
        known("*", at),
        PatternType.LITERAL,
        at);
    acls.allowCluster(principal, AclOperation.DESCRIBE, at);
    acls.allowCluster(principal, AclOperation.DESCRIBE_CONFIGS, at);
    finish(centre);
  }

  private void readKsql(Mapping mapping) {
    MappingReader ksql = instance(mapping, "a ksqlDB server");
    Located<String> principal = JulieUsers.principal(ksql);
    Located<String> id = ksql.required("ksqlDbId", ksql.text("ksqlDbId", "ksqlDbId"));
    Place at = id.place();
    Located<String> own = id.map(text -> "_confluent-ksql-" + text);
    acls.allowCluster(principal, AclOperation.DESCRIBE_CONFIGS, at);
    acls.allow(principal, AclOperation.ALL, ResourceType.TOPIC, own, PatternType.PREFIXED, at);
    acls.allow(
        principal,
        AclOperation.ALL,
        ResourceType.TOPIC,
        id.map(text -> text + "ksql_processing_log"),
        PatternType.LITERAL,
        at);
    group(principal, AclOperation.ALL, own, PatternType.PREFIXED, at);
    ksql.ignore("owner");
    finish(ksql);
  }

  private void group(
      Located<String> principal,
      AclOperation operation,
      Located<String> name,
      PatternType pattern,
      Place at) {
    acls.allow(principal, operation, ResourceType.GROUP, name, pattern, at);
  }

  private MappingReader instance(Mapping mapping, String what) {
    return MappingReader.of(mapping, "principal", what, reading);
  }

  private static void finish(MappingReader instance) {
    instance.ignore("metadata");
    instance.finish();
  }

  private static Located<String> known(String text, Place at) {
    return Located.known(text, "resourceName", at);
  }

  private static Located<String> orDefault(Located<String> text, String otherwise) {
    return text.isAbsent() ? Located.known(otherwise, text.attribute(), text.place()) : text;
  }
}
