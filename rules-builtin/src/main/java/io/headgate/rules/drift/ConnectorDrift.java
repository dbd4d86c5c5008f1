package io.headgate.rules.drift;

import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the properties of a declared connector with those of the one that runs. Values are never
 * shown, for one of them may be a secret that nobody recognised; recognised ones are not compared.
 */
final class ConnectorDrift {

  /** What Connect adds, and what some tools write in a place of its own. */
  private static final Set<String> GIVEN = Set.of("name", "connector.class", "tasks.max");

  private final Rule rule;
  private final Set<Place> secrets = new HashSet<>();

  ConnectorDrift(Rule rule, Bundle bundle, Bundle running) {
    this.rule = rule;
    for (Bundle one : List.of(bundle, running)) {
      for (Secret secret : one.all(Secret.class)) {
        secrets.add(secret.value().place());
      }
    }
  }

  void compare(Connector connector, Connector runs, Findings findings) {
    String name = "Connector '" + connector.name() + "'";
    Located<String> own = connector.connectorClass();
    Located<String> its = runs.connectorClass();
    if (own.isKnown() && its.isKnown() && !isOne(own.get(), its.get())) {
      findings.add(
          rule,
          connector,
          own,
          name + " runs another class than is declared. Apply the landscape, or declare that one.");
    }
    boolean open = false;
    for (Property property : connector.config().properties()) {
      Located<String> key = property.key();
      open |= key.isUnknown();
      if (key.isKnown() && !key.is("name") && !key.is("connector.class")) {
        declared(name, connector, key.get(), property.value(), runs.config(), findings);
      }
    }
    List<String> added = new ArrayList<>();
    for (Property property : open ? List.<Property>of() : runs.config().properties()) {
      String key = property.key().orElse("name");
      if (!GIVEN.contains(key) && connector.config().get(key).isAbsent()) {
        added.add(key);
      }
    }
    if (!added.isEmpty()) {
      Config config = connector.config();
      findings.add(
          rule,
          connector,
          Located.absent(config.attribute(), config.place()),
          name
              + " runs with "
              + String.join(", ", added)
              + ", which nobody declares. Declare it, or apply the landscape.");
    }
  }

  private void declared(
      String name,
      Connector connector,
      String key,
      Located<String> value,
      Config runs,
      Findings findings) {
    Located<String> now = runs.get(key);
    if (!value.isKnown()
        || now.isUnknown()
        || secrets.contains(value.place())
        || (now.isKnown()
            && (secrets.contains(now.place())
                || ConfigTexts.sameProperty(key, value.get(), now.get())))) {
      return;
    }
    findings.add(
        rule,
        connector,
        value,
        name
            + " runs "
            + (now.isAbsent()
                ? "without " + key + ", which is declared"
                : "with another " + key + " than is declared")
            + ". Apply the landscape, or declare what runs.");
  }

  /** Connect takes the name of a class without its package, and without its last word. */
  private static boolean isOne(String one, String other) {
    boolean isShort = one.indexOf('.') < 0 || other.indexOf('.') < 0;
    return one.equals(other) || (isShort && simple(one).equals(simple(other)));
  }

  private static String simple(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return simple.endsWith("Connector")
        ? simple.substring(0, simple.length() - "Connector".length())
        : simple;
  }
}
