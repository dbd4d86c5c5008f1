package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy;
import java.util.Set;
import java.util.TreeSet;

/** The environment of a cluster that is named on the command line. */
final class OneEnvironment {

  private OneEnvironment() {}

  /**
   * A cluster has one environment: a misspelt or missing one would judge it by another's policy.
   */
  static void refuseOther(String environment, Policy policy) {
    Set<String> known = new TreeSet<>(policy.environments().keySet());
    for (Policy.BundleSpec bundle : policy.bundles()) {
      known.add(bundle.environment());
    }
    known.add(policy.environment());
    known.remove("");
    String all = "'" + String.join("', '", known) + "'";
    if (environment.isEmpty() && known.size() > 1) {
      throw new UserError(
          "The policy has the environments "
              + all
              + "; say with '--environment' whose cluster it is.");
    }
    if (!environment.isEmpty() && !known.isEmpty() && !known.contains(environment)) {
      throw new UserError(
          "The policy has no environment '" + environment + "'; it has " + all + ".");
    }
  }
}
