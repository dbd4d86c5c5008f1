package io.headgate.engine.dialect.redpanda;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import org.jspecify.annotations.Nullable;

/**
 * The {@code cluster} of a spec: another object, or the addresses and the login themselves. Of the
 * latter only secrets are of interest.
 */
final class RedpandaCluster {

  private RedpandaCluster() {}

  /**
   * Reads it, and notes it as the Kafka cluster of the object.
   *
   * @param kafkaName what the object declares in Kafka
   * @param holder whose secrets it may hold
   */
  static void read(
      SpecObject object,
      MappingReader spec,
      Located<String> kafkaName,
      ResourceRef holder,
      Reading reading) {
    MappingReader cluster = spec.mapping("cluster");
    String name = null;
    if (cluster != null) {
      cluster.config("staticConfiguration", "cluster.staticConfiguration", holder);
      name = name(object, cluster);
      if (!cluster.has("clusterRef") && !cluster.has("staticConfiguration")) {
        cluster.required("clusterRef", Located.absent("cluster", spec.keyPlace("cluster")));
      }
      cluster.finish();
    } else if (spec.node("cluster") == null && !spec.has("kafkaApiSpec")) {
      spec.required("cluster", Located.absent("cluster", object.head()));
    }
    object.object().declareIn(name, kafkaName.toString(), reading);
    reading.cluster(name);
  }

  /** The name with its namespace, which is the object's own unless it says another. */
  private static @Nullable String name(SpecObject object, MappingReader cluster) {
    MappingReader reference = cluster.mapping("clusterRef");
    if (reference == null) {
      return null;
    }
    reference.ignore("group", "kind");
    Located<String> name = reference.required("name", reference.text("name", "cluster"));
    Located<String> namespace = reference.text("namespace", "namespace");
    reference.finish();
    if (!name.isKnown() || namespace.isUnknown()) {
      return null;
    }
    String space =
        namespace.isKnown() ? namespace.get() : object.object().knownMetadata("namespace");
    return space == null ? name.get() : space + "/" + name.get();
  }
}
