package io.headgate.engine.drl;

import io.headgate.engine.error.BrokenRules;
import io.headgate.spi.Checker;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs all DRL rules of one pack over a bundle, within a limit of time. */
public final class DrlChecker implements Checker {

  /** How long a pack may look at one bundle unless somebody says otherwise. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private final Evaluation evaluation;
  private final Map<String, Rule> rules;
  private final RuleSettings settings;
  private final Duration limit;

  private DrlChecker(
      Evaluation evaluation, Map<String, Rule> rules, RuleSettings settings, Duration limit) {
    this.evaluation = evaluation;
    this.rules = rules;
    this.settings = settings;
    this.limit = limit;
  }

  /**
   * The checker of a pack. Nothing of the pack is loaded before a checker is made of it, and then
   * in the background.
   *
   * @param pack the compiled rules; at least one
   * @param declared the settings that the pack declares for a rule
   * @param limit how long it may look at one bundle
   */
  public static CheckerSpec spec(
      CompiledPack pack, Function<DrlRule, List<Setting<?>>> declared, Duration limit) {
    List<Rule> rules = new ArrayList<>();
    Map<String, Rule> byId = new HashMap<>();
    for (DrlRule source : pack.rules()) {
      Rule rule = source.rule(declared.apply(source));
      rules.add(rule);
      byId.put(rule.id(), rule);
    }
    Evaluation evaluation = new Evaluation(pack);
    Function<Settings, Checker> factory =
        settings -> {
          evaluation.begin();
          return new DrlChecker(evaluation, byId, new RuleSettings(rules, settings), limit);
        };
    return new CheckerSpec(rules, factory);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Outcome outcome = outcome(bundle);
    for (RuleFindings.Said said : outcome.said()) {
      Rule rule = rules.get(said.rule());
      if (rule == null) {
        throw new IllegalStateException("A rule reported that the pack does not list.");
      }
      findings.add(
          rule,
          said.resource(),
          said.where(),
          said.message(),
          said.related().toArray(Related[]::new));
    }
    if (!outcome.broken().isEmpty()) {
      throw new BrokenRules(outcome.broken());
    }
  }

  /**
   * In a thread of its own: what does not end cannot be stopped, only left behind, and must not
   * keep the process alive.
   */
  private Outcome outcome(Bundle bundle) {
    FutureTask<Outcome> task = new FutureTask<>(() -> evaluation.outcome(bundle, settings, limit));
    Thread thread = new Thread(task, "pack " + evaluation.pack().pack());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      String busy = evaluation.ruleOf(thread.getStackTrace());
      throw new BrokenRules(
          List.of(
              new BrokenRules.Cause(
                  busy.isEmpty()
                      ? String.join(", ", new java.util.TreeSet<>(rules.keySet()))
                      : busy,
                  "The pack '"
                      + evaluation.pack().pack()
                      + "' did not end within "
                      + limit.toSeconds()
                      + " s and was left behind"
                      + (busy.isEmpty() ? "" : " while it looked for '" + busy + "'")
                      + ".")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted.", e);
    } catch (ExecutionException e) {
      throw Thrown.by(e);
    }
  }
}
