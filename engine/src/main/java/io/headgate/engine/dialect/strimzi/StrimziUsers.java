package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * {@code KafkaUser}: a principal, its ACLs (one for each operation) and its quota. The principal is
 * {@code CN=<name>} with TLS, else the name itself (Strimzi's CRD appendix).
 */
final class StrimziUsers {

  private static final String CLUSTER_NAME = "kafka-cluster";

  private StrimziUsers() {}

  static void read(KubernetesObject object, Reading reading) {
    Scalar metadataName = object.name();
    Place head = metadataName == null ? object.kind().place() : metadataName.place();
    if (metadataName == null) {
      reading.unreadable(head, "name", "The KafkaUser has no 'metadata.name'.");
      return;
    }
    MappingReader root = new MappingReader(object.mapping(), head, "a KafkaUser", reading);
    root.ignore("apiVersion", "kind", "metadata", "status");
    MappingReader spec = root.mapping("spec");
    root.finish();
    Located<String> name = MappingReader.located(metadataName, "name");
    if (spec == null) {
      reading.add(new User(name, Located.absent("authentication", head)));
      return;
    }
    spec.headAt(head);
    spec.ignore("template");
    Located<String> authentication = Located.absent("authentication", head);
    MappingReader authenticating = spec.mapping("authentication");
    if (authenticating != null) {
      authenticating.ignore("password", "validityDays", "renewalDays");
      authentication = authenticating.text("type", "authentication");
      authenticating.finish();
    }
    boolean tls = authentication.orElse("").startsWith("tls");
    Located<String> principalName = name.map(user -> tls ? "CN=" + user : user);
    reading.add(new User(principalName, authentication));
    MappingReader authorization = spec.mapping("authorization");
    if (authorization != null) {
      authorization.ignore("type");
      Located<String> principal = principalName.map(user -> "User:" + user);
      // The entries of a user often overlap, a consumer's and a producer's say: to Kafka it is one
      // set.
      Set<ResourceRef> known = new HashSet<>();
      for (Node item : authorization.items("acls")) {
        if (item instanceof Mapping acl) {
          for (Acl one : acls(acl, principal, object, reading)) {
            if (known.add(one.ref())) {
              reading.add(one);
            }
          }
        } else {
          reading.unreadable(item.place(), "acls", "Each entry of 'acls' must be a mapping.");
        }
      }
      authorization.finish();
    }
    readQuotas(spec, principalName, reading);
    spec.finish();
  }

  private static List<Acl> acls(
      Mapping mapping, Located<String> principal, KubernetesObject object, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "host", "an entry of 'acls'", reading);
    MappingReader resource = acl.mapping("resource");
    if (resource == null) {
      reading.unreadable(acl.head(), "resource", "An entry of 'acls' needs a 'resource'.");
      return List.of();
    }
    Located<ResourceType> type =
        resource.word("type", "resourceType", AclWords::resource, AclWords.resources());
    Located<String> resourceName = resource.text("name", "resourceName");
    if (resourceName.isAbsent() && type.is(ResourceType.CLUSTER)) {
      resourceName = Located.known(CLUSTER_NAME, "resourceName", type.place());
    }
    Located<PatternType> pattern =
        resource.word("patternType", "pattern", AclWords::pattern, "literal or prefix");
    resource.finish();
    Located<AclPermissionType> permission =
        acl.word("type", "permission", AclWords::permission, "allow or deny");
    Located<String> host = acl.text("host", "host");
    List<Acl> acls = new ArrayList<>();
    for (Located<AclOperation> operation : operations(acl, object, reading)) {
      acls.add(
          new Acl(
              principal,
              host.isAbsent() ? Located.known("*", "host", host.place()) : host,
              operation,
              permission.isAbsent()
                  ? Located.known(AclPermissionType.ALLOW, "permission", permission.place())
                  : permission,
              type,
              resourceName,
              pattern));
    }
    acl.finish();
    return acls;
  }

  private static List<Located<AclOperation>> operations(
      MappingReader acl, KubernetesObject object, Reading reading) {
    List<Located<String>> words = new ArrayList<>(acl.texts("operations", "operation"));
    if (acl.has("operation")) {
      if (object.version().equals("v1")) {
        reading.find(
            CoreRules.UNKNOWN_FIELD,
            acl.keyPlace("operation"),
            "operation",
            "The key 'operation' is gone in v1; write the list 'operations'.");
      }
      words.addAll(acl.texts("operation", "operation"));
    }
    List<Located<AclOperation>> operations = new ArrayList<>();
    for (Located<String> word : words) {
      AclOperation operation = word.isKnown() ? AclWords.operation(word.get()) : null;
      if (operation != null) {
        operations.add(Located.known(operation, "operation", word.place()));
      } else {
        operations.add(Located.unknown("operation", word.place()));
        if (word.isKnown()) {
          reading.unreadable(
              word.place(),
              "operation",
              "The operation '" + word.get() + "' must be " + AclWords.operations() + ".");
        }
      }
    }
    return operations;
  }

  private static void readQuotas(MappingReader spec, Located<String> user, Reading reading) {
    MappingReader quotas = spec.mapping("quotas");
    if (quotas == null) {
      return;
    }
    reading.add(
        new Quota(
            user,
            Located.absent("client", user.place()),
            quotas.decimal("producerByteRate", "producerByteRate"),
            quotas.decimal("consumerByteRate", "consumerByteRate"),
            quotas.decimal("requestPercentage", "requestPercentage"),
            quotas.decimal("controllerMutationRate", "controllerMutationRate")));
    quotas.finish();
  }
}
