package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.Grant;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * {@code ApplicationInstancePermission}: what an instance lets another one do with its topics. READ
 * is READ and DESCRIBE_CONFIGS for the other one's principal, and WRITE is READ and WRITE and
 * DESCRIBE_CONFIGS (Conduktor's self-service reference, "Side effects"). As whom the other one acts
 * stands in another file.
 */
final class ConduktorPermissions {

  private ConduktorPermissions() {}

  static void read(ConduktorObject permission, Reading reading) {
    MappingReader metadata = permission.metadata();
    metadata.required("application", metadata.text("application", "application"));
    Located<String> from =
        metadata.required("appInstance", metadata.text("appInstance", "appInstance"));
    permission.declare(reading, permission.written("appInstance"));
    permission.labels();
    MappingReader spec = permission.spec();
    right(spec, "userPermission");
    // One key for both, before Console 1.33.
    String key = spec.oneOf("serviceAccountPermission", "permission");
    Located<String> right = right(spec, key);
    Located<String> to = spec.required("grantedTo", spec.text("grantedTo", "principal"));
    MappingReader resource = spec.mapping("resource");
    if (resource == null) {
      if (spec.node("resource") == null) {
        spec.required("resource", Located.absent("resource", permission.head()));
      }
    } else {
      Located<String> type =
          resource.required(
              "type",
              ConduktorObject.oneOf(
                  resource,
                  "type",
                  "resourceType",
                  "TOPIC",
                  "CONSUMER_GROUP",
                  "SUBJECT",
                  "CONNECTOR"));
      Located<String> name = resource.required("name", resource.text("name", "resourceName"));
      Located<PatternType> pattern =
          resource.required("patternType", ConduktorAccounts.pattern(resource));
      resource.text("connectCluster", "connectCluster");
      resource.finish();
      if (type.is("TOPIC") || type.isUnknown()) {
        grant(from, to, right, type, name, pattern, reading);
      }
    }
    permission.finish();
  }

  private static Located<String> right(MappingReader spec, String key) {
    return ConduktorObject.oneOf(spec, key, "operation", "READ", "WRITE", "NONE");
  }

  private static void grant(
      Located<String> from,
      Located<String> to,
      Located<String> right,
      Located<String> type,
      Located<String> name,
      Located<PatternType> pattern,
      Reading reading) {
    List<Acl> acls = new ArrayList<>();
    for (Located<AclOperation> operation : operations(right)) {
      acls.add(
          new Acl(
              Located.unknown("principal", to.place()),
              Located.known("*", "host", name.place()),
              operation,
              Located.known(AclPermissionType.ALLOW, "permission", right.place()),
              type.isKnown()
                  ? Located.known(ResourceType.TOPIC, "resourceType", type.place())
                  : Located.unknown("resourceType", type.place()),
              name,
              pattern));
    }
    if (!acls.isEmpty()) {
      // Nobody can be called like a receiver that only a template knows.
      reading.fact(ClusterFacts.grant(new Grant(from.orNull(), to.orElse(""), acls)));
    }
  }

  private static List<Located<AclOperation>> operations(Located<String> right) {
    if (right.isUnknown()) {
      return List.of(Located.unknown("operation", right.place()));
    }
    List<Located<AclOperation>> operations = new ArrayList<>();
    if (right.is("READ") || right.is("WRITE")) {
      operations.add(Located.known(AclOperation.READ, "operation", right.place()));
      if (right.is("WRITE")) {
        operations.add(Located.known(AclOperation.WRITE, "operation", right.place()));
      }
      operations.add(Located.known(AclOperation.DESCRIBE_CONFIGS, "operation", right.place()));
    }
    return operations;
  }
}
