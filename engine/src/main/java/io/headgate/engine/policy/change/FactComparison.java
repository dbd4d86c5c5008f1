package io.headgate.engine.policy.change;

import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.Environment.Tier;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is said of the world around the landscape. Headgate cannot know what is true there:
 * whatever may silence a rule is told.
 */
final class FactComparison {

  private static final String OWNERS = "owners";

  private final Side base;
  private final Side head;
  private final Weaknesses found;

  FactComparison(Side base, Side head, Weaknesses found) {
    this.base = base;
    this.head = head;
    this.found = found;
  }

  void compare() {
    owners();
    tiers();
    Environment.External was = base.policy().everywhere().external();
    Environment.External is = head.policy().everywhere().external();
    external("principals", was.principals(), is.principals());
    external("topics", was.topics(), is.topics());
    external("groups", was.groups(), is.groups());
    for (String environment : base.policy().environments().keySet()) {
      brokers(environment);
    }
  }

  private void add(String attribute, Place place, String message) {
    found.add(
        Kind.FACTS,
        attribute,
        place,
        message + " Take that back, or change it where the policy's owners decide.");
  }

  private void owners() {
    List<Owner> was = base.policy().everywhere().owners();
    List<Owner> is = head.policy().everywhere().owners();
    for (Owner owner : was) {
      for (String prefix : owner.prefixes()) {
        if (!has(is, owner.team(), prefix)) {
          add(
              "owners." + owner.team() + " " + prefix,
              head.place(OWNERS),
              "The names that begin with "
                  + Weaknesses.quoted(prefix)
                  + " no longer belong to '"
                  + owner.team()
                  + "'.");
        }
      }
    }
    for (int i = 0; i < is.size() && !was.isEmpty(); i++) {
      Owner owner = is.get(i);
      for (String prefix : owner.prefixes()) {
        Owner other = has(was, owner.team(), prefix) ? null : other(was, owner.team(), prefix);
        if (other != null) {
          add(
              "owners." + owner.team() + " " + prefix,
              head.itemPlace(OWNERS, i, "prefixes"),
              "The names that begin with "
                  + Weaknesses.quoted(prefix)
                  + " belong to '"
                  + owner.team()
                  + "' now, but to '"
                  + other.team()
                  + "' in the base.");
        }
      }
      principals(owner, was, i);
    }
  }

  private void principals(Owner owner, List<Owner> was, int index) {
    boolean known = false;
    for (Owner old : was) {
      known |= old.team().equals(owner.team());
    }
    for (NamePattern principal : owner.principals()) {
      boolean covered = false;
      for (Owner old : was) {
        covered |= old.team().equals(owner.team()) && isCovered(principal, old.principals());
      }
      if (known && !covered) {
        add(
            "owners." + owner.team() + " " + principal.text(),
            head.itemPlace(OWNERS, index, "principals"),
            Weaknesses.quoted(principal.text())
                + " acts for '"
                + owner.team()
                + "' now, which it does not in the base.");
      }
    }
  }

  private static boolean has(List<Owner> owners, String team, String prefix) {
    for (Owner owner : owners) {
      if (owner.team().equals(team) && owner.prefixes().contains(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Who else owns the names of a prefix; null if nobody, or the team itself owns more of them. */
  private static @Nullable Owner other(List<Owner> owners, String team, String prefix) {
    Owner best = null;
    int length = -1;
    for (Owner owner : owners) {
      for (String own : owner.prefixes()) {
        boolean closer = own.length() > length || (own.length() == length && is(owner, team));
        if (prefix.startsWith(own) && closer) {
          best = owner;
          length = own.length();
        }
      }
    }
    return best == null || is(best, team) ? null : best;
  }

  private static boolean is(Owner owner, String team) {
    return owner.team().equals(team);
  }

  /** The first match counts: what stands behind the base's tiers takes nothing from them. */
  private void tiers() {
    List<Tier> was = base.policy().everywhere().tiers();
    List<Tier> is = head.policy().everywhere().tiers();
    for (int i = 0; i < was.size(); i++) {
      if (i >= is.size()
          || !is.get(i).topics().equals(was.get(i).topics())
          || is.get(i).tier() > was.get(i).tier()) {
        add(
            "tiers",
            head.itemPlace("tiers", i, "tier"),
            "The tiers are others than in the base, or stand in another order, so topics may count"
                + " as less critical.");
        return;
      }
    }
  }

  private void external(String kind, List<NamePattern> was, List<NamePattern> is) {
    for (NamePattern pattern : is) {
      if (!isCovered(pattern, was)) {
        add(
            "external." + kind + " " + pattern.text(),
            head.place("external", kind),
            Weaknesses.quoted(pattern.text())
                + " is said to exist outside of the landscape, which the base does not say, so no"
                + " rule misses it.");
      }
    }
  }

  private static boolean isCovered(NamePattern narrow, List<NamePattern> patterns) {
    for (NamePattern wide : patterns) {
      if (wide.matches(narrow.text())) {
        return true;
      }
    }
    return false;
  }

  private void brokers(String name) {
    Environment was = base.facts(name);
    Environment is = head.facts(name);
    String start = "environments." + name + ".";
    if (!Objects.equals(was.kafkaVersion(), is.kafkaVersion())) {
      changed(
          name,
          "kafka-version",
          was.kafkaVersion() == null ? null : was.kafkaVersion().toString(),
          is.kafkaVersion() == null ? null : is.kafkaVersion().toString());
    }
    Map<String, String> then = was.brokerDefaults();
    Map<String, String> now = is.brokerDefaults();
    TreeSet<String> keys = new TreeSet<>(then.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      if (!Objects.equals(then.get(key), now.get(key))) {
        changed(name, "broker-defaults." + key, then.get(key), now.get(key));
      }
    }
    boolean everyone = is.authorizer().allowEveryoneIfNoAclFound();
    if (everyone != was.authorizer().allowEveryoneIfNoAclFound()) {
      String key = "allow-everyone-if-no-acl-found";
      changed(name, "authorizer." + key, String.valueOf(!everyone), String.valueOf(everyone));
    }
    for (String user : is.authorizer().superUsers()) {
      if (!was.authorizer().superUsers().contains(user)) {
        add(
            start + "authorizer.super-users " + user,
            head.place("environments", name, "authorizer", "super-users"),
            Weaknesses.quoted(user)
                + " is a super user of '"
                + name
                + "' now, which it is not in the base.");
      }
    }
  }

  /** Keys may hold dots, so the path is cut at the first one only. */
  private void changed(String name, String key, @Nullable String was, @Nullable String is) {
    int dot = key.indexOf('.');
    add(
        "environments." + name + "." + key,
        dot < 0
            ? head.place("environments", name, key)
            : head.place("environments", name, key.substring(0, dot), key.substring(dot + 1)),
        "'"
            + key.substring(dot + 1)
            + "' of '"
            + name
            + "' is "
            + (is == null ? "no longer said" : Weaknesses.quoted(is))
            + ", but "
            + (was == null ? "not said" : Weaknesses.quoted(was))
            + " in the base, and rules go by it.");
  }
}
