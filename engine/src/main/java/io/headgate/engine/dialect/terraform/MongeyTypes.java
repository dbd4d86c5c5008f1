package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.terraform.Words.AclKeys;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Topic;
import io.headgate.spi.model.User;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The provider {@code Mongey/kafka} (its {@code docs/resources}). */
final class MongeyTypes {

  private static final AclKeys ACL =
      new AclKeys(
          "acl_principal",
          "acl_host",
          "acl_operation",
          "acl_permission_type",
          "resource_type",
          "resource_name",
          "resource_pattern_type_filter");

  private MongeyTypes() {}

  static Set<String> arguments(String type) {
    return switch (type) {
      case "kafka_topic" -> Set.of("name", "partitions", "replication_factor", "config");
      case "kafka_acl" -> ACL.all();
      case "kafka_quota" -> Set.of("entity_type", "entity_name", "config");
      case "kafka_quota_composite" -> Set.of("entity", "config");
      case "kafka_user_scram_credential" ->
          Set.of(
              "username",
              "scram_mechanism",
              "scram_iterations",
              "password",
              "password_wo",
              "password_wo_version");
      default -> Set.of();
    };
  }

  static void read(Instance instance, Reading reading) {
    switch (instance.type()) {
      case "kafka_topic" -> topic(instance, reading);
      case "kafka_acl" -> Words.acl(instance, ACL, reading);
      case "kafka_quota" -> quota(instance, reading);
      case "kafka_quota_composite" -> composite(instance, reading);
      default -> user(instance, reading);
    }
  }

  private static void topic(Instance instance, Reading reading) {
    MappingReader topic = Words.reader(instance, "name", reading);
    reading.add(
        new Topic(
            topic.name("name"),
            topic.integer("partitions", "partitions"),
            topic.integer("replication_factor", "replication"),
            topic.config("config", "config", null),
            Located.unknown("description", topic.head()),
            Words.nowhere("labels", topic.head())));
  }

  private static void quota(Instance instance, Reading reading) {
    MappingReader quota = Words.reader(instance, "entity_name", reading);
    Located<String> type = quota.text("entity_type", "entity_type");
    Located<String> name = quota.text("entity_name", "user");
    if (type.is("ip")) {
      // The model has quotas of users and clients.
      reading.skip("kafka_quota of an address");
      return;
    }
    add(
        type.is("client-id") ? null : entity(name, "user", type),
        type.is("user") ? null : entity(name, "client", type),
        quota,
        reading);
  }

  /** An entity without a name is the one that stands for all without a quota of their own. */
  private static Located<String> entity(
      Located<String> name, String attribute, Located<String> type) {
    if (!type.isKnown() || name.isUnknown()) {
      return Located.unknown(attribute, name.place());
    }
    return Located.known(name.orElse(Quota.DEFAULT), attribute, name.place());
  }

  private static void composite(Instance instance, Reading reading) {
    MappingReader quota = Words.reader(instance, "config", reading);
    @Nullable Located<String> user = null;
    @Nullable Located<String> client = null;
    for (Mapping block : quota.mappings("entity")) {
      MappingReader entity = MappingReader.of(block, "type", "an entity of a quota", reading);
      Located<String> type = entity.text("type", "type");
      Located<String> name = entity.text("name", "name");
      if (type.is("client-id")) {
        client = entity(name, "client", type);
      } else {
        user = entity(name, "user", type);
      }
    }
    add(user, client, quota, reading);
  }

  private static void add(
      @Nullable Located<String> user,
      @Nullable Located<String> client,
      MappingReader quota,
      Reading reading) {
    MappingReader config = quota.mapping("config");
    reading.add(
        new Quota(
            user == null ? Located.absent("user", quota.head()) : user,
            client == null ? Located.absent("client", quota.head()) : client,
            rate(config, "producer_byte_rate", "producerByteRate", quota),
            rate(config, "consumer_byte_rate", "consumerByteRate", quota),
            rate(config, "request_percentage", "requestPercentage", quota),
            rate(config, "controller_mutation_rate", "controllerMutationRate", quota)));
  }

  private static Located<Double> rate(
      @Nullable MappingReader config, String key, String attribute, MappingReader quota) {
    if (config != null) {
      return config.decimal(key, attribute);
    }
    return quota.isTemplated("config")
        ? Located.unknown(attribute, quota.keyPlace("config"))
        : Located.absent(attribute, quota.head());
  }

  private static void user(Instance instance, Reading reading) {
    MappingReader user = Words.reader(instance, "username", reading);
    Located<String> name = user.name("username");
    reading.add(new User(name, user.text("scram_mechanism", "authentication").map(Words::lower)));
    ResourceRef holder = new ResourceRef(Kind.USER, name.toString());
    Words.secret(instance, "password", holder, reading);
    Words.secret(instance, "password_wo", holder, reading);
  }
}
