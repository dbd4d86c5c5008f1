package io.headgate.engine.drl;

import io.headgate.engine.error.BrokenRules;
import java.util.List;

/**
 * What became of a pack on a bundle.
 *
 * @param said what the rules found that held
 * @param broken the rules that broke
 */
record Outcome(List<RuleFindings.Said> said, List<BrokenRules.Cause> broken) {}
