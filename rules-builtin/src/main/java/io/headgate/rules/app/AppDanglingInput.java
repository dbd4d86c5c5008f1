package io.headgate.rules.app;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import java.util.HashSet;
import java.util.Set;

/** Applications that read topics which do not exist. */
public final class AppDanglingInput implements Checker {

  /** {@code app-dangling-input}. */
  public static final Rule RULE =
      Rule.error("app-dangling-input", "An application reads a topic that does not exist.")
          .tagged("integrity");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.knowsTopics()) {
      return;
    }
    for (App app : bundle.all(App.class)) {
      Set<String> said = new HashSet<>();
      for (Located<String> input : app.inputs()) {
        if (input.isKnown() && !bundle.hasTopic(input.get()) && said.add(input.get())) {
          findings.add(
              RULE,
              app,
              input,
              "App '"
                  + app.name()
                  + "' reads topic '"
                  + input
                  + "', which does not exist."
                  + TopicNames.hint(input.get(), bundle.topicNames())
                  + " Name a topic of this environment, or list it under external topics in the"
                  + " policy.");
        }
      }
    }
  }
}
