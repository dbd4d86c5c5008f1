package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.error.Failure;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Sources;
import io.headgate.engine.schema.SchemaMeaning;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Live;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A run over a declared landscape beside what runs. All that is declared for one environment is one
 * bundle here, for it is one cluster that it is compared with; what is wrong with the files alone
 * is left to a check.
 *
 * @param run the declared landscape, its policy, and the rules to ask
 * @param live what runs
 */
public record DriftRun(Run run, LiveState live) {

  /**
   * Does it.
   *
   * @throws IOException if the root cannot be read
   * @throws UserError if there is nothing to compare, or it cannot be told what belongs to the
   *     cluster
   */
  public Report report() throws IOException {
    Loader.Loaded loaded = run.load(null);
    List<Group> groups = Bundling.group(loaded.files(), run.policy(), run.environment());
    if (groups.isEmpty()) {
      throw NotRead.nothing(run, loaded);
    }
    Group group = together(groups);
    LiveReader.refuseUnread(group.files(), "");
    refuseSilence(group.environment());
    LiveReader.Read now = LiveReader.of(live, run, group.environment());
    Live facts = compared(run.bundle(group, null), now.live());
    Bundle bundle = run.bundle(group, null, facts);
    List<Result> results = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    new Judge(run.catalog(), run.policy(), run.chosen(), run.terms().oneThread())
        .judge(group.name(), bundle, List.of(), results, failures);
    results = chosen(results);
    Waiving waiving = run.policy().waivers() == null ? null : Waiving.of(run.policy(), null);
    if (waiving != null) {
      waiving.look(group, bundle);
      // Of other waivers this run cannot say whether they are of use.
      results = chosen(waiving.over(results, run.seesAllBundles(), run.files(), run.catalog()));
    }
    results.sort(null);
    Report.Baseline known = null;
    Baseline baseline = run.policy().baseline();
    if (baseline != null) {
      Baseline.Applied applied = baseline.over(results, List.of(), false);
      results = applied.results();
      known = new Report.Baseline(baseline.file(), applied.known(), 0);
    }
    return new Report(
        List.of(
            new Report.JudgedBundle(
                group.name(), group.environment(), group.files().size(), bundle)),
        results,
        failures,
        Objects.requireNonNullElse(run.failOn(), Severity.NOTE),
        NotRead.intake(List.of(group), loaded.skipped(), loaded.files()),
        run.catalog(),
        new Sources(run.files(), Run.secrets(loaded.files()), new KnownDialects()),
        known,
        null,
        new Report.Running(live.shown(), notes(bundle, now)));
  }

  /** Without a rule that is on there would be no drift, whatever runs. */
  private void refuseSilence(String environment) {
    for (Rule rule : run.catalog().rules()) {
      if (run.chosen().test(rule)
          && !Boolean.TRUE.equals(run.policy().rule(rule, environment).off())) {
        return;
      }
    }
    throw new UserError("The policy turns off all rules about drift; turn one of them on.");
  }

  /**
   * Judges what runs by the policy, as if it were declared, with what else is known of it.
   *
   * @throws IOException if the snapshot cannot be read
   * @throws UserError if a file of it cannot be read
   */
  public Report running() throws IOException {
    String environment =
        run.environment().isEmpty() ? environment(run.policy()) : run.environment();
    LiveReader.Read now = LiveReader.of(live, run, environment);
    Bundle running = Objects.requireNonNull(now.live().running());
    Bundle bundle = running.with(now.live().alone());
    List<Result> results = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    new Judge(run.catalog(), run.policy(), rule -> true, run.terms().oneThread())
        .judge(live.shown(), bundle, List.of(), results, failures);
    Waiving waiving = run.policy().waivers() == null ? null : Waiving.of(run.policy(), null);
    if (waiving != null) {
      waiving.look(new Group(live.shown(), environment, List.of()), bundle);
      results = waiving.over(results, false, live.files(), run.catalog());
      // What is wrong with waivers is said of what is declared.
      results.removeIf(result -> result.finding().resource().kind() == Kind.DOCUMENT);
    }
    results.sort(null);
    return new Report(
        List.of(new Report.JudgedBundle(live.shown(), environment, 0, bundle)),
        results,
        failures,
        Objects.requireNonNullElse(run.failOn(), Severity.NOTE),
        NotRead.intake(List.of(), List.of(), List.of()),
        run.catalog(),
        new Sources(live.files(), now.secrets(), new KnownDialects()));
  }

