package io.headgate.engine.policy.change;

import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Policy.BundleSpec;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.policy.change.Weakness.Kind;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the policy of a change with that of its base. */
public final class PolicyComparison {

  private final Side base;
  private final Side head;
  private final Predicate<String> exists;
  private final Allowed allowed;
  private final List<Weakness> found;

  /**
   * A comparison.
   *
   * @param base the policy of the base, which judges
   * @param head the policy of the change
   * @param exists whether the change has something at a path, relative to the root of the run
   * @throws UserError if the base allows something that there is not
   */
  public PolicyComparison(Side base, Side head, Predicate<String> exists) {
    this.base = base;
    this.head = head;
    this.exists = exists;
    this.allowed = new Allowed(base);
    this.found = compare();
  }

  /** What is weaker, and not allowed to be. */
  public List<Weakness> weaknesses() {
    List<Weakness> weaknesses = new ArrayList<>();
    for (Weakness weakness : found) {
      if (!allowed.has(weakness)) {
        weaknesses.add(weakness);
      }
    }
    return weaknesses;
  }

  private List<Weakness> compare() {
    Weaknesses all = new Weaknesses();
    new RuleComparison(base, head, all).compare();
    threshold(all);
    new WaiverComparison(base, head, all).compare();
    baseline(all);
    PackComparison.compare(base, head, all);
    new BundleComparison(base, head, exists, all).compare();
    new FactComparison(base, head, all).compare();
    new PersonalComparison(base, head, all).compare();
    return all.all();
  }

  /** What is weaker where a change takes the policy away. */
  public static Weakness gone(Place place) {
    return new Weakness(
        Kind.POLICY,
        "",
        place,
        "This change takes the policy away, which has judged it nevertheless. Put it back, or"
            + " change it where the policy's owners decide.");
  }

  /** Whether waivers of the change hold in the check of this change. */
  public boolean allowsWaivers() {
    return allowed.has(Kind.WAIVERS);
  }

  /** The bundles of the change where the base has none and judges what it finds; otherwise none. */
  public List<BundleSpec> newBundles() {
    return base.policy().bundles().isEmpty() && !allowed.has(Kind.BUNDLES)
        ? head.policy().bundles()
        : List.of();
  }

  /** Where the change has its bundles. */
  public Place bundlesPlace() {
    return head.place("bundles");
  }

  /** The policy that judges: the base's, with what only the change can say. */
  public Policy judging() {
    List<Weakness> effective = new ArrayList<>(found);
    effective.removeIf(weakness -> !allowed.has(weakness));
    Policy judging =
        new AllowedSettings(base, head, effective)
            .in(base.policy())
            .withBundles(BundleComparison.merged(base.policy(), head.policy()));
    return judging.with(baseline()).withWaivers(waivers());
  }

  private void threshold(Weaknesses found) {
    Severity was = Objects.requireNonNullElse(base.policy().failOn(), Severity.ERROR);
    Severity is = Objects.requireNonNullElse(head.policy().failOn(), Severity.ERROR);
    if (is != was && is.atLeast(was)) {
      found.add(
          Kind.THRESHOLD,
          "gate.fail-on",
          head.place("gate", "fail-on"),
          "The gate closes from "
              + is.name().toLowerCase(Locale.ROOT)
              + " on, but from "
              + was.name().toLowerCase(Locale.ROOT)
              + " on in the base. Take that back, or change it where the policy's owners decide.");
    }
  }

  private void baseline(Weaknesses found) {
    Baseline now = head.policy().baseline();
    if (now == null) {
      return;
    }
    Baseline then = base.policy().baseline();
    List<String> added = new ArrayList<>();
    Place place = now.place();
    for (Map.Entry<Baseline.Entry, Integer> entry : now.entries().entrySet()) {
      int known = then == null ? 0 : then.entries().getOrDefault(entry.getKey(), 0);
      if (entry.getValue() > known) {
        place = added.isEmpty() ? head.places().getOrDefault(entry.getKey(), place) : place;
        added.add(entry.getKey().toString());
      }
    }
    if (!added.isEmpty()) {
      found.add(
          Kind.BASELINE,
          "baseline",
          place,
          "The baseline takes in more than that of the base: "
              + Weaknesses.some(added)
              + ". That is not known in this change. Mend it, or have it taken in where the"
              + " policy's owners decide.");
    }
  }

  /**
   * What both know: what the change takes out is open at once, and what it adds stays so. Paths of
   * another directory cannot be compared, so there it is what the base knows.
   */
  private @Nullable Baseline baseline() {
    Baseline then = base.policy().baseline();
    Baseline now = head.policy().baseline();
    if (allowed.has(Kind.BASELINE) && now != null) {
      return now;
    }
    if (then == null || now == null) {
      return null;
    }
    if (!then.source().directory().equals(now.source().directory())) {
      return then;
    }
    Map<Baseline.Entry, Integer> both = new TreeMap<>();
    for (Map.Entry<Baseline.Entry, Integer> entry : then.entries().entrySet()) {
      int count = Math.min(entry.getValue(), now.entries().getOrDefault(entry.getKey(), 0));
      if (count > 0) {
        both.put(entry.getKey(), count);
      }
    }
    return then.with(both, then.sight());
  }

  private @Nullable Waivers waivers() {
    Waivers then = base.policy().waivers();
    Waivers now = head.policy().waivers();
    WaiverComparison comparison = new WaiverComparison(base, head, new Weaknesses());
    if (allowsWaivers() && now != null) {
      return new Waivers(
          now.file(),
          now.home(),
          base.unwaivable(),
          now.inline(),
          comparison.allowed(),
          now.sight(),
          now.today());
    }
    if (then == null || now == null) {
      return null;
    }
    if (!then.home().directory().equals(now.home().directory())) {
      return then;
    }
    return new Waivers(
        now.file(),
        then.home(),
        then.unwaivable(),
        then.inline() && now.inline(),
        comparison.both(),
        then.sight(),
        then.today());
  }
}
