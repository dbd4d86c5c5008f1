package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import org.jspecify.annotations.Nullable;

/** References to other objects: a name and, where it is another one, a namespace. */
final class CfkRefs {

  private CfkRefs() {}

  /** The name behind a reference; absent if there is none. */
  static Located<String> name(MappingReader spec, String key, String attribute) {
    MappingReader reference = spec.mapping(key);
    if (reference == null) {
      return spec.node(key) == null
          ? Located.absent(attribute, spec.head())
          : Located.unknown(attribute, spec.keyPlace(key));
    }
    reference.ignore("namespace");
    Located<String> name = reference.required("name", reference.text("name", attribute));
    reference.finish();
    return name;
  }

  /**
   * The Kafka cluster behind {@code kafkaClusterRef}, as {@code namespace/name} where the namespace
   * is known; null if the object does not say it. What a reference to a REST class or an endpoint
   * leads to is not known, and both count before the cluster.
   */
  static @Nullable String cluster(KubernetesObject object, MappingReader spec) {
    if (!(spec.source().get("kafkaClusterRef") instanceof Mapping reference)
        || spec.has("kafkaRestClassRef")
        || spec.has("kafkaRest")
        || !(reference.get("name") instanceof Scalar name)
        || name.isNull()
        || name.isTemplated()) {
      return null;
    }
    Node namespace = reference.get("namespace");
    if (namespace instanceof Scalar scalar && !scalar.isNull()) {
      return scalar.isTemplated() ? null : scalar.text() + "/" + name.text();
    }
    String own = object.knownMetadata("namespace");
    return own == null ? name.text() : own + "/" + name.text();
  }

  /** The settings by which the operator reaches a server; nothing in them is judged. */
  static void rest(MappingReader spec, String key) {
    MappingReader rest = spec.mapping(key);
    if (rest != null) {
      rest.ignore("authentication", "endpoint", "kafkaClusterID", "tls");
      rest.finish();
    }
  }

  /** Reports unknown keys: of blueprints, whose definition is not public, only misspelt ones. */
  static void finish(MappingReader spec, boolean blueprint) {
    if (blueprint) {
      spec.finishMisspelt();
    } else {
      spec.finish();
    }
  }
}
