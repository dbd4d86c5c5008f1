package io.headgate.rules.app;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Remark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements over personal data that cannot be followed. */
public final class AppUnreadableSql implements Checker {

  private static final Setting<List<String>> TAGS =
      Setting.texts(
          "tags",
          List.of("PII", "PERSONAL", "PRIVATE", "SENSITIVE", "CONFIDENTIAL", "GDPR", "PHI", "PCI"),
          "The tags, and categories of masking policies, that mean personal or sensitive data.");

  /** {@code app-unreadable-sql}. */
  public static final Rule RULE =
      Rule.warning(
              "app-unreadable-sql",
              "A statement cannot be followed, though it may pass on personal data.")
          .with(TAGS)
          .tagged("pii", "lineage");

  private final List<String> tags;

  /** A checker with the policy's settings. */
  public AppUnreadableSql(Settings settings) {
    tags = settings.get(TAGS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Lineage lineage = null;
    for (App app : bundle.all(App.class)) {
      String topic = personalInput(app, bundle);
      if (topic == null && !(app.inputs().isEmpty() && app.script() != null)) {
        continue;
      }
      lineage = lineage == null ? bundle.lineage() : lineage;
      for (Remark remark : lineage.remarks(Remark.About.UNREADABLE_SQL)) {
        if (remark.through().ref().equals(app.ref())) {
          findings.add(
              RULE,
              app,
              remark.text(),
              "A statement of app '"
                  + app.name()
                  + "' cannot be followed: "
                  + remark.text().get()
                  + ". "
                  + what(topic, bundle)
                  + " Write it in plainer words, or waive the finding with what it passes on.");
        }
      }
    }
  }

  private String what(@Nullable String topic, Bundle bundle) {
    Field field = topic == null ? null : bundle.personalField(topic, tags);
    if (field == null) {
      return "So nobody can tell what it reads and writes.";
    }
    return "The app reads the personal field '"
        + field.path()
        + "' of topic '"
        + topic
        + "', so every field is taken to reach everything it writes.";
  }

  private @Nullable String personalInput(App app, Bundle bundle) {
    for (Located<String> input : app.inputs()) {
      if (input.isKnown() && bundle.personalField(input.get(), tags) != null) {
        return input.get();
      }
    }
    return null;
  }
}
