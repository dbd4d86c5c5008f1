package io.headgate.engine.dialect.redpanda;

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

/** The custom resources of the Redpanda operator. */
public final class RedpandaDialect implements Dialect {

  private static final String GROUP = "cluster.redpanda.com";
  private static final List<String> VERSIONS = List.of("v1alpha2", "v1alpha1");
  private static final List<String> READ =
      List.of("Topic", "User", "Group", "RedpandaRole", "Schema");

  /** The kinds that nothing is read of. */
  static final List<String> NOT_READ =
      List.of(
          "Broker",
          "Connect",
          "Console",
          "NodePool",
          "Pipeline",
          "Redpanda",
          "RedpandaBrokerPool",
          "RedpandaRoleBinding",
          "ShadowLink",
          "StretchCluster");

  @Override
  public String name() {
    return "redpanda";
  }

  @Override
  public Description describe() {
    return RedpandaDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.USER, Kind.SCHEMA, Kind.SECRET);
  }

  @Override
  public boolean mayRead(String path, String text) {
    return text.contains(GROUP + "/");
  }

  @Override
  public boolean owns(String path, String text) {
    for (String kind : READ) {
      if (text.contains(kind)) {
        return true;
      }
    }
    return false;
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
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "The Redpanda operator has no version '"
              + object.version()
              + "'; the current one is '"
              + GROUP
              + "/v1alpha2'.");
      return;
    }
    String kind = object.kind().text();
    switch (kind) {
      case "Topic" -> RedpandaTopics.read(object, reading);
      case "User" -> RedpandaUsers.read(object, reading);
      case "Group" -> RedpandaUsers.readGroup(object, reading);
      case "RedpandaRole" -> RedpandaUsers.readRole(object, reading);
      case "Schema" -> RedpandaSchemas.read(object, reading);
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
              "The Redpanda operator has no kind '" + kind + "'." + Nearest.hint(kind, kinds));
        }
      }
    }
  }
}
