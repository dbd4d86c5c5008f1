package io.headgate.engine.dialect.cfk;

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

/** The custom resources of Confluent for Kubernetes and of its blueprints. */
public final class CfkDialect implements Dialect {

  static final ToolKinds KINDS =
      new ToolKinds(
          "Confluent for Kubernetes",
          List.of(
              "ClusterLink",
              "ConfluentRolebinding",
              "Connector",
              "FlinkStatement",
              "KafkaTopic",
              "Schema"),
          List.of(
              "CMFRestClass",
              "Connect",
              "ControlCenter",
              "FlinkApplication",
              "FlinkBlueGreenDeployment",
              "FlinkComputePool",
              "FlinkDeployment",
              "FlinkEnvironment",
              "FlinkEnvironmentSecretMapping",
              "FlinkKafkaCatalog",
              "FlinkKafkaDatabase",
              "FlinkSecret",
              "FlinkSessionJob",
              "Gateway",
              "KRaftController",
              "KRaftMigrationJob",
              "Kafka",
              "KafkaRestClass",
              "KafkaRestProxy",
              "KsqlDB",
              "MigrationJob",
              "ReferenceGrant",
              "SchemaExporter",
              "SchemaImporter",
              "SchemaRegistry",
              "USMAgent",
              "Zookeeper"));

  private static final String GROUP = "platform.confluent.io";

  /** The groups of the blueprints: applications, clusters and what both stand on. */
  private static final String BLUEPRINTS = ".cpc." + GROUP;

  private static final String APPLICATIONS = "apps" + BLUEPRINTS;
  private static final String VERSION = "v1beta1";

  @Override
  public String name() {
    return "cfk";
  }

  @Override
  public Description describe() {
    return CfkDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(
        Kind.TOPIC,
        Kind.ACL,
        Kind.SCHEMA,
        Kind.CONNECTOR,
        Kind.CONSUMER_GROUP,
        Kind.APP,
        Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    return KINDS.areIn(text);
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null && isOurs(object.group());
  }

  private static boolean isOurs(String group) {
    return group.equals(GROUP) || group.endsWith(BLUEPRINTS);
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return;
    }
    String kind = object.kind().text();
    boolean blueprint = !object.group().equals(GROUP);
    if (blueprint && !object.group().equals(APPLICATIONS)) {
      reading.skip(kind);
      return;
    }
    if (!object.version().equals(VERSION)) {
      KINDS.refuseVersion(object, "v1beta1", reading);
      return;
    }
    switch (kind) {
      case "KafkaTopic" -> CfkTopics.read(object, blueprint, reading);
      case "Schema" -> CfkSchemas.read(object, blueprint, reading);
      case "Connector" -> CfkConnectors.read(object, blueprint, reading);
      case "ConfluentRolebinding" -> CfkRoles.read(object, blueprint, reading);
      case "FlinkStatement" -> CfkStatements.read(object, reading);
      case "ClusterLink" -> CfkLinks.read(object, reading);
      default -> KINDS.leave(object, reading);
    }
  }
}
