package io.headgate.engine.policy.change;

import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Policy.BundleSpec;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares which files are judged, and as which environment. */
final class BundleComparison {

  private final Side base;
  private final Side head;
  private final Predicate<String> exists;
  private final Weaknesses found;

  /**
   * A comparison.
   *
   * @param exists whether there is something at a path, relative to the root of the run
   */
  BundleComparison(Side base, Side head, Predicate<String> exists, Weaknesses found) {
    this.base = base;
    this.head = head;
    this.exists = exists;
    this.found = found;
  }

  void compare() {
    List<BundleSpec> now = head.policy().bundles();
    if (base.policy().bundles().isEmpty()) {
      String was = base.policy().environment();
      if (now.isEmpty()) {
        environment(was, head.policy().environment(), "", -1);
      }
      for (int i = 0; i < now.size(); i++) {
        environment(was, now.get(i).environment(), now.get(i).name(), i);
      }
      return;
    }
    for (BundleSpec was : base.policy().bundles()) {
      for (String path : was.paths()) {
        if (exists.test(path)) {
          compare(was, path);
        }
      }
    }
  }

  private void compare(BundleSpec was, String path) {
    List<BundleSpec> now = head.policy().bundles();
    if (now.isEmpty()) {
      environment(was.environment(), head.policy().environment(), was.name(), -1);
      return;
    }
    int covering = -1;
    int named = -1;
    for (int i = 0; i < now.size(); i++) {
      named = now.get(i).name().equals(was.name()) ? i : named;
      if (now.get(i).holds(path)) {
        if (now.get(i).environment().equals(was.environment())) {
          return;
        }
        covering = i;
      }
    }
    if (covering >= 0) {
      environment(was.environment(), now.get(covering).environment(), was.name(), covering);
      return;
    }
    found.add(
        Kind.BUNDLES,
        "bundles." + was.name() + " " + path,
        named < 0 ? head.place("bundles") : head.itemPlace("bundles", named, "path"),
        "No bundle holds all of "
            + Weaknesses.quoted(path.isEmpty() ? "." : path)
            + " any more, which the bundle '"
            + was.name()
            + "' of the base does, so files there would be judged no longer. Name it again.");
  }

  /** An environment that the base does not know was no other one there. */
  private void environment(String was, String is, String bundle, int index) {
    if (is.equals(was) || (was.isEmpty() && !base.policy().environments().containsKey(is))) {
      return;
    }
    Place place =
        index < 0 ? head.place("environment") : head.itemPlace("bundles", index, "environment");
    found.add(
        Kind.BUNDLES,
        bundle.isEmpty() ? "environment" : "bundles." + bundle + ".environment",
        place,
        (bundle.isEmpty() ? "The landscape" : "The bundle '" + bundle + "'")
            + " is judged as "
            + named(is)
            + ", but as "
            + named(was)
            + " in the base. Take that back, or change it where the policy's owners decide.");
  }

  private static String named(String environment) {
    return environment.isEmpty() ? "no environment" : "the environment '" + environment + "'";
  }

  /** The bundles of the base, and what only the change names, so that it is judged at all. */
  static List<BundleSpec> merged(Policy base, Policy head) {
    if (base.bundles().isEmpty()) {
      return List.of();
    }
    List<BundleSpec> merged = new ArrayList<>(base.bundles());
    for (BundleSpec now : head.bundles()) {
      List<String> more = new ArrayList<>();
      for (String path : now.paths()) {
        boolean known = false;
        for (BundleSpec was : base.bundles()) {
          known |= was.holds(path);
        }
        if (!known) {
          more.add(path);
        }
      }
      if (!more.isEmpty()) {
        add(now, more, merged);
      }
    }
    return merged;
  }

  private static void add(BundleSpec now, List<String> more, List<BundleSpec> merged) {
    for (int i = 0; i < merged.size(); i++) {
      BundleSpec was = merged.get(i);
      if (was.name().equals(now.name())) {
        List<String> paths = new ArrayList<>(was.paths());
        paths.addAll(more);
        merged.set(i, new BundleSpec(was.name(), paths, was.environment()));
        return;
      }
    }
    merged.add(new BundleSpec(now.name(), more, now.environment()));
  }
}
