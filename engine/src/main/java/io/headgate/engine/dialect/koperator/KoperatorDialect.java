package io.headgate.engine.dialect.koperator;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The custom resources of Koperator. */
public final class KoperatorDialect implements Dialect {

  private static final String GROUP = "kafka.banzaicloud.io";
  private static final String VERSION = "v1alpha1";
  private static final List<String> KINDS =
      List.of("KafkaTopic", "KafkaUser", "KafkaCluster", "CruiseControlOperation");

  /** The kinds that nothing is read of, which have versions of their own. */
  static final List<String> NOT_READ = List.of("CruiseControlOperation", "KafkaCluster");

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
  public boolean mayRead(String path, String text) {
    return text.contains(GROUP + "/");
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("KafkaTopic") || text.contains("KafkaUser");
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
    if (NOT_READ.contains(kind)) {
      reading.skip(kind);
    } else if (!KINDS.contains(kind)) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.kind().place(),
          "kind",
          "Koperator has no kind '" + kind + "'." + Nearest.hint(kind, KINDS));
    } else if (!object.version().equals(VERSION)) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "Koperator has no version '"
              + object.version()
              + "' of a "
              + kind
              + "; the only one is '"
              + GROUP
              + "/"
              + VERSION
              + "'.");
    } else if (kind.equals("KafkaTopic")) {
      KoperatorTopics.read(object, reading);
    } else {
      KoperatorUsers.read(object, reading);
    }
  }
}
