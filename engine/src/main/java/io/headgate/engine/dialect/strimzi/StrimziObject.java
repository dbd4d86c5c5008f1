package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Metadata;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of Strimzi share: a name in the metadata and a spec.
 *
 * @param object the object
 * @param name its name
 * @param spec the reader of its spec; null if there is none, which is a finding
 */
record StrimziObject(KubernetesObject object, Located<String> name, @Nullable MappingReader spec) {

  /** How the services of a Kafka cluster are called that clients begin with. */
  private static final String BOOTSTRAP = "-kafka-bootstrap";

  /**
   * Begins to read an object; null if it has no name, which is a finding.
   *
   * @param what what it is, for messages, such as {@code a KafkaConnect}
   */
  static @Nullable StrimziObject of(KubernetesObject object, String what, Reading reading) {
    Scalar name = Metadata.requiredName(object, reading);
    if (name == null) {
      return null;
    }
    MappingReader root = new MappingReader(object.mapping(), name.place(), what, reading);
    root.ignore("apiVersion", "kind", "metadata", "status");
    MappingReader spec = root.mapping("spec");
    if (spec == null && root.node("spec") == null) {
      reading.unreadable(
          name.place(), "spec", "The " + object.kind().text() + " needs a mapping 'spec'.");
    } else if (spec != null) {
      spec.headAt(name.place());
    }
    root.finish();
    object.declare(StrimziDialect.CLUSTER, name.text(), reading);
    return new StrimziObject(object, MappingReader.located(name, "name"), spec);
  }

  /** Whether it is of the version that current releases serve, without what older ones had. */
  boolean isCurrent() {
    return object.version().equals("v1");
  }

  /** Where it is named. */
  Place head() {
    return name.place();
  }

  /** The label that names the cluster it belongs to: of Kafka or, for connectors, of Connect. */
  Located<String> clusterLabel(Reading reading) {
    Located<String> label = reading.added().label(object, StrimziDialect.CLUSTER);
    if (label == null) {
      return Located.absent("cluster", head());
    }
    return label.isKnown()
        ? Located.known(label.get(), "cluster", label.place())
        : Located.unknown("cluster", label.place());
  }

  /**
   * The Kafka cluster behind addresses such as {@code my-cluster-kafka-bootstrap:9093}, or null.
   */
  static @Nullable String clusterBehind(Located<String> addresses) {
    String first = addresses.orElse("").strip();
    int end = first.indexOf(BOOTSTRAP);
    return end <= 0 || first.substring(0, end).contains(",") ? null : first.substring(0, end);
  }

  /** The known texts among some values that are neither empty nor alike. */
  static List<String> known(List<Located<String>> values) {
    return values.stream()
        .filter(Located::isKnown)
        .map(Located::get)
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }
}
