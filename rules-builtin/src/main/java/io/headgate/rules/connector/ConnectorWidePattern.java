package io.headgate.rules.connector;

import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import java.util.List;
import java.util.Set;

/** Sinks that read every topic there is and will be. */
public final class ConnectorWidePattern implements Checker {

  private static final Setting<List<String>> EXEMPT =
      Setting.texts("exempt", List.of(), "Connectors that may read everything; '*' is a wildcard.");

  /** {@code connector-wide-pattern}. */
  public static final Rule RULE =
      Rule.error("connector-wide-pattern", "A sink connector reads every topic of the cluster.")
          .with(EXEMPT)
          .tagged("least-privilege", "pii");

  private static final Set<String> EVERYTHING =
      Set.of(
          ".*", ".+", "..*", ".*?", ".+?", "[\\s\\S]*", "[^ ]*", "\\S+", "\\S*", "[a-zA-Z0-9._-]+");

  private final Patterns exempt;

  /** A checker with the policy's settings. */
  public ConnectorWidePattern(Settings settings) {
    exempt = new Patterns(settings.get(EXEMPT));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Connector connector : bundle.all(Connector.class)) {
      Located<String> pattern = connector.topicsPattern();
      String name = connector.name().orElse("");
      if (pattern.isKnown() && EVERYTHING.contains(bare(pattern.get())) && !exempt.match(name)) {
        findings.add(
            RULE,
            connector,
            pattern,
            "Connector '"
                + connector.name()
                + "' has topics.regex '"
                + pattern
                + "', so it ships every topic that it may read, today's and tomorrow's. Name the topics"
                + " in topics, or begin the pattern with their prefix.");
      }
    }
  }

  /** Without anchors and brackets, which change nothing: Connect matches whole names. */
  private static String bare(String pattern) {
    String text = pattern.strip();
    boolean changed = true;
    while (changed && !text.isEmpty()) {
      changed = false;
      if (text.startsWith("^")) {
        text = text.substring(1);
        changed = true;
      }
      if (text.endsWith("$")) {
        text = text.substring(0, text.length() - 1);
        changed = true;
      }
      if (text.length() > 1 && text.startsWith("(") && text.indexOf(')') == text.length() - 1) {
        text = text.substring(1, text.length() - 1);
        changed = true;
      }
    }
    return text;
  }
}
