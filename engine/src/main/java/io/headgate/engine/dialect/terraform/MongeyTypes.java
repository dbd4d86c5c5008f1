package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.terraform.Words.AclKeys;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.Set;

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
      default -> Set.of();
    };
  }

  static void read(Instance instance, Reading reading) {
    if (instance.type().equals("kafka_topic")) {
      topic(instance, reading);
    } else {
      Words.acl(instance, ACL, reading);
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
}
