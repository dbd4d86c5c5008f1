package io.headgate.rules.group;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import java.util.List;

/** Groups of consumers in which nobody is, while records wait for them. */
public final class GroupWithoutMembers implements Checker {

  private static final Setting<List<String>> ALLOW =
      Setting.texts(
          "allow", List.of(), "Groups that come and go, such as batches; '*' is a wildcard.");

  /** {@code group-without-members}. */
  public static final Rule RULE =
      Rule.warning(
              "group-without-members", "A group of consumers has no member while records wait.")
          .with(ALLOW)
          .tagged("live", "availability");

  private final List<NamePattern> allowed;

  /** A checker with the policy's settings. */
  public GroupWithoutMembers(Settings settings) {
    allowed = settings.get(ALLOW).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.live() == null) {
      return;
    }
    for (Lags.Lag lag : Lags.of(bundle, allowed)) {
      if (lag.isEmpty()) {
        findings.add(
            RULE,
            lag.topic(),
            lag.where(),
            "Group '"
                + lag.group().name()
                + "' has no member, and "
                + lag.records()
                + (lag.records() == 1 ? " record" : " records")
                + " of topic '"
                + lag.topic().name()
                + "' "
                + (lag.records() == 1 ? "waits" : "wait")
                + " for it. Start its app, or delete the group if nobody needs it.");
      }
    }
  }
}
