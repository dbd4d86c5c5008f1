package io.headgate.engine.drl;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Small bundles for tests. A value of null is absent, {@code ?} or {@code -1} is unknown. */
public final class Landscape {

  private static final Place PLACE = Place.startOf("topics.yaml");

  private Landscape() {}

  /** A topic with a number of replicas and settings. */
  public static Topic topic(String name, @Nullable Integer replication, String... config) {
    List<Property> properties = new ArrayList<>();
    for (int i = 0; i < config.length; i += 2) {
      properties.add(
          new Property(
              Located.known(config[i], "config." + config[i], PLACE),
              text(config[i + 1], "config." + config[i])));
    }
    return new Topic(
        text(name, "name"),
        Located.known(3, "partitions", PLACE),
        replication == null
            ? Located.absent("replication", PLACE)
            : replication < 0
                ? Located.unknown("replication", PLACE)
                : Located.known(replication, "replication", PLACE),
        new Config("config", PLACE, properties),
        Located.absent("description", PLACE),
        new Config("labels", PLACE, List.of()));
  }

  /** A schema without fields. */
  public static Schema schema(String subject) {
    return new Schema(
        text(subject, "subject"),
        Located.known(Schema.Format.AVRO, "format", PLACE),
        Located.absent("compatibility", PLACE),
        List.of(),
        List.of());
  }

  /** An ACL that allows something on a topic. */
  public static Acl acl(String principal, AclOperation operation, String topic) {
    return new Acl(
        text(principal, "principal"),
        text("*", "host"),
        Located.known(operation, "operation", PLACE),
        Located.known(AclPermissionType.ALLOW, "permission", PLACE),
        Located.known(ResourceType.TOPIC, "resourceType", PLACE),
        text(topic, "resourceName"),
        Located.known(PatternType.LITERAL, "pattern", PLACE));
  }

  /** A bundle of some resources. */
  public static Bundle bundle(Resource... resources) {
    return against(null, resources);
  }

  /** A bundle of some resources that was another before. */
  public static Bundle against(@Nullable Bundle base, Resource... resources) {
    Environment environment =
        new Environment(
            "prod",
            null,
            Map.of(),
            List.of(new Environment.Tier(1, List.of(new NamePattern("payments.*")))),
            List.of(),
            Environment.External.NOTHING,
            Environment.Authorizer.DEFAULT);
    return new Bundle(environment, EnumSet.allOf(Kind.class), List.of(resources), base);
  }

  private static Located<String> text(@Nullable String value, String attribute) {
    return value == null
        ? Located.absent(attribute, PLACE)
        : value.equals("?")
            ? Located.unknown(attribute, PLACE)
            : Located.known(value, attribute, PLACE);
  }
}
