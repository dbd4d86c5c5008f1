package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConfluentRolebinding}: an ACL for each resource of Kafka that the role is bound to. {@code
 * DeveloperRead} is READ and {@code DeveloperWrite} is WRITE; what else a role allows the server
 * decides, so the operation is unknown. A role that is bound to no resource holds for a whole
 * cluster: an ACL of which only the principal is known.
 */
final class CfkRoles {

  /** Scopes other than Kafka's own: what is bound there says nothing about topics and groups. */
  private static final List<String> ELSEWHERE =
      List.of(
          "schemaRegistryClusterId",
          "connectClusterId",
          "ksqlClusterId",
          "cmfId",
          "flinkEnvironmentId");

  private CfkRoles() {}

  static void read(KubernetesObject object, boolean blueprint, Reading reading) {
    SpecObject binding = SpecObject.of(object, reading);
    MappingReader spec = binding.spec();
    if (spec == null) {
      return;
    }
    Located<String> principal = principal(spec, binding);
    Located<String> role = spec.required("role", spec.text("role", "operation"));
    boolean elsewhere = readScope(spec);
    spec.ignore("clustersScopeByRegistryName");
    CfkRefs.name(spec, "kafkaRestClassRef", "kafkaRestClassRef");
    String cluster = CfkRefs.cluster(object, spec);
    CfkRefs.name(spec, "kafkaClusterRef", "cluster");
    object.declareIn(cluster, principal + " " + role, reading);
    reading.cluster(cluster);
    List<Mapping> patterns = spec.mappings("resourcePatterns");
    for (Mapping pattern : patterns) {
      Acl acl = readPattern(pattern, principal, role, elsewhere, reading);
      if (acl != null) {
        reading.add(acl);
      }
    }
    if (patterns.isEmpty() && !elsewhere) {
      reading.add(everywhere(principal, role));
    }
    CfkRefs.finish(spec, blueprint);
  }

  /** A user; who belongs to a group only the directory knows. */
  private static Located<String> principal(MappingReader spec, SpecObject binding) {
    MappingReader principal = spec.mapping("principal");
    if (principal == null) {
      if (spec.node("principal") == null) {
        spec.required("principal", Located.absent("principal", binding.head()));
      }
      return Located.unknown("principal", spec.keyPlace("principal"));
    }
    Located<String> name = principal.required("name", principal.text("name", "principal"));
    Located<String> type =
        principal.required(
            "type",
            principal.word(
                "type",
                "principal.type",
                word -> word.equals("user") || word.equals("group") ? word : null,
                "user or group"));
    principal.finish();
    return type.is("user")
        ? name.map(user -> "User:" + user)
        : Located.unknown("principal", name.place());
  }

  /** Whether the role is bound in another scope than that of a Kafka cluster. */
  private static boolean readScope(MappingReader spec) {
    MappingReader scope = spec.mapping("clustersScopeByIds");
    if (scope == null) {
      return false;
    }
    boolean elsewhere = false;
    scope.ignore("kafkaClusterId");
    for (String id : ELSEWHERE) {
      scope.ignore(id);
      elsewhere |= scope.has(id);
    }
    scope.finish();
    return elsewhere;
  }

  private static @Nullable Acl readPattern(
      Mapping mapping,
      Located<String> principal,
      Located<String> role,
      boolean elsewhere,
      Reading reading) {
    MappingReader pattern =
        MappingReader.of(mapping, "name", "an entry of 'resourcePatterns'", reading);
    Located<String> name = pattern.required("name", pattern.text("name", "resourceName"));
    Located<String> word =
        pattern.required("resourceType", pattern.text("resourceType", "resourceType"));
    Located<PatternType> type =
        pattern.word("patternType", "pattern", CfkRoles::pattern, "PREFIXED or LITERAL");
    pattern.finish();
    ResourceType resource = word.isKnown() ? resource(word.get()) : null;
    if (elsewhere || (word.isKnown() && resource == null)) {
      return null;
    }
    Located<ResourceType> resourceType =
        resource == null
            ? Located.unknown("resourceType", word.place())
            : Located.known(resource, "resourceType", word.place());
    return new Acl(
        principal,
        Located.known("*", "host", pattern.head()),
        operation(role, resource),
        Located.known(AclPermissionType.ALLOW, "permission", role.place()),
        resourceType,
        name,
        type);
  }

  private static Acl everywhere(Located<String> principal, Located<String> role) {
    return new Acl(
        principal,
        Located.known("*", "host", role.place()),
        Located.unknown("operation", role.place()),
        Located.known(AclPermissionType.ALLOW, "permission", role.place()),
        Located.unknown("resourceType", role.place()),
        Located.unknown("resourceName", role.place()),
        Located.unknown("pattern", role.place()));
  }

  private static Located<AclOperation> operation(
      Located<String> role, @Nullable ResourceType resource) {
    boolean topic = resource == ResourceType.TOPIC;
    if (role.is("DeveloperRead") && (topic || resource == ResourceType.GROUP)) {
      return Located.known(AclOperation.READ, "operation", role.place());
    }
    if (role.is("DeveloperWrite") && (topic || resource == ResourceType.TRANSACTIONAL_ID)) {
      return Located.known(AclOperation.WRITE, "operation", role.place());
    }
    return Located.unknown("operation", role.place());
  }

  /** Null for what is no resource of Kafka's own, such as a subject or a connector. */
  private static @Nullable ResourceType resource(String word) {
    return switch (word) {
      case "Topic" -> ResourceType.TOPIC;
      case "Group" -> ResourceType.GROUP;
      case "TransactionalId" -> ResourceType.TRANSACTIONAL_ID;
      case "Cluster" -> ResourceType.CLUSTER;
      default -> null;
    };
  }

  private static @Nullable PatternType pattern(String word) {
    return switch (word) {
      case "PREFIXED" -> PatternType.PREFIXED;
      case "LITERAL" -> PatternType.LITERAL;
      default -> null;
    };
  }
}
