package io.headgate.engine;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.error.BrokenRules;
import io.headgate.engine.error.Failure;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Result;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Finding;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Settings;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs the checkers over a bundle and weighs what they find by the policy. */
final class Judge {

  private final Catalog catalog;
  private final Policy policy;
  private final Predicate<Rule> chosen;
  private final boolean oneThread;

  /** A judge; {@code oneThread} if the caller's thread is to do it all. */
  Judge(Catalog catalog, Policy policy, Predicate<Rule> chosen, boolean oneThread) {
    this.oneThread = oneThread;
    this.catalog = catalog;
    this.policy = policy;
    this.chosen = chosen;
  }

  /** Judges one bundle; appends to the lists. */
  void judge(
      String name,
      Bundle bundle,
      List<Finding> core,
      List<Result> results,
      List<Failure> failures) {
    String environment = bundle.environment().name();
    List<CheckerSpec> specs = new ArrayList<>();
    for (CheckerSpec spec : catalog.checkers()) {
      if (isAnyOn(spec.rules(), environment)) {
        specs.add(spec);
      }
    }
    List<Finding> findings = new ArrayList<>(core);
    findings.addAll(Duplicates.in(bundle));
    if (oneThread) {
      for (CheckerSpec spec : specs) {
        add(run(spec, name, bundle), findings, failures);
      }
    } else {
      for (Outcome outcome :
          SideBySide.map(specs, spec -> false, spec -> run(spec, name, bundle))) {
        add(outcome, findings, failures);
      }
    }
    for (Finding finding : findings) {
      if (isOn(finding.rule(), environment)) {
        Severity severity = policy.rule(finding.rule(), environment).severity();
        results.add(
            new Result(
                finding, Objects.requireNonNullElse(severity, finding.rule().severity()), name));
      }
    }
  }

  private static void add(Outcome outcome, List<Finding> findings, List<Failure> failures) {
    findings.addAll(outcome.findings());
    failures.addAll(outcome.failures());
  }

  private boolean isOn(Rule rule, String environment) {
    boolean own = catalog.packId(rule).equals(Catalog.CORE);
    return (own || chosen.test(rule)) && !Boolean.TRUE.equals(policy.rule(rule, environment).off());
  }

  private boolean isAnyOn(List<Rule> rules, String environment) {
    for (Rule rule : rules) {
      if (isOn(rule, environment)) {
        return true;
      }
    }
    return false;
  }

  /** What a checker said, and what broke in it. */
  private record Outcome(List<Finding> findings, List<Failure> failures) {}

  private Outcome run(CheckerSpec spec, String name, Bundle bundle) {
    Settings settings = settings(spec, bundle.environment().name());
    List<Finding> findings = new ArrayList<>();
    try {
      spec.factory().apply(settings).check(bundle, new Heard(spec, findings));
      return new Outcome(findings, List.of());
    } catch (RuntimeException | StackOverflowError e) {
      if (e instanceof BrokenRules broken) {
        List<Failure> failures = new ArrayList<>();
        for (BrokenRules.Cause cause : broken.causes()) {
          failures.add(new Failure(cause.rules(), name, cause.text()));
        }
        return new Outcome(findings, failures);
      }
      // The message of an exception may quote the bundle, and so a secret: only its type is told.
      StackTraceElement[] trace = e.getStackTrace();
      return new Outcome(
          findings,
          List.of(
              new Failure(
                  String.join(", ", spec.rules().stream().map(Rule::id).toList()),
                  name,
                  e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]))));
    }
  }

  /** What a checker says, taken down. */
  private record Heard(CheckerSpec spec, List<Finding> findings) implements Findings {

    @Override
    public void add(
        Rule rule, Resource resource, Located<?> where, String message, Related... related) {
      findings.add(finding(spec, rule, resource, where, message, null, related));
    }

    @Override
    public void add(
        Rule rule,
        Resource resource,
        Located<?> where,
        String message,
        @Nullable Fix fix,
        Related... related) {
      findings.add(finding(spec, rule, resource, where, message, fix, related));
    }
  }

  private Settings settings(CheckerSpec spec, String environment) {
    if (spec.rules().size() == 1) {
      return Settings.of(policy.rule(spec.rules().get(0), environment).settings());
    }
    Map<String, Settings> byRule = new HashMap<>();
    for (Rule rule : spec.rules()) {
      byRule.put(rule.id(), Settings.of(policy.rule(rule, environment).settings()));
    }
    return Settings.merged(byRule);
  }

  private static Finding finding(
      CheckerSpec spec,
      Rule rule,
      Resource resource,
      Located<?> where,
      String message,
      @Nullable Fix fix,
      Related... related) {
    if (!spec.rules().contains(rule)) {
      throw new IllegalArgumentException(
          "The checker was not declared with the rule '" + rule.id() + "'.");
    }
    List<Related> all = new ArrayList<>();
    for (Related one : related) {
      all.add(new Related(one.place(), Secrets.without(one.message()), one.step()));
    }
    if (where.place().origin() != null) {
      all.add(new Related(where.place().origin(), "It is written here."));
    }
    String attribute = Secrets.without(where.attribute());
    String clean = Secrets.without(message);
    return new Finding(rule, resource.ref(), attribute, where.place(), clean, all, fix);
  }
}
