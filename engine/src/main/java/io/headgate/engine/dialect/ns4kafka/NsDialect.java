package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * ns4kafka's objects. Their {@code apiVersion: v1} is that of Kubernetes' own, so those that
 * Kubernetes has, too, are told by what only one of both has in their body.
 */
public final class NsDialect implements Dialect {

  /** Keys of which ns4kafka's namespace has one and that of Kubernetes none. */
  private static final List<String> NAMESPACE =
      List.of(
          "kafkaUser",
          "protectionEnabled",
          "transactionsEnabled",
          "subjectNameStrategies",
          "connectClusters",
          "topicValidator",
          "connectValidator");

  /** Keys of metadata that only objects of Conduktor have. */
  private static final List<String> CONDUKTOR =
      List.of("catalogVisibility", "connectCluster", "descriptionIsEditable");

  /** Words of which each object that no other tool calls the same has one. */
  private static final List<String> SIGNS =
      List.of(
          "AccessControlEntry", "ConnectCluster", "KafkaStream", "kafkaUser", "replicationFactor");

  @Override
  public String name() {
    return "ns4kafka";
  }

  @Override
  public Description describe() {
    return NsDescription.get();
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
        Kind.CONNECTION,
        Kind.APP,
        Kind.CONSUMER_GROUP,
        Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    for (String sign : SIGNS) {
      if (text.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null || !object.apiVersion().text().equals("v1")) {
      return false;
    }
    return switch (object.kind().text()) {
      case "Topic", "Schema", "Connector" -> !isConduktors(object);
      case "ConnectCluster", "KafkaStream", "AccessControlEntry" -> true;
      case "Namespace" -> object.metadata("cluster") != null || specHas(object, NAMESPACE);
      case "RoleBinding" -> specHas(object, List.of("role", "subject"));
      case "ResourceQuota" -> isQuota(object);
      default -> false;
    };
  }

  private static boolean isConduktors(KubernetesObject object) {
    for (String key : CONDUKTOR) {
      if (object.metadata(key) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean specHas(KubernetesObject object, List<String> keys) {
    if (object.mapping().get("spec") instanceof Mapping spec) {
      for (String key : keys) {
        if (spec.entry(key) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** What Kubernetes limits stands below {@code hard}. */
  private static boolean isQuota(KubernetesObject object) {
    if (!(object.mapping().get("spec") instanceof Mapping spec) || spec.entry("hard") != null) {
      return false;
    }
    for (Entry entry : spec.entries()) {
      String key = entry.key().text();
      if (key.startsWith("count/") || key.startsWith("disk/") || key.startsWith("user/")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    switch (object.kind().text()) {
      case "Topic" -> NsTopics.read(object, reading);
      case "Schema" -> NsSchemas.read(object, reading);
      case "Connector" -> NsConnectors.read(object, reading);
      case "ConnectCluster" -> NsConnectors.readCluster(object, reading);
      case "KafkaStream" -> NsNamespaces.readStream(object, reading);
      case "AccessControlEntry" -> NsAccess.read(object, reading);
      case "Namespace" -> NsNamespaces.read(object, reading);
      case "RoleBinding" -> NsNamespaces.readBinding(object, reading);
      default -> NsQuotas.read(object, reading);
    }
  }
}
