package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.ToolKinds;
import io.headgate.engine.document.Document;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The custom resources of Aiven's operator that are about Kafka. */
public final class AivenDialect implements Dialect {

  static final ToolKinds KINDS =
      new ToolKinds(
          "Aiven's operator",
          List.of(
              "KafkaACL",
              "KafkaConnector",
              "KafkaNativeACL",
              "KafkaQuota",
              "KafkaSchema",
              "KafkaTopic",
              "ServiceUser"),
          List.of("Kafka", "KafkaConnect", "KafkaSchemaRegistryACL"));

  private static final String GROUP = "aiven.io";
  private static final String VERSION = "v1alpha1";

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
      KINDS.refuseVersion(object, "v1alpha1", reading);
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
      default -> KINDS.leave(object, reading);
    }
  }
}
