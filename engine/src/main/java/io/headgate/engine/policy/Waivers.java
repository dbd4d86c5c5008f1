package io.headgate.engine.policy;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Finding;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.ResourceRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about waivers: where they are written, which rules nobody may waive, and, once
 * their file is read, the waivers. Immutable.
 *
 * @param file the file that holds them; null if the policy names none
 * @param home what paths in waivers are relative to
 * @param unwaivable the ids of rules that nobody may waive
 * @param inline whether a comment beside a finding may waive it
 * @param entries the waivers of the file, in its order; empty until somebody reads it
 * @param sight how much of what the policy is about the run sees
 * @param today the day on which the run judges; null until somebody reads the file
 */
public record Waivers(
    @Nullable NamedFile file,
    NamedFile home,
    Set<String> unwaivable,
    boolean inline,
    List<Waiver> entries,
    Sight sight,
    @Nullable LocalDate today) {

  /** Copies the collections. */
  public Waivers {
    unwaivable = Set.copyOf(unwaivable);
    entries = List.copyOf(entries);
  }

  /** What a policy says, before any waiver is read. */
  static Waivers named(
      @Nullable NamedFile file, NamedFile home, Set<String> unwaivable, boolean inline) {
    return new Waivers(file, home, unwaivable, inline, List.of(), Sight.PARTS, null);
  }

  /**
   * What a policy says, with the waivers of its file.
   *
   * @param read the waivers
   * @param seen how much of what the policy is about the run sees
   * @param day the day on which the run judges, in UTC
   */
  public Waivers with(List<Waiver> read, Sight seen, LocalDate day) {
    return new Waivers(file, home, unwaivable, inline, read, seen, day);
  }

  /** The day on which the run judges. */
  public LocalDate day() {
    return Objects.requireNonNull(today, "Nobody has read the waivers.");
  }

  /**
   * Whether findings of a rule may be waived at all: what is not read, and what is not compared,
   * would pass as clean, and no waiver vouches for another.
   */
  public static boolean mayWaive(String rule) {
    return rule.equals(CoreRules.POLICY_WEAKENED.id()) || Baseline.mayKnow(rule, "");
  }

  /** Whether a waiver no longer holds. */
  public boolean isExpired(Waiver waiver) {
    return waiver.until().isBefore(day());
  }

  /**
   * Whether a waiver of the file is about a result, whether or not it holds.
   *
   * @param environment the environment of the result's bundle
   */
  public boolean isAbout(Waiver waiver, Result result, String environment) {
    Finding finding = result.finding();
    Waiver.Scope scope = waiver.scope();
    return waiver.rule().equals(finding.rule().id())
        && (scope.attribute() == null || scope.attribute().equals(finding.attribute()))
        && isWithin(waiver, result.bundle(), environment)
        && names(waiver, finding.resource());
  }

  /** Whether a waiver of the file is about a bundle. */
  public boolean isWithin(Waiver waiver, String bundle, String environment) {
    Waiver.Scope scope = waiver.scope();
    return (scope.bundle() == null || scope.bundle().equals(home.bundle(bundle)))
        && (scope.environment() == null || scope.environment().equals(environment));
  }

  /** Whether a waiver of the file names a resource. */
  public boolean names(Waiver waiver, ResourceRef resource) {
    String wanted = waiver.scope().resource();
    String kind = resource.kind().word();
    return wanted.startsWith(kind)
        && wanted.startsWith(" ", kind.length())
        && new NamePattern(wanted.substring(kind.length() + 1)).matches(home.resource(resource));
  }

  /** Whether a waiver that nothing needs is of no use, rather than about what is out of sight. */
  public boolean sees(Waiver waiver, List<String> judged, boolean all) {
    String bundle = waiver.scope().bundle();
    return waiver.isInline() || sight.sees(bundle == null ? "" : bundle, judged, all, home);
  }

  /** Whether a rule is about waivers themselves. */
  static boolean isAboutWaivers(String rule) {
    return CoreRules.ABOUT_WAIVERS.contains(rule);
  }
}
