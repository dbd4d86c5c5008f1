package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Policy.BundleSpec;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.engine.policy.change.PolicyComparison;
import io.headgate.engine.policy.change.Weakness;
import io.headgate.engine.report.Disposition;
import io.headgate.engine.report.Report.JudgedBy;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the policy. Only a run with a base, and with a policy in either state, has
 * it.
 *
 * @param judge whose policy judges
 * @param document the path of the policy, as reports show it
 * @param weaknesses in what it is weaker, and may not be
 * @param commentsHold whether a comment that the change brings may waive
 * @param bundles the bundles of the change where the base has none, and where that may not leave
 *     anything out; otherwise empty
 * @param bundlesPlace where they are written
 * @param secrets the places of secrets in the text of the policy
 */
public record PolicyChange(
    JudgedBy judge,
    String document,
    List<Weakness> weaknesses,
    boolean commentsHold,
    List<BundleSpec> bundles,
    Place bundlesPlace,
    List<Place> secrets) {

  /** Copies the lists. */
  public PolicyChange {
    weaknesses = List.copyOf(weaknesses);
    bundles = List.copyOf(bundles);
    secrets = List.copyOf(secrets);
  }

  /** Where only the change has a policy, or both have the same one from elsewhere. */
  public static PolicyChange none(JudgedBy judge) {
    return new PolicyChange(judge, "", List.of(), true, List.of(), Place.startOf(""), List.of());
  }

  /** Where both have a policy that was compared. */
  public static PolicyChange of(
      PolicyComparison comparison, JudgedBy judge, String document, List<Place> secrets) {
    return new PolicyChange(
        judge,
        document,
        comparison.weaknesses(),
        comparison.allowsWaivers(),
        comparison.newBundles(),
        comparison.bundlesPlace(),
        secrets);
  }

  /** The same, with the policy's file called otherwise. */
  public PolicyChange in(String shown) {
    List<Weakness> moved = new ArrayList<>();
    for (Weakness weakness : weaknesses) {
      moved.add(weakness.in(document, shown));
    }
    return new PolicyChange(judge, shown, moved, commentsHold, bundles, bundlesPlace, List.of());
  }

  /**
   * Where the change has no policy any more.
   *
   * @param document the path that it had
   * @param place where the base has it
   */
  public static PolicyChange gone(String document, Place place) {
    return new PolicyChange(
        JudgedBy.BASE,
        document,
        List.of(PolicyComparison.gone(place)),
        false,
        List.of(),
        place,
        List.of());
  }

  /** Says what is weaker. */
  void say(Policy policy, List<Group> groups, Collection<Result> results) {
    for (Weakness weakness : weaknesses) {
      say(policy, weakness.attribute(), weakness.place(), weakness.message(), results);
    }
    if (bundles.isEmpty()) {
      return;
    }
    List<String> outside = new ArrayList<>();
    for (Group group : groups) {
      for (ReadFile file : group.files()) {
        if (file.standsAlone() && !isInside(file.file())) {
          outside.add(file.file());
        }
      }
    }
    if (!outside.isEmpty()) {
      String first = Collections.min(outside);
      say(
          policy,
          "bundles",
          bundlesPlace,
          "The bundles leave out "
              + (outside.size() == 1 ? "a file" : outside.size() + " files")
              + " that the base's policy has judged, such as '"
              + first
              + "', so no rule would look at "
              + (outside.size() == 1 ? "it." : "them.")
              + " Name a bundle that holds "
              + (outside.size() == 1 ? "it." : "them."),
          results);
    }
  }

  private boolean isInside(String file) {
    for (BundleSpec bundle : bundles) {
      if (bundle.holds(file)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Opens again what a comment of the change waives and no comment of the base did, and says so.
   *
   * @param results with their states, in the order of the report
   * @param states what they were
   */
  List<Result> withoutNewComments(Policy policy, List<Result> results, States states) {
    if (commentsHold) {
      return results;
    }
    List<Result> all = new ArrayList<>(results.size());
    Set<Result> said = new LinkedHashSet<>();
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      if (result.disposition() instanceof Waiver waiver
          && waiver.isInline()
          && !isOld(waiver, states.was(i))) {
        all.add(result.as(Disposition.Plain.OPEN));
        say(
            policy,
            "waivers." + waiver.rule() + " " + result.finding().resource(),
            waiver.place(),
            "The waiver of '"
                + waiver.rule()
                + "' here is not in the base, or not for so long, so it waives nothing in this"
                + " change. Mend what it is about, or have it approved in a change of its own.",
            said);
      } else {
        all.add(result);
      }
    }
    all.addAll(said);
    Collections.sort(all);
    return all;
  }

  private static boolean isOld(Waiver waiver, @Nullable Result was) {
    return was != null
        && was.disposition() instanceof Waiver old
        && old.isInline()
        && !old.until().isBefore(waiver.until());
  }

  private void say(
      Policy policy, String attribute, Place place, String message, Collection<Result> results) {
    RuleConfig config = policy.rule(CoreRules.POLICY_WEAKENED, "");
    if (!Boolean.TRUE.equals(config.off())) {
      results.add(
          new Result(
                  new Finding(
                      CoreRules.POLICY_WEAKENED,
                      new ResourceRef(Kind.DOCUMENT, document),
                      Secrets.without(attribute),
                      place,
                      Secrets.without(message),
                      List.of()),
                  Objects.requireNonNullElse(
                      config.severity(), CoreRules.POLICY_WEAKENED.severity()),
                  ".")
              .as(Result.State.NEW));
    }
  }
}
