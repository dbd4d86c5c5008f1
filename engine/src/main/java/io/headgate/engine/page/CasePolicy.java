package io.headgate.engine.page;

import io.headgate.engine.PolicyChange;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.change.PolicyComparison;
import io.headgate.engine.policy.change.Side;
import io.headgate.engine.report.Report.JudgedBy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a case: as in a check, that of the base judges if there is one.
 *
 * @param policy what judges
 * @param change what the change does to it; null if nothing is compared
 */
record CasePolicy(Policy policy, @Nullable PolicyChange change) {

  /**
   * Reads it.
   *
   * @param files the files of the case
   * @param base what was before, by the same paths
   */
  static CasePolicy of(Map<String, String> files, Map<String, String> base, Catalog catalog) {
    if (!base.containsKey(PolicyReader.FILE) || !files.containsKey(PolicyReader.FILE)) {
      return new CasePolicy(side(files, catalog).policy(), null);
    }
    PolicyComparison comparison =
        new PolicyComparison(
            side(base, catalog),
            side(files, catalog),
            path -> files.keySet().stream().anyMatch(file -> file.startsWith(path)));
    return new CasePolicy(
        comparison.judging(),
        PolicyChange.of(comparison, JudgedBy.BASE, PolicyReader.FILE, List.of()));
  }

  private static Side side(Map<String, String> files, Catalog catalog) {
    SourceText source =
        new SourceText(PolicyReader.FILE, files.getOrDefault(PolicyReader.FILE, ""));
    Documents documents = Documents.read(source);
    Policy policy =
        files.containsKey(PolicyReader.FILE)
            ? PolicyReader.read(source, documents, catalog)
            : Policy.NONE;
    return new Side(
        policy.waivers() == null ? policy : CaseWaivers.of(policy, files, catalog),
        catalog,
        PolicyReader.FILE,
        documents,
        List.of(),
        Map.of());
  }
}
