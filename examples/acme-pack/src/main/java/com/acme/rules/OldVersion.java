package com.acme.rules;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code acme-old-version}: in Java, since it takes names apart and counts from the newest. */
final class OldVersion implements Checker {

  private static final Setting<Long> KEEP =
      Setting.integer("keep", 2, "How many versions of a topic may stand side by side.");

  static final Rule RULE =
      Rule.warning("acme-old-version", "A topic of an old version was never removed.").with(KEEP);

  private final long keep;

  OldVersion(Settings settings) {
    keep = settings.get(KEEP);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Map<String, TreeMap<Integer, Topic>> versions = new HashMap<>();
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orNull();
      int version = name == null ? -1 : version(name);
      if (version >= 0) {
        versions
            .computeIfAbsent(name.substring(0, name.lastIndexOf(".v")), stem -> new TreeMap<>())
            .put(version, topic);
      }
    }
    for (TreeMap<Integer, Topic> all : versions.values()) {
      int newer = all.size();
      for (Topic topic : all.values()) {
        newer--;
        if (newer >= keep) {
          findings.add(
              RULE,
              topic,
              topic.name(),
              "Topic '"
                  + topic.name()
                  + "' has "
                  + newer
                  + " newer versions, up to '"
                  + all.lastEntry().getValue().name()
                  + "', but at most "
                  + keep
                  + " may stand side by side. Move its readers on and remove it.");
        }
      }
    }
  }

  /** The 3 of {@code orders.placed.v3}, or -1. */
  private static int version(String name) {
    int at = name.lastIndexOf(".v");
    String digits = at < 0 ? "" : name.substring(at + 2);
    // More digits are no version but a number, and would not fit.
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
  }
}
