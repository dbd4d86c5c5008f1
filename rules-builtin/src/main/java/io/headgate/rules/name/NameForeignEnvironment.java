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

  private final Map<String, Integer> environments = new HashMap<>();

  /** A checker with the policy's settings. */
  public NameForeignEnvironment(Settings settings) {
    int number = 0;
    for (String words : settings.get(ENVIRONMENTS)) {
      for (String word : words.split(" ", -1)) {
        environments.put(word.toLowerCase(Locale.ROOT), number);
      }
      number++;
    }
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Integer own = environments.get(bundle.environment().name().toLowerCase(Locale.ROOT));
    if (own == null) {
      return; // an environment of another name may hold anything
    }
    for (Topic topic : bundle.all(Topic.class)) {
      check("Topic", topic, topic.name(), own, bundle, findings);
    }
    for (App app : bundle.all(App.class)) {
      check("App", app, app.name(), own, bundle, findings);
    }
    for (Connector connector : bundle.all(Connector.class)) {
      check("Connector", connector, connector.name(), own, bundle, findings);
    }
    for (User user : bundle.all(User.class)) {
      check("User", user, user.name(), own, bundle, findings);
    }
  }

  private void check(
      String kind,
      Resource resource,
      Located<String> name,
      int own,
      Bundle bundle,
      Findings findings) {
    String word = name.isKnown() ? foreignWord(name.get(), own) : null;
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
              + bundle.environment().name()
              + "'. Move it to its environment, or rename it.");
    }
  }

  /**
   * The first or the last word of a name, if it stands for another environment and none for this.
   */
  private @Nullable String foreignWord(String name, int own) {
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
