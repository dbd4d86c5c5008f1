package io.headgate.engine.policy;

import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy.
 *
 * @param bundles the bundles it names; empty when bundles are to be found by their layout
 * @param environment the environment of what no bundle names; empty when it does not say
 * @param environments what it says about each environment
 * @param profile the ready policy that it builds on
 * @param rules what it says about rules in every environment, by id
 * @param failOn the lightest severity that closes the gate; null when it does not say
 * @param everywhere owners, tiers, what is external and what is personal, in every environment
 * @param baseline what is known and does not close the gate; null when it names none
 * @param waivers what it says about waivers; null when it says nothing
 */
public record Policy(
    List<BundleSpec> bundles,
    String environment,
    Map<String, EnvironmentSpec> environments,
    Profile profile,
    Map<String, RuleConfig> rules,
    @Nullable Severity failOn,
    Environment everywhere,
    @Nullable Baseline baseline,
    @Nullable Waivers waivers) {

  /** A policy that names neither baseline nor waivers. */
  public Policy(
      List<BundleSpec> bundles,
      String environment,
      Map<String, EnvironmentSpec> environments,
      Profile profile,
      Map<String, RuleConfig> rules,
      @Nullable Severity failOn,
      Environment everywhere) {
    this(bundles, environment, environments, profile, rules, failOn, everywhere, null, null);
  }

  /** No policy: every rule as its author made it. */
  public static final Policy NONE =
      new Policy(List.of(), "", Map.of(), Profile.RECOMMENDED, Map.of(), null, Environment.UNKNOWN);

  /** Copies the collections. */
  public Policy {
    bundles = List.copyOf(bundles);
    environments = Map.copyOf(environments);
    rules = Map.copyOf(rules);
  }

  /** This policy with another baseline; null for none. */
  public Policy with(@Nullable Baseline other) {
    return new Policy(
        bundles, environment, environments, profile, rules, failOn, everywhere, other, waivers);
  }

  /** This policy with other bundles. */
  public Policy withBundles(List<BundleSpec> others) {
    return new Policy(
        others, environment, environments, profile, rules, failOn, everywhere, baseline, waivers);
  }

  /** This policy with other rules, everywhere and in environments. */
  public Policy withRules(Map<String, RuleConfig> general, Map<String, EnvironmentSpec> special) {
    return new Policy(
        bundles, environment, special, profile, general, failOn, everywhere, baseline, waivers);
  }

  /** This policy with other waivers; null for none. */
  public Policy withWaivers(@Nullable Waivers other) {
    return new Policy(
        bundles, environment, environments, profile, rules, failOn, everywhere, baseline, other);
  }

  /**
   * This policy, where more is known about the world around an environment than it says itself.
   *
   * @param around all that is known, what this policy says of it included
   */
  public Policy withFacts(Environment around) {
    EnvironmentSpec special = environments.get(around.name());
    // What is personal is told everywhere, and would be told twice here.
    Environment facts =
        new Environment(
            around.name(),
            around.kafkaVersion(),
            around.brokerDefaults(),
            around.tiers(),
            around.owners(),
            around.external(),
            around.authorizer());
    Map<String, EnvironmentSpec> all = new HashMap<>(environments);
    all.put(
        around.name(),
        special == null
            ? new EnvironmentSpec(facts, null, Map.of())
            : new EnvironmentSpec(facts, special.profile(), special.rules()));
    return new Policy(bundles, environment, all, profile, rules, failOn, around, baseline, waivers);
  }

  /**
   * A bundle that the policy names.
   *
   * @param name for reports
   * @param paths directories relative to the root of the run
   * @param environment the environment it is for; empty when it does not say
   */
  public record BundleSpec(String name, List<String> paths, String environment) {

    /** Copies the list. */
    public BundleSpec {
      paths = List.copyOf(paths);
    }

    /** Whether a path, and all below it, belongs to this bundle. */
    public boolean holds(String path) {
      for (String own : paths) {
        if (own.isEmpty() || path.equals(own) || path.startsWith(own + "/")) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * What holds in one environment only.
   *
   * @param facts its Kafka version, broker defaults and authorizer
   * @param profile the ready policy that holds there; null when it is that of everywhere
   * @param rules what it says about rules, by id
   */
  public record EnvironmentSpec(
      Environment facts, @Nullable Profile profile, Map<String, RuleConfig> rules) {

    /** Copies the map. */
    public EnvironmentSpec {
      rules = Map.copyOf(rules);
    }
  }

  /** What the policy says about a rule in an environment. */
  public RuleConfig rule(Rule rule, String environmentName) {
    EnvironmentSpec special = environments.get(environmentName);
    Profile own = special == null ? null : special.profile();
    RuleConfig general =
        rules
            .getOrDefault(rule.id(), RuleConfig.NOTHING)
            .over((own == null ? profile : own).of(rule));
    return special == null
        ? general
        : special.rules().getOrDefault(rule.id(), RuleConfig.NOTHING).over(general);
  }

  /** What the policy says about the world around a bundle of an environment. */
  public Environment facts(String environmentName) {
    EnvironmentSpec special = environments.get(environmentName);
    Environment facts = special == null ? Environment.UNKNOWN : special.facts();
    return new Environment(
        environmentName,
        facts.kafkaVersion(),
        facts.brokerDefaults(),
        everywhere.tiers(),
        everywhere.owners(),
        everywhere.external(),
        facts.authorizer(),
        everywhere.classification().and(facts.classification()));
  }
}
