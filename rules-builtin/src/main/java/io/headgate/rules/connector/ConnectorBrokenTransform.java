package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chains of transforms that Kafka Connect cannot build. */
public final class ConnectorBrokenTransform implements Checker {

  /** {@code connector-broken-transform}. */
  public static final Rule RULE =
      Rule.error(
              "connector-broken-transform",
              "A connector lists a transform that it does not define.")
          .tagged("config", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> predicates = connector.config().get("predicates");
      List<String> defined = Connect.list(predicates.orElse(""));
      checkList(connector, "transforms", findings);
      checkList(connector, "predicates", findings);
      for (String alias : Connect.list(connector.config().get("transforms").orElse(""))) {
        Located<String> predicate = connector.config().get("transforms." + alias + ".predicate");
        if (predicate.isKnown()
            && !predicates.isUnknown()
            && !defined.contains(predicate.get().strip())) {
          findings.add(
              RULE,
              connector,
              predicate,
              "Transform '"
                  + alias
                  + "' of connector '"
                  + connector.name()
                  + "' has predicate '"
                  + predicate
                  + "', which is not in predicates, so the connector fails."
                  + Nearest.hint(predicate.get(), defined)
                  + " List and define it, or take it out.");
        }
      }
    }
  }

  private static void checkList(Connector connector, String key, Findings findings) {
    Located<String> list = connector.config().get(key);
    Set<String> seen = new HashSet<>();
    for (String alias : Connect.list(list.orElse(""))) {
      String type = key + "." + alias + ".type";
      String fault =
          !seen.add(alias)
              ? " twice, which Kafka Connect refuses. Take one of them out."
              : connector.config().get(type).isAbsent()
                  ? ", but there is no "
                      + type
                      + ", so Kafka Connect refuses it. Add the type, or take the name out."
                  : null;
      if (fault != null) {
        findings.add(
            RULE,
            connector,
            list,
            "Connector '" + connector.name() + "' lists '" + alias + "' in " + key + fault);
      }
    }
  }
}
