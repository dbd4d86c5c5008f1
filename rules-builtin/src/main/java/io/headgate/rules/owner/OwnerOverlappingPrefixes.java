package io.headgate.rules.owner;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Topics that belong to several teams at once. */
public final class OwnerOverlappingPrefixes implements Checker {

  /** {@code owner-overlapping-prefixes}. */
  public static final Rule RULE =
      Rule.error("owner-overlapping-prefixes", "Two teams own the same names.").tagged("ownership");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (bundle.environment().owners().size() < 2) {
      return;
    }
    Set<String> said = new HashSet<>();
    for (Topic topic : bundle.all(Topic.class)) {
      String name = topic.name().orElse("");
      List<Owner> owners = bundle.environment().ownersOf(name);
      Set<String> teams = new TreeSet<>();
      for (Owner owner : owners) {
        teams.add(owner.team());
      }
      // One prefix is one mistake, however many topics begin with it.
      if (teams.size() > 1 && said.add(prefix(owners.get(0), name))) {
        findings.add(
            RULE,
            topic,
            topic.name(),
            "Topic '"
                + name
                + "' begins with '"
                + prefix(owners.get(0), name)
                + "', which belongs to the teams "
                + String.join(" and ", teams)
                + ", so nobody knows whose word counts. Leave the prefix to one of them, and give"
                + " the other a longer one for what is its own.");
      }
    }
  }

  /** The longest prefix of an owner that a name begins with, or the whole name if it owns that. */
  private static String prefix(Owner owner, String name) {
    if (owner.names().contains(name)) {
      return name;
    }
    String longest = "";
    for (String prefix : owner.prefixes()) {
      if (name.startsWith(prefix) && prefix.length() >= longest.length()) {
        longest = prefix;
      }
    }
    return longest;
  }
}
