package io.headgate.rules.connector;

import io.headgate.rules.kafka.Connect;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Transforms that are defined and never run. */
public final class ConnectorOrphanTransform implements Checker {

  /** {@code connector-orphan-transform}. */
  public static final Rule RULE =
      Rule.warning(
              "connector-orphan-transform", "A connector defines a transform that it never runs.")
          .tagged("config", "broker-truth");

  private static final String TRANSFORMS = "transforms";

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> list = connector.config().get(TRANSFORMS);
      if (list.isUnknown()) {
        continue;
      }
      List<String> run = Connect.list(list.orElse(""));
      Set<String> seen = new HashSet<>(run);
      for (Property property : connector.config().properties()) {
        String alias = alias(property.key().orElse(""));
        if (alias != null && seen.add(alias)) {
          findings.add(
              RULE,
              connector,
              property.key(),
              "Connector '"
                  + connector.name()
                  + "' defines transform '"
                  + alias
                  + "', but "
                  + (list.isAbsent() ? "there is no transforms" : "transforms does not list it")
                  + ", so it never runs."
                  + Nearest.hint(alias, run)
                  + " List it, or take its properties out.");
        }
      }
    }
  }

  /** The name in {@code transforms.<name>.type}, by which a transform is defined. */
  private static @Nullable String alias(String key) {
    int from = TRANSFORMS.length() + 1;
    int to = key.length() - ".type".length();
    boolean defines = key.startsWith(TRANSFORMS + ".") && key.endsWith(".type") && to > from;
    String alias = defines ? key.substring(from, to) : "";
    return alias.isEmpty() || alias.indexOf('.') >= 0 ? null : alias;
  }
}
