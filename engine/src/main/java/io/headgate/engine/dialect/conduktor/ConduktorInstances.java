package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.Tenant;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * {@code ApplicationInstance}: an application in a Kafka cluster, with a principal of its own and
 * with what it owns. Console grants the principal READ, WRITE and DESCRIBE_CONFIGS on its topics
 * and READ on its groups, unless the application manages its rights itself (Conduktor's
 * self-service reference, "Side effects").
 */
final class ConduktorInstances {

  private static final List<AclOperation> ON_TOPICS =
      List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
  private static final List<AclOperation> ON_GROUPS = List.of(AclOperation.READ);

  private ConduktorInstances() {}

  static void read(ConduktorObject instance, Reading reading) {
    MappingReader metadata = instance.metadata();
    Located<String> application =
        metadata.required("application", metadata.text("application", "application"));
    instance.declare(reading, instance.written("application"));
    instance.labels();
    MappingReader spec = instance.spec();
    Located<String> cluster = spec.required("cluster", spec.text("cluster", "cluster"));
    reading.cluster(cluster.orNull());
    Located<String> account = spec.text("serviceAccount", "serviceAccount");
    Located<Boolean> ownRights = ConduktorObject.bool(spec, "applicationManagedServiceAccount");
    spec.texts("policyRef", "policyRef");
    spec.texts("topicPolicyRef", "topicPolicyRef");
    ConduktorObject.oneOf(
        spec, "defaultCatalogVisibility", "defaultCatalogVisibility", "PUBLIC", "PRIVATE");
    boolean acts = !account.isAbsent() && !account.is("") && !ownRights.is(Boolean.TRUE);
    List<String> prefixes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Mapping entry : spec.mappings("resources")) {
      MappingReader owned = MappingReader.of(entry, "name", "an entry of 'resources'", reading);
      Located<String> type =
          owned.required(
              "type",
              ConduktorObject.oneOf(
                  owned,
                  "type",
                  "resourceType",
                  "TOPIC",
                  "CONSUMER_GROUP",
                  "SUBJECT",
                  "CONNECTOR"));
      Located<String> name = owned.required("name", owned.text("name", "resourceName"));
      Located<PatternType> pattern =
          owned.required("patternType", ConduktorAccounts.pattern(owned));
      Located<String> connect = owned.text("connectCluster", "connectCluster");
      if (type.is("CONNECTOR")) {
        owned.required("connectCluster", connect);
      }
      ConduktorObject.oneOf(owned, "ownershipMode", "ownershipMode", "ALL", "LIMITED");
      owned.finish();
      if (!type.is("SUBJECT") && name.isKnown() && pattern.isKnown()) {
        (pattern.is(PatternType.PREFIXED) ? prefixes : names).add(name.get());
      }
      if (acts) {
        grant(ConduktorAccounts.principal(account), type, name, pattern, ownRights, reading);
      }
    }
    String known = account.orElse("");
    reading.fact(
        ClusterFacts.tenant(
            cluster.orNull(),
            new Tenant(
                instance.name().orNull(),
                application.orElse(""),
                acts,
                known.isEmpty() ? List.of() : List.of("User:" + known),
                prefixes,
                names)));
    instance.finish();
  }

  private static void grant(
      Located<String> principal,
      Located<String> type,
      Located<String> name,
      Located<PatternType> pattern,
      Located<Boolean> ownRights,
      Reading reading) {
    boolean topics = type.is("TOPIC");
    if (!topics && !type.is("CONSUMER_GROUP")) {
      return;
    }
    for (AclOperation operation : topics ? ON_TOPICS : ON_GROUPS) {
      reading.add(
          new Acl(
              principal,
              Located.known("*", "host", name.place()),
              // Whether it is granted at all may be a template's to say.
              ownRights.isUnknown()
                  ? Located.unknown("operation", type.place())
                  : Located.known(operation, "operation", type.place()),
              Located.known(AclPermissionType.ALLOW, "permission", type.place()),
              Located.known(
                  topics ? ResourceType.TOPIC : ResourceType.GROUP, "resourceType", type.place()),
              name,
              pattern));
    }
  }
}
