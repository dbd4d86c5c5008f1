package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The custom resources of Aiven's operator that are about Kafka. */
public final class AivenDialect implements Dialect {

  private static final String GROUP = "aiven.io";
  private static final String VERSION = "v1alpha1";

  private static final List<String> READ =
      List.of(
          "KafkaACL",
          "KafkaConnector",
          "KafkaNativeACL",
          "KafkaQuota",
          "KafkaSchema",
          "KafkaTopic",
          "ServiceUser");

  /** The kinds that nothing is read of. */
  static final List<String> NOT_READ = List.of("Kafka", "KafkaConnect", "KafkaSchemaRegistryACL");

  @Override
  public String name() {
    return "aiven";
  }

  @Override
  public Description describe() {
    return AivenDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(
        Kind.TOPIC,
        Kind.ACL,
        Kind.USER,
        Kind.QUOTA,
        Kind.SCHEMA,
        Kind.CONNECTOR,
        Kind.CONSUMER_GROUP,
        Kind.SECRET);
  }

  @Override
  public boolean mayRead(String path, String text) {
    return text.contains("Kafka") || text.contains("ServiceUser");
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains(GROUP + "/" + VERSION) && text.contains("Kafka");
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null
        && object.group().equals(GROUP)
        && (object.kind().text().startsWith("Kafka") || object.kind().text().equals("ServiceUser"));
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    if (!object.version().equals(VERSION)) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "Aiven's operator has no version '"
              + object.version()
              + "'; the only one is '"
              + GROUP
              + "/"
              + VERSION
              + "'.");
      return;
    }
    String kind = object.kind().text();
    switch (kind) {
      case "KafkaTopic" -> AivenTopics.read(object, reading);
      case "KafkaACL" -> AivenAccess.read(object, reading);
      case "KafkaNativeACL" -> AivenAccess.readNative(object, reading);
      case "KafkaQuota" -> AivenQuotas.read(object, reading);
      case "KafkaSchema" -> AivenSchemas.read(object, reading);
      case "KafkaConnector" -> AivenConnectors.read(object, reading);
      case "ServiceUser" -> AivenAccess.readUser(object, reading);
      default -> {
        List<String> kinds = new ArrayList<>(READ);
        kinds.addAll(NOT_READ);
        if (NOT_READ.contains(kind) || Nearest.to(kind, kinds) == null) {
          reading.skip(kind);
        } else {
          reading.find(
              CoreRules.UNKNOWN_KIND,
              object.kind().place(),
              "kind",
              "Aiven's operator has no kind '" + kind + "'." + Nearest.hint(kind, kinds));
        }
      }
    }
  }
}
