package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.ConnectorReader;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.dialect.TextMaps;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;

/**
 * {@code Connector}: class and number of tasks stand beside the configuration and count before what
 * it says. A blueprint has all three below {@code connectorConfigs}.
 */
final class CfkConnectors {

  /** Each key with the property that it becomes. */
  private static final List<String> NAMES =
      List.of("class", "connector.class", "taskMax", "tasks.max");

  private static final List<String> POLICIES = List.of("OnFailure", "Never");

  private CfkConnectors() {}

  static void read(KubernetesObject object, boolean blueprint, Reading reading) {
    SpecObject connector = SpecObject.of(object, reading);
    MappingReader spec = connector.spec();
    if (spec == null) {
      return;
    }
    Located<String> name = connector.nameOr(spec, "name");
    Located<String> cluster = CfkRefs.name(spec, "connectClusterRef", "cluster");
    MappingReader configs = spec;
    if (blueprint) {
      spec.ignore("action", "actionPolicy", "certificateStoreConfigs", "credentialStoreConfigs");
      configs = spec.mapping("connectorConfigs");
    } else {
      CfkRefs.rest(spec, "connectRest");
      readPolicy(spec);
    }
    if (configs != null) {
      configs.headAt(connector.head());
      // Without a reference the operator looks for a Connect cluster in the namespace.
      add(
          name,
          cluster.isAbsent() ? Located.unknown("cluster", cluster.place()) : cluster,
          configs,
          reading);
      if (blueprint) {
        configs.finishMisspelt();
      }
    } else if (spec.node("connectorConfigs") == null) {
      spec.required("connectorConfigs", Located.absent("config", connector.head()));
    }
    object.declareIn(null, name.toString(), reading);
    CfkRefs.finish(spec, blueprint);
  }

  private static void readPolicy(MappingReader spec) {
    MappingReader policy = spec.mapping("restartPolicy");
    if (policy != null) {
      policy.required(
          "type",
          policy.word(
              "type",
              "restartPolicy.type",
              word -> POLICIES.contains(word) ? word : null,
              "OnFailure or Never"));
      policy.integer("maxRetry", "restartPolicy.maxRetry");
      policy.finish();
    }
  }

  private static void add(
      Located<String> name, Located<String> cluster, MappingReader spec, Reading reading) {
    spec.required("class", spec.text("class", "config.connector.class"));
    spec.required("taskMax", spec.integer("taskMax", "config.tasks.max"));
    PropertyReader properties =
        new PropertyReader("config", new ResourceRef(Kind.CONNECTOR, name.toString()), reading);
    for (int i = 0; i < NAMES.size(); i += 2) {
      Entry entry = spec.source().entry(NAMES.get(i));
      if (entry != null) {
        properties.read(
            new Scalar(entry.key().place(), NAMES.get(i + 1), Style.PLAIN), entry.value());
      }
    }
    TextMaps.check(spec, "configs", reading);
    Node configs = spec.node("configs");
    if (configs instanceof Mapping free) {
      for (Entry entry : free.entries()) {
        int at = NAMES.indexOf(entry.key().text());
        if (at < 0 || at % 2 == 0 || !spec.has(NAMES.get(at - 1))) {
          properties.read(entry.key(), entry.value());
        }
      }
    } else {
      spec.config("configs", properties);
    }
    Config all = properties.config(spec.keyPlace("configs"));
    ConnectorReader.add(name, cluster, all.get("connector.class"), all, configs, reading);
  }
}
