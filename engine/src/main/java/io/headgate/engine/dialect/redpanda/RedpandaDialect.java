package io.headgate.engine.dialect.redpanda;

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

/** The custom resources of the Redpanda operator. */
public final class RedpandaDialect implements Dialect {

  static final ToolKinds KINDS =
      new ToolKinds(
          "The Redpanda operator",
          List.of("Topic", "User", "Group", "RedpandaRole", "Schema"),
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
              "StretchCluster"));

  private static final String GROUP = "cluster.redpanda.com";
  private static final List<String> VERSIONS = List.of("v1alpha2", "v1alpha1");

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
      KINDS.refuseVersion(object, "v1alpha2", reading);
      return;
    }
    String kind = object.kind().text();
    switch (kind) {
      case "Topic" -> RedpandaTopics.read(object, reading);
      case "User" -> RedpandaUsers.read(object, reading);
      case "Group" -> RedpandaUsers.readGroup(object, reading);
      case "RedpandaRole" -> RedpandaUsers.readRole(object, reading);
      case "Schema" -> RedpandaSchemas.read(object, reading);
      default -> KINDS.leave(object, reading);
    }
  }
}
