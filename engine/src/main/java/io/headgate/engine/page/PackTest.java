package io.headgate.engine.page;

import io.headgate.engine.catalog.Catalog;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack put to the test: its contract, and every case of every page.
 *
 * @param pack its id
 * @param version its version
 * @param breaches what the pack as a whole breaks of its contract
 * @param rules what became of each rule, in the order of the pack
 */
public record PackTest(String pack, String version, List<String> breaches, List<RuleTest> rules) {

  /** Copies the lists. */
  public PackTest {
    breaches = List.copyOf(breaches);
    rules = List.copyOf(rules);
  }

  /**
   * A rule put to the test.
   *
   * @param id its id
   * @param breaches what it breaks of the contract
   * @param cases its cases, in the order of its page
   */
  public record RuleTest(String id, List<String> breaches, List<CaseTest> cases) {

    /** Copies the lists. */
    public RuleTest {
      breaches = List.copyOf(breaches);
      cases = List.copyOf(cases);
    }

    /** Whether it found something in any case. */
    public boolean matched() {
      return cases.stream().anyMatch(one -> one.outcome().matched());
    }
  }

  /** A case put to the test. */
  public record CaseTest(String name, PageRunner.Outcome outcome) {

    /** Whether it is as it expects. */
    public boolean passed() {
      return outcome.problems().isEmpty();
    }
  }

  /**
   * Tests a pack.
   *
   * @param catalog the rules that the policies of its cases may name; the pack's own among them
   */
  public static PackTest of(RulePack pack, Catalog catalog) {
    PackContract contract = new PackContract(pack, catalog);
    PageRunner runner = new PageRunner(catalog);
    List<RuleTest> rules = new ArrayList<>();
    for (Rule rule : PackContract.rules(pack)) {
      List<CaseTest> cases = new ArrayList<>();
      for (PageCase one : PackContract.cases(pack, rule)) {
        cases.add(new CaseTest(one.section() + ": " + one.name(), runner.outcome(rule, one)));
      }
      rules.add(new RuleTest(rule.id(), contract.breaches(rule), cases));
    }
    return new PackTest(pack.id(), pack.version(), contract.breaches(), rules);
  }

  /** Whether every case passed and nothing breaks the contract. */
  public boolean passed() {
    return breaches.isEmpty()
        && rules.stream()
            .allMatch(
                rule ->
                    rule.breaches().isEmpty() && rule.cases().stream().allMatch(CaseTest::passed));
  }

  /** Whether a checker broke in some case. */
  public boolean broken() {
    return rules.stream()
        .anyMatch(rule -> rule.cases().stream().anyMatch(one -> one.outcome().broken()));
  }

  /** The rules that found nothing anywhere. */
  public List<String> neverMatched() {
    return rules.stream().filter(rule -> !rule.matched()).map(RuleTest::id).toList();
  }
}
