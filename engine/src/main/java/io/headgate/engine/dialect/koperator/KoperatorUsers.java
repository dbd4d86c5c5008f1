package io.headgate.engine.dialect.koperator;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaUser}: its principal is that of a certificate, {@code CN=<name>}. Each grant means
 * DESCRIBE; {@code read} is READ on the topic and on every group besides, and {@code write} is
 * WRITE and CREATE (Koperator's {@code GrantsToACLStrings}). What Vault or Kubernetes signs may
 * have another name, so that the principal is unknown.
 */
final class KoperatorUsers {

  private static final String ALL = "*";

  private KoperatorUsers() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject user = SpecObject.of(object, reading);
    MappingReader spec = user.spec();
    if (spec == null) {
      return;
    }
    spec.required("secretName", spec.text("secretName", "secretName"));
    spec.ignore("annotations", "createCert", "dnsNames", "includeJKS");
    boolean signedElsewhere = readBackend(spec);
    Located<String> name =
        signedElsewhere
            ? Located.unknown("name", user.head())
            : user.name().map(text -> "CN=" + text);
    KoperatorTopics.declare(user, spec, name, reading);
    reading.add(new User(name, Located.known("tls", "authentication", user.head())));
    Located<String> principal =
        name.isKnown()
            ? Located.known("User:" + name.get(), "principal", name.place())
            : Located.unknown("principal", name.place());
    Set<ResourceRef> known = new HashSet<>();
    for (Mapping grant : spec.mappings("topicGrants")) {
      for (Acl acl : readGrant(grant, principal, reading)) {
        if (known.add(acl.ref())) {
          reading.add(acl);
        }
      }
    }
    spec.finish();
  }

  /** Whether somebody signs the certificate who may call the user otherwise. */
  private static boolean readBackend(MappingReader spec) {
    MappingReader backend = spec.mapping("pkiBackendSpec");
    if (backend == null) {
      return spec.node("pkiBackendSpec") != null;
    }
    Located<String> word =
        backend.required(
            "pkiBackend",
            backend.word(
                "pkiBackend",
                "pkiBackend",
                text -> List.of("cert-manager", "vault", "k8s-csr").contains(text) ? text : null,
                "one of cert-manager, vault, k8s-csr"));
    backend.ignore("issuerRef", "signerName");
    backend.finish();
    return !word.is("cert-manager");
  }

  private static List<Acl> readGrant(Mapping mapping, Located<String> principal, Reading reading) {
    MappingReader grant =
        MappingReader.of(mapping, "topicName", "an entry of 'topicGrants'", reading);
    Located<String> topic = grant.required("topicName", grant.text("topicName", "resourceName"));
    Located<String> access =
        grant.required(
            "accessType",
            grant.word(
                "accessType",
                "operation",
                word -> word.equals("read") || word.equals("write") ? word : null,
                "read or write"));
    Located<PatternType> pattern =
        grant.word("patternType", "pattern", KoperatorUsers::pattern, "literal or prefixed");
    grant.finish();
    Place place = access.place();
    List<Acl> acls = new ArrayList<>();
    for (AclOperation operation : operations(access.orElse(""))) {
      acls.add(
          acl(
              principal,
              Located.known(operation, "operation", place),
              Located.known(ResourceType.TOPIC, "resourceType", topic.place()),
              topic,
              pattern));
    }
    if (access.isUnknown()) {
      acls.add(
          acl(
              principal,
              Located.unknown("operation", place),
              Located.known(ResourceType.TOPIC, "resourceType", topic.place()),
              topic,
              pattern));
    }
    if (access.is("read")) {
      acls.add(
          acl(
              principal,
              Located.known(AclOperation.READ, "operation", place),
              Located.known(ResourceType.GROUP, "resourceType", place),
              Located.known(ALL, "resourceName", place),
              Located.known(PatternType.LITERAL, "pattern", place)));
    }
    return acls;
  }

  private static List<AclOperation> operations(String access) {
    return switch (access) {
      case "read" -> List.of(AclOperation.DESCRIBE, AclOperation.READ);
      case "write" -> List.of(AclOperation.DESCRIBE, AclOperation.CREATE, AclOperation.WRITE);
      default -> List.of();
    };
  }

  /** The definition has {@code match} and {@code any}, too, which Kafka takes for no ACL. */
  private static @Nullable PatternType pattern(String word) {
    return switch (word) {
      case "literal" -> PatternType.LITERAL;
      case "prefixed" -> PatternType.PREFIXED;
      default -> null;
    };
  }

  private static Acl acl(
      Located<String> principal,
      Located<AclOperation> operation,
      Located<ResourceType> type,
      Located<String> name,
      Located<PatternType> pattern) {
    return new Acl(
        principal,
        Located.known(ALL, "host", name.place()),
        operation,
        Located.known(AclPermissionType.ALLOW, "permission", operation.place()),
        type,
        name,
        pattern);
  }
}
