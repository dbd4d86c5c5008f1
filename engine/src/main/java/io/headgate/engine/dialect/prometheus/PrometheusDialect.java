package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Alerting rules of Prometheus: {@code PrometheusRule} of the Prometheus operator, and rule files.
 */
public final class PrometheusDialect implements Dialect {

  private static final String GROUP = "monitoring.coreos.com";
  private static final String VERSION = "v1";
  private static final String KIND = "PrometheusRule";
  private static final String GROUPS = "groups";

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public Description describe() {
    return PrometheusDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.ALERT_RULE);
  }

  @Override
  public boolean mayRead(String path, String text) {
    return KafkaMetrics.areIn(text);
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains(KIND) || text.contains("alert:");
  }

  @Override
  public boolean reads(Document document) {
    Sequence groups = groups(document);
    if (groups == null) {
      return false;
    }
    for (Node group : groups.items()) {
      if (group instanceof Mapping mapping && mapping.get("rules") instanceof Sequence rules) {
        for (Node rule : rules.items()) {
          if (rule instanceof Mapping one
              && one.get("expr") instanceof Scalar expression
              && RuleReader.isAboutKafka(expression.text())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable Sequence groups(Document document) {
    if (!(document.root() instanceof Mapping root)) {
      return null;
    }
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      return root.get(GROUPS) instanceof Sequence groups ? groups : null;
    }
    return isRule(object)
            && root.get("spec") instanceof Mapping spec
            && spec.get(GROUPS) instanceof Sequence groups
        ? groups
        : null;
  }

  private static boolean isRule(KubernetesObject object) {
    return object.group().equals(GROUP) && object.kind().text().equals(KIND);
  }

  @Override
  public void read(Document document, Reading reading) {
    if (!(document.root() instanceof Mapping root)) {
      return;
    }
    KubernetesObject object = KubernetesObject.of(document);
    if (object == null) {
      MappingReader file = MappingReader.of(root, "a rule file", reading);
      file.ignore("namespace"); // of Mimir and Cortex
      GroupReader.read(file, "rules/" + baseName(reading.file()), reading);
      file.finish();
      return;
    }
    if (!object.version().equals(VERSION)) {
      reading.find(
          CoreRules.UNKNOWN_KIND,
          object.apiVersion().place(),
          "apiVersion",
          "The Prometheus operator has no "
              + KIND
              + " of version '"
              + object.version()
              + "'; write '"
              + GROUP
              + "/"
              + VERSION
              + "'.");
      return;
    }
    Scalar name = object.name();
    Place head = name == null ? object.kind().place() : name.place();
    if (name == null) {
      reading.unreadable(head, "name", "The " + KIND + " has no 'metadata.name'.");
    }
    MappingReader whole = new MappingReader(root, head, "a " + KIND, reading);
    whole.ignore("apiVersion", "kind", "metadata", "status");
    MappingReader spec = whole.mapping("spec");
    whole.finish();
    if (spec != null) {
      spec.headAt(head);
      GroupReader.read(
          spec, KIND + "/" + object.metadata("namespace") + "/" + object.metadata("name"), reading);
      spec.finish();
    }
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
