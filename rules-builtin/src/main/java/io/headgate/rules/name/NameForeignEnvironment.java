package io.headgate.rules.name;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Topic;
import io.headgate.spi.model.User;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources that bear the name of another environment than the one they are declared for. */
public final class NameForeignEnvironment implements Checker {

  private static final Setting<List<String>> ENVIRONMENTS =
      Setting.texts(
          "environments",
          List.of(
              "dev development",
              "test tst qa uat",
              "staging stg stage preprod preprd",
              "prod prd production"),
          "The words for each environment, one environment an entry, its words apart by blanks.");

  /** {@code name-foreign-environment}. */
  public static final Rule RULE =
      Rule.error("name-foreign-environment", "A resource bears the name of another environment.")
          .with(ENVIRONMENTS)
          .tagged("naming", "promotion");

  private final List<String> words;

  /** A checker with the policy's settings. */
  public NameForeignEnvironment(Settings settings) {
    words = settings.get(ENVIRONMENTS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    String name = bundle.environment().name();
    if (name.isEmpty()) {
      return;
    }
    Map<String, Integer> environments = environments();
    Integer own = environments.get(name.toLowerCase(Locale.ROOT));
    if (own != null) { // an environment of another name may hold anything
      check(bundle, new Foreign(environments, own, name), findings);
    }
  }

  /** The number of the environment that a word stands for. */
  private Map<String, Integer> environments() {
    Map<String, Integer> environments = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      for (String word : words.get(i).split(" ", -1)) {
        environments.put(word.toLowerCase(Locale.ROOT), i);
      }
    }
    return environments;
  }

  private static void check(Bundle bundle, Foreign foreign, Findings findings) {
    for (Topic topic : bundle.all(Topic.class)) {
      check("Topic", topic, topic.name(), foreign, findings);
    }
    for (App app : bundle.all(App.class)) {
      check("App", app, app.name(), foreign, findings);
    }
    for (Connector connector : bundle.all(Connector.class)) {
      check("Connector", connector, connector.name(), foreign, findings);
    }
    for (User user : bundle.all(User.class)) {
      check("User", user, user.name(), foreign, findings);
    }
  }

  private static void check(
      String kind, Resource resource, Located<String> name, Foreign foreign, Findings findings) {
    String word = name.isKnown() ? foreign.wordOf(name.get()) : null;
    if (word != null) {
      findings.add(
          RULE,
          resource,
          name,
          kind
              + " '"
              + name
              + "' bears '"
              + word
              + "' in its name but is declared for environment '"
              + foreign.environment()
              + "'. Move it to its environment, or rename it.");
    }
  }

  /** What is foreign to one environment. */
  private record Foreign(Map<String, Integer> environments, int own, String environment) {

    /**
     * The first or the last word of a name, if it stands for another environment and none for this.
     */
    @Nullable String wordOf(String name) {
      int first = 0;
      while (first < name.length() && isPart(name.charAt(first))) {
        first++;
      }
      int last = name.length();
      while (last > 0 && isPart(name.charAt(last - 1))) {
        last--;
      }
      String head = name.substring(0, first);
      String tail = name.substring(last);
      Integer begins = environments.get(head.toLowerCase(Locale.ROOT));
      Integer ends = environments.get(tail.toLowerCase(Locale.ROOT));
      boolean ofThis = (begins != null && begins == own) || (ends != null && ends == own);
      return ofThis ? null : begins != null ? head : ends != null ? tail : null;
    }

    private static boolean isPart(char c) {
      return Character.isLetterOrDigit(c);
    }
  }
}