  /** The one that the policy names, if it is one. */
  private static String environment(Policy policy) {
    Set<String> names = new HashSet<>();
    for (Policy.BundleSpec bundle : policy.bundles()) {
      names.add(bundle.environment());
    }
    return names.size() == 1 ? names.iterator().next() : policy.environment();
  }

  /** The facts with what the schemas mean, which only their reader can tell. */
  private static Live compared(Bundle declared, Live live) {
    Bundle running = live.running();
    Map<String, Schema> there = new HashMap<>();
    for (Schema schema : running == null ? List.<Schema>of() : running.all(Schema.class)) {
      there.put(schema.subject().toString(), schema);
    }
    Set<String> others = new HashSet<>();
    for (Schema schema : declared.all(Schema.class)) {
      String subject = schema.subject().toString();
      Schema runs = there.get(subject);
      if (runs != null && isOther(schema, runs)) {
        others.add(subject);
      }
    }
    return new Live(
        running,
        live.read(),
        live.connects(),
        live.brokers(),
        live.topicDefaults(),
        live.compatibility(),
        others,
        live.groups());
  }

  private static boolean isOther(Schema one, Schema other) {
    String text = one.text();
    String its = other.text();
    if (text == null || its == null || one.format().isUnknown() || other.format().isUnknown()) {
      return false;
    }
    Schema.Format format = one.format().orElse(Schema.Format.AVRO);
    if (format != other.format().orElse(Schema.Format.AVRO)) {
      return true;
    }
    String means = SchemaMeaning.of(format, text);
    String itMeans = SchemaMeaning.of(format, its);
    return means != null && itMeans != null && !means.equals(itMeans);
  }

  private List<Result> chosen(List<Result> results) {
    List<Result> chosen = new ArrayList<>();
    for (Result result : results) {
      if (run.chosen().test(result.finding().rule())) {
        chosen.add(result);
      }
    }
    return chosen;
  }

  /** All that is declared for the cluster. */
  private static Group together(List<Group> groups) {
    if (groups.size() == 1) {
      return groups.get(0);
    }
    List<String> names = new ArrayList<>();
    List<ReadFile> files = new ArrayList<>();
    Map<String, String> declared = new HashMap<>();
    for (Group group : groups) {
      if (!group.environment().equals(groups.get(0).environment())) {
        throw new UserError(
            "There are bundles of several environments, '"
                + groups.get(0).environment()
                + "' and '"
                + group.environment()
                + "'; say with '--environment' which of them runs there.");
      }
      names.add(group.name());
      for (ReadFile file : group.files()) {
        files.add(file);
        for (Resource resource : file.resources()) {
          String other = declared.putIfAbsent(resource.ref().toString(), group.name());
          if (other != null && !other.equals(group.name()) && isOne(resource)) {
            throw new UserError(
                "The bundles '"
                    + other
                    + "' and '"
                    + group.name()
                    + "' both declare "
                    + resource.ref()
                    + ", so they are for different clusters; give the path of the one that runs"
                    + " there, or its '--environment'.");
          }
        }
      }
    }
    return new Group(String.join(", ", names), groups.get(0).environment(), files);
  }

  /** Whether a cluster has only one of the name, which then has one owner. */
  private static boolean isOne(Resource resource) {
    return resource.ref().kind() == Kind.TOPIC;
  }

  private static List<String> notes(Bundle bundle, LiveReader.Read now) {
    List<String> notes = new ArrayList<>(now.notes());
    Live live = now.live();
    Set<String> unasked = new TreeSet<>();
    if (!bundle.all(Connector.class).isEmpty() && live.connects().isEmpty()) {
      notes.add("Connectors are not compared: no Connect cluster was asked ('--connect').");
    }
    for (Connector connector : bundle.all(Connector.class)) {
      if (!live.connects().isEmpty()
          && connector.cluster().isKnown()
          && !live.connects().contains(connector.cluster().get())
          && unasked.add(connector.cluster().get())) {
        notes.add(
            "Connectors of Connect cluster '"
                + connector.cluster()
                + "' are not compared: it was not asked ('--connect "
                + connector.cluster()
                + "=URL').");
      }
    }
    if (!bundle.all(Schema.class).isEmpty() && !live.read().contains(Kind.SCHEMA)) {
      notes.add("Schemas are not compared: no registry was asked ('--schema-registry').");
    }
    return notes;
  }
}
