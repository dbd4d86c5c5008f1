package io.headgate.rules.group;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import java.util.List;

/** Groups of consumers that are far behind. */
public final class GroupLagging implements Checker {

  private static final Setting<Long> RECORDS =
      Setting.integer(
          "records", 100_000, "How many records of a topic a group may have yet to read.");

  private static final Setting<List<String>> ALLOW =
      Setting.texts(
          "allow", List.of(), "Groups that may be far behind, such as batches; '*' is a wildcard.");

  /** {@code group-lagging}. */
  public static final Rule RULE =
      Rule.warning("group-lagging", "A running group of consumers is far behind.")
          .with(RECORDS, ALLOW)
          .tagged("live", "availability");

  private final long records;
  private final List<NamePattern> allowed;

  /** A checker with the policy's settings. */
  public GroupLagging(Settings settings) {
    records = settings.get(RECORDS);
    allowed = settings.get(ALLOW).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.live() == null) {
      return;
    }
    for (Lags.Lag lag : Lags.of(bundle, allowed)) {
      // Of a group without members another rule speaks.
      if (lag.records() > records && !lag.isEmpty()) {
        findings.add(
            RULE,
            lag.topic(),
            lag.where(),
            "Group '"
                + lag.group().name()
                + "' is "
                + lag.records()
                + " records behind on topic '"
                + lag.topic().name()
                + "', above "
                + records
                + ". Give it more members, or see what holds it up, before retention deletes what"
                + " it has not read.");
      }
    }
  }
}
