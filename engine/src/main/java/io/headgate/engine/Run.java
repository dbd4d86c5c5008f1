package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.JsonText;
import io.headgate.engine.error.Failure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.lineage.LineageReader;
import io.headgate.engine.pattern.Subscriptions;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Sources;
import io.headgate.spi.Checker;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Finding;
import io.headgate.spi.Rule;
import io.headgate.spi.Settings;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run, from files to a report.
 *
 * @param files where the files come from
 * @param base what was before the change; null if that is not known
 * @param catalog the rules
 * @param policy the policy
 * @param environment the environment to judge; empty for all
 * @param failOn the lightest severity that closes the gate; null to leave it to the policy
 * @param chosen which rules of the packs to run
 * @param progress hears how far it has come
 * @param terms what else is asked for
 */
public record Run(
    FileTree files,
    @Nullable Base base,
    Catalog catalog,
    Policy policy,
    String environment,
    @Nullable Severity failOn,
    Predicate<Rule> chosen,
    Progress progress,
    Terms terms) {

  static final LineageReader LINEAGE = new LineageReader();

  /** A run that knows nothing of what was before. */
  public Run(
      FileTree files,
      Catalog catalog,
      Policy policy,
      String environment,
      @Nullable Severity failOn,
      Predicate<Rule> chosen,
      Progress progress) {
    this(files, null, catalog, policy, environment, failOn, chosen, progress);
  }

  /** A run that may leave aside what it does not understand. */
  public Run(
      FileTree files,
      @Nullable Base base,
      Catalog catalog,
      Policy policy,
      String environment,
      @Nullable Severity failOn,
      Predicate<Rule> chosen,
      Progress progress) {
    this(files, base, catalog, policy, environment, failOn, chosen, progress, Terms.PLAIN);
  }

  /**
   * What most runs do without.
   *
   * @param strictInputs whether what looks like Kafka and is not understood is a finding
   * @param newOnly whether only what was not there before counts for the verdict
   * @param change what the change does to the policy; null if it cannot do anything to it
   * @param oneThread whether the caller's thread does it all: for who has many runs at once
   */
  public record Terms(
      boolean strictInputs, boolean newOnly, @Nullable PolicyChange change, boolean oneThread) {

    private static final Terms PLAIN = new Terms(false, false, null);

    /** Terms of a run that has the machine to itself. */
    public Terms(boolean strictInputs, boolean newOnly, @Nullable PolicyChange change) {
      this(strictInputs, newOnly, change, false);
    }
  }

  /** This run under other terms. */
  public Run with(Terms others) {
    return new Run(files, base, catalog, policy, environment, failOn, chosen, progress, others);
  }

  /**
   * Brings up classes and tables that most runs need, so that they are there when the first file is
   * read: for a second thread, while the first one reads the command line. Without it a run says
   * the same, later.
   */
  public static void warmUp(Catalog catalog) {
    JsonText.read("{}", (from, to) -> Place.startOf(""));
    warmUp(catalog.checkers());
  }

  /** Brings up what checkers need, for those that are there later than the others. */
  public static void warmUp(List<CheckerSpec> checkers) {
    try {
      for (CheckerSpec spec : checkers) {
        Checker unused = spec.factory().apply(Settings.DEFAULTS);
      }
    } catch (RuntimeException | LinkageError e) {
      // The judge will meet it again, and tell.
    }
  }

  /**
   * Does it.
   *
   * @throws IOException if the root cannot be read
   * @throws UserError if there is nothing to judge, or nothing to compare it with
   */
  public Report report() throws IOException {
    Contents contents = base == null ? null : Contents.learning(base);
    Loader.Loaded loaded = load(contents);
    List<Group> groups = Bundling.group(loaded.files(), policy, environment);
    if (groups.isEmpty()) {
      throw NotRead.nothing(this, loaded);
    }
    Before before =
        base == null || contents == null ? null : Before.of(this, base, groups, contents);
    if (before != null) {
      groups = before.withGone(groups);
    }
    Map<String, List<Finding>> notUnderstood =
        terms.strictInputs() ? NotRead.findings(groups, loaded.skipped()) : Map.of();
    Judge judge = new Judge(catalog, policy, chosen, terms.oneThread());
    Waiving waiving = policy.waivers() == null ? null : Waiving.of(policy, null);
    List<Report.JudgedBundle> judged = new ArrayList<>();
    Set<Result> results = new LinkedHashSet<>();
    List<Failure> failures = new ArrayList<>();
    for (Group group : groups) {
      List<Finding> core = core(group, groups, notUnderstood);
      @Nullable Bundle was = null;
      if (before != null) {
        was = before.bundle(group, core);
      } else if (group.tellsOfBefore()) {
        was = KnownBefore.of(this, group, core);
      }
      String snapshot = NotRead.snapshot(group, loaded.skipped());
      Bundle bundle =
          bundle(group, was, snapshot == null ? null : LiveReader.facts(files, snapshot));
      List<Result> found = new ArrayList<>();
      judge.judge(group.name(), bundle, core, found, failures);
      results.addAll(found);
      if (waiving != null) {
        waiving.look(group, bundle);
      }
      judged.add(
          new Report.JudgedBundle(group.name(), group.environment(), group.files().size(), bundle));
      progress.step("judging", judged.size(), groups.size());
    }
    Map<String, List<Place>> secrets = secrets(loaded.files());
    PolicyChange change = terms.change();
    if (change != null) {
      change.say(policy, groups, results);
      change
          .secrets()
          .forEach(
              place -> secrets.computeIfAbsent(place.file(), file -> new ArrayList<>()).add(place));
    }
    List<Result> sorted = results.stream().sorted().toList();
    Sources sources =
        before == null
            ? new Sources(files, secrets, new KnownDialects())
            : before.sources(files, secrets);
    if (waiving != null) {
      sorted = waiving.over(sorted, seesAllBundles(), files, catalog);
    }
    Report.@Nullable Comparison comparison = null;
    if (before != null && base != null) {
      List<Result> then = then(base, before, groups, judge, failures);
      States states = new States(before, loaded.files(), groups, sources);
      sorted = states.of(sorted, then);
      if (change != null) {
        sorted = change.withoutNewComments(policy, sorted, states);
      }
      comparison =
          new Report.Comparison(
              base.shown(),
              base.commit(),
              states.absent(),
              terms.newOnly(),
              change == null ? Report.JudgedBy.SAME : change.judge());
    }
    Report.@Nullable Baseline known = null;
    if (policy.baseline() != null) {
      Baseline.Applied applied = policy.baseline().over(sorted, names(judged), seesAllBundles());
      sorted = applied.results();
      known = new Report.Baseline(policy.baseline().file(), applied.known(), applied.gone());
    }
    return new Report(
        judged,
        sorted,
        failures,
        Objects.requireNonNullElse(
            failOn, Objects.requireNonNullElse(policy.failOn(), Severity.ERROR)),
        NotRead.intake(
            groups, loaded.skipped(), environment.isEmpty() ? loaded.files() : List.of()),
        catalog,
        sources,
        known,
        comparison);
  }

  private static List<Finding> core(
      Group group, List<Group> groups, Map<String, List<Finding>> notUnderstood) {
    List<Finding> core = new ArrayList<>();
    group.files().forEach(file -> core.addAll(file.findings()));
    core.addAll(notUnderstood.getOrDefault(group.name(), List.of()));
    if (hasOperated(group)) {
      core.addAll(IgnoredObjects.in(group, groups));
    }
    return core;
  }

  /** What the same judge, with the same waivers, says of the state before, in order. */
  private List<Result> then(
      Base from, Before before, List<Group> now, Judge judge, List<Failure> failures) {
    List<Group> groups = before.groups();
    Map<String, List<Finding>> notUnderstood =
        terms.strictInputs() && !groups.isEmpty()
            ? NotRead.findings(groups, before.skipped())
            : Map.of();
    Waiving waiving = policy.waivers() == null ? null : Waiving.of(policy, from);
    Set<Result> results = new LinkedHashSet<>();
    for (Group group : now) {
      Group then = before.group(group);
      if (then != null) {
        List<Result> found = new ArrayList<>();
        List<Finding> core = core(then, groups, notUnderstood);
        Bundle bundle = bundle(then, null);
        judge.judge(group.name(), bundle, core, found, failures);
        results.addAll(found);
        if (waiving != null) {
          waiving.look(then, bundle);
        }
      }
    }
    List<Result> sorted = results.stream().sorted().toList();
    return waiving == null ? sorted : waiving.over(sorted, seesAllBundles(), from.files(), catalog);
  }

  private static List<String> names(List<Report.JudgedBundle> bundles) {
    List<String> names = new ArrayList<>();
    for (Report.JudgedBundle bundle : bundles) {
      names.add(bundle.name());
    }
    return names;
  }

  /** Whether no bundle of the policy is left out by the name of its environment. */
  boolean seesAllBundles() {
    return environment.isEmpty() || policy.bundles().isEmpty();
  }

  /**
   * A bundle that is only looked at.
   *
   * @param name for reports
   * @param bundle what it declares
   * @param unread how many findings say that something of it could not be read
   * @param files the files it is made of
   */
  public record Unjudged(String name, Bundle bundle, int unread, List<String> files) {

    /** Copies the list. */
    public Unjudged {
      files = List.copyOf(files);
    }
  }

  /**
   * The bundles, for questions that no rule asks.
   *
   * @throws IOException if the root cannot be read
   * @throws UserError if there is nothing to look at
   */
  public List<Unjudged> bundles() throws IOException {
    Loader.Loaded loaded = load(null);
    List<Group> groups = Bundling.group(loaded.files(), policy, environment);
    if (groups.isEmpty()) {
      throw NotRead.nothing(this, loaded);
    }
    return bundles(groups);
  }

  /**
   * What there is to judge, and what is left aside; also when there is nothing to judge.
   *
   * @throws IOException if the root cannot be read
   */
  public Inspection inspect() throws IOException {
    Loader.Loaded loaded = load(null);
    return new Inspection(
        loaded.files(),
        loaded.skipped(),
        bundles(Bundling.group(loaded.files(), policy, environment)));
  }

  Loader.Loaded load(@Nullable Contents contents) throws IOException {
    return new Loader(files, new Dialects(new KnownDialects()), progress, contents).load();
  }

  private static boolean hasOperated(Group group) {
    for (ReadFile file : group.files()) {
      if (!file.operated().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<Unjudged> bundles(List<Group> groups) {
    List<Unjudged> bundles = new ArrayList<>();
    for (Group group : groups) {
      int unread = 0;
      List<String> paths = new ArrayList<>();
      for (ReadFile file : group.files()) {
        paths.add(file.file());
        for (Finding finding : file.findings()) {
          unread += finding.rule().equals(CoreRules.UNREADABLE_DOCUMENT) ? 1 : 0;
        }
      }
      bundles.add(new Unjudged(group.name(), bundle(group, null), unread, paths));
    }
    return bundles;
  }

  Bundle bundle(Group group, @Nullable Bundle was) {
    return bundle(group, was, null);
  }

  /** A bundle beside which it is known what runs, unless {@code live} is null. */
  Bundle bundle(Group group, @Nullable Bundle was, @Nullable Live live) {
    Set<Kind> declarable = EnumSet.noneOf(Kind.class);
    List<Resource> resources = new ArrayList<>();
    for (ReadFile file : group.files()) {
      file.dialects().forEach(dialect -> declarable.addAll(dialect.declarable()));
      resources.addAll(file.resources());
    }
    return new Bundle(
        Surroundings.of(policy.facts(group.environment()), group),
        declarable,
        Subscriptions.resolved(resources),
        was,
        LINEAGE,
        live);
  }

  static Map<String, List<Place>> secrets(List<ReadFile> files) {
    Map<String, List<Place>> secrets = new HashMap<>();
    for (ReadFile file : files) {
      for (Place place : file.secrets()) {
        // What a file declares may be written in another one, such as a module.
        secrets.computeIfAbsent(place.file(), path -> new ArrayList<>()).add(place);
      }
    }
    return secrets;
  }
}
