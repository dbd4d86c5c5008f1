package io.headgate.rules.app;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Topic;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Applications that write topics which no file declares. */
public final class AppUndeclaredOutput implements Checker {

  /** {@code app-undeclared-output}. */
  public static final Rule RULE =
      Rule.warning("app-undeclared-output", "An application writes a topic that nobody declares.")
          .tagged("ownership", "integrity");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.knowsTopics()) {
      return;
    }
    NavigableSet<String> declared = new TreeSet<>();
    for (Topic topic : bundle.all(Topic.class)) {
      declared.add(topic.name().get());
    }
    for (App app : bundle.all(App.class)) {
      Set<String> said = new HashSet<>();
      for (Located<String> output : app.outputs()) {
        if (output.isKnown()
            && !declared.contains(output.get())
            && !isExternal(output.get(), bundle)
            && said.add(output.get())) {
          findings.add(
              RULE,
              app,
              output,
              "App '"
                  + app.name()
                  + "' writes topic '"
                  + output
                  + "', which nobody declares, so it is made with the brokers' defaults or the app"
                  + " fails."
                  + TopicNames.hint(output.get(), declared)
                  + " Declare it with its partitions, replicas and retention.");
        }
      }
    }
  }

  private static boolean isExternal(String topic, Bundle bundle) {
    for (NamePattern pattern : bundle.environment().external().topics()) {
      if (pattern.matches(topic)) {
        return true;
      }
    }
    return false;
  }
}
