package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Metadata;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.User;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaUser}: a principal, its ACLs (one for each operation) and its quota. The principal is
 * {@code CN=<name>} with TLS, else the name itself (Strimzi's CRD appendix).
 */
final class StrimziUsers {

  private static final Set<String> AUTHENTICATIONS = Set.of("tls", "tls-external", "scram-sha-512");

  private StrimziUsers() {}

  static void read(KubernetesObject object, Reading reading) {
    Scalar metadataName = Metadata.requiredName(object, reading);
    if (metadataName == null) {
      return;
    }
    Place head = metadataName.place();
    object.declare(StrimziDialect.CLUSTER, metadataName.text(), reading);
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
    readTemplate(spec);
    Located<String> authentication = readAuthentication(spec, head);
    boolean tls = authentication.orElse("").startsWith("tls");
    Located<String> principalName =
        authentication.isUnknown()
            ? Located.unknown("name", metadataName.place())
            : name.map(user -> tls ? "CN=" + user : user);
    reading.add(new User(principalName, authentication));
    MappingReader authorization = spec.mapping("authorization");
    if (authorization != null) {
      authorization.word(
          "type", "authorization", word -> word.equals("simple") ? word : null, "simple");
      Located<String> principal = as("principal", principalName.map(user -> "User:" + user));
      // The entries of a user often overlap, a consumer's and a producer's say: to Kafka it is one
      // set.
      Set<ResourceRef> known = new HashSet<>();
      for (Mapping entry : authorization.mappings("acls")) {
        for (Acl acl : StrimziAcls.read(entry, principal, object, reading)) {
          if (known.add(acl.ref())) {
            reading.add(acl);
          }
        }
      }
      authorization.finish();
    }
    readQuotas(spec, principalName, reading);
    spec.finish();
  }

  /** The same value and place as another attribute. */
  private static Located<String> as(String attribute, Located<String> value) {
    return value.isKnown()
        ? Located.known(value.get(), attribute, value.place())
        : Located.unknown(attribute, value.place());
  }

  private static Located<String> readAuthentication(MappingReader spec, Place head) {
    MappingReader authentication = spec.mapping("authentication");
    if (authentication == null) {
      return spec.node("authentication") == null
          ? Located.absent("authentication", head)
          : Located.unknown("authentication", spec.keyPlace("authentication"));
    }
    authentication.integer("validityDays", "authentication.validityDays");
    authentication.integer("renewalDays", "authentication.renewalDays");
    readPassword(authentication);
    Located<String> type =
        authentication.required(
            "type",
            authentication.word(
                "type",
                "authentication",
                word -> AUTHENTICATIONS.contains(word) ? word : null,
                "tls, tls-external or scram-sha-512"));
    authentication.finish();
    return type;
  }

  private static void readPassword(MappingReader authentication) {
    MappingReader password = authentication.mapping("password");
    MappingReader valueFrom = password == null ? null : password.mapping("valueFrom");
    MappingReader secret = valueFrom == null ? null : valueFrom.mapping("secretKeyRef");
    if (secret != null) {
      secret.ignore("name", "key", "optional");
    }
    finish(password);
    finish(valueFrom);
    finish(secret);
  }

  private static void readTemplate(MappingReader spec) {
    MappingReader template = spec.mapping("template");
    MappingReader secret = template == null ? null : template.mapping("secret");
    MappingReader metadata = secret == null ? null : secret.mapping("metadata");
    if (metadata != null) {
      metadata.ignore("labels", "annotations");
    }
    finish(template);
    finish(secret);
    finish(metadata);
  }

  private static void finish(@Nullable MappingReader reader) {
    if (reader != null) {
      reader.finish();
    }
  }

  private static void readQuotas(MappingReader spec, Located<String> user, Reading reading) {
    MappingReader quotas = spec.mapping("quotas");
    if (quotas == null) {
      return;
    }
    reading.add(
        new Quota(
            as("user", user),
            Located.absent("client", user.place()),
            quotas.decimal("producerByteRate", "producerByteRate"),
            quotas.decimal("consumerByteRate", "consumerByteRate"),
            quotas.decimal("requestPercentage", "requestPercentage"),
            quotas.decimal("controllerMutationRate", "controllerMutationRate")));
    quotas.finish();
  }
}
