package io.headgate.engine.dialect.koperator;

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

/** The custom resources of Koperator. */
public final class KoperatorDialect implements Dialect {

  static final ToolKinds KINDS =
      new ToolKinds(
          "Koperator",
          List.of("KafkaTopic", "KafkaUser"),
          List.of("CruiseControlOperation", "KafkaCluster"));

  private static final String GROUP = "kafka.banzaicloud.io";
  private static final String VERSION = "v1alpha1";

  @Override
  public String name() {
    return "koperator";
  }

  @Override
  public Description describe() {
    return KoperatorDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.USER);
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
    String kind = object.kind().text();
    if (!KINDS.read().contains(kind)) {
      KINDS.refuse(object, reading);
    } else if (!object.version().equals(VERSION)) {
      KINDS.refuseVersion(object, VERSION, reading);
    } else if (kind.equals("KafkaTopic")) {
      KoperatorTopics.read(object, reading);
    } else {
      KoperatorUsers.read(object, reading);
    }
  }
}
