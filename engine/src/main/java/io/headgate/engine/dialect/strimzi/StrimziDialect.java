package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.ToolKinds;
import io.headgate.engine.document.Document;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strimzi's custom resources. */
public final class StrimziDialect implements Dialect {

  static final ToolKinds KINDS =
      new ToolKinds(
          "Strimzi",
          List.of(
              "Kafka",
              "KafkaConnect",
              "KafkaConnector",
              "KafkaMirrorMaker2",
              "KafkaTopic",
              "KafkaUser"),
          List.of(
              "KafkaBridge",
              "KafkaMirrorMaker",
              "KafkaNodePool",
              "KafkaRebalance",
              "StrimziPodSet"));

  private static final String GROUP = "kafka.strimzi.io";
  static final String CLUSTER = "strimzi.io/cluster";
  private static final List<String> VERSIONS = List.of("v1", "v1beta2", "v1beta1", "v1alpha1");

  @Override
  public String name() {
    return "strimzi";
  }

  @Override
  public Description describe() {
    return StrimziDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(
        Kind.TOPIC,
        Kind.ACL,
        Kind.QUOTA,
        Kind.USER,
        Kind.CONNECTOR,
        Kind.CONSUMER_GROUP,
        Kind.CONNECTION,
        Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    return KINDS.areIn(text);
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null && object.group().equals(GROUP);
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    if (!VERSIONS.contains(object.version())) {
      KINDS.refuseVersion(object, "v1", reading);
      return;
    }
    sayRemoved(object, reading);
    switch (object.kind().text()) {
      case "Kafka" -> StrimziKafkas.read(object, reading);
      case "KafkaConnect" -> StrimziConnects.read(object, reading);
      case "KafkaConnector" -> StrimziConnectors.read(object, reading);
      case "KafkaMirrorMaker2" -> StrimziMirrors.read(object, reading);
      case "KafkaTopic" -> {
        reading.cluster(kafkaCluster(object, reading));
        StrimziTopics.read(object, reading);
      }
      case "KafkaUser" -> {
        reading.cluster(kafkaCluster(object, reading));
        StrimziUsers.read(object, reading);
      }
      default -> KINDS.refuse(object, reading);
    }
  }

  /** The Kafka cluster that an object is for; null if that is not known. */
  private static @Nullable String kafkaCluster(KubernetesObject object, Reading reading) {
    Located<String> label = reading.added().label(object, CLUSTER);
    String cluster = label == null ? null : label.orNull();
    return cluster == null || cluster.isBlank() ? null : cluster;
  }

  /** Strimzi 1.0.0 took all versions but v1 out of its CRDs (its CHANGELOG). */
  private static void sayRemoved(KubernetesObject object, Reading reading) {
    if (!object.version().equals("v1")) {
      reading.find(
          CoreRules.REMOVED_VERSION,
          object.apiVersion().place(),
          "apiVersion",
          "Strimzi 1.0 and later serve only '"
              + GROUP
              + "/v1', so this "
              + object.kind().text()
              + " of '"
              + object.version()
              + "' is refused once the operator is upgraded; convert it to v1, or turn this rule"
              + " off while the operator is older than 0.49, which knows no v1.");
    }
  }
}
