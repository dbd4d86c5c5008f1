package io.headgate.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.page.PackContract;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageRunner;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a rule pack as a test. Every rule has a page; every page flags something and
 * leaves something clean; ids are unique and well formed; summaries are one sentence; every setting
 * is explained and exercised; and each case of each page finds what it expects and no more.
 *
 * <pre>{@code
 * class AcmePackTest extends PackContractTest {
 *   AcmePackTest() { super(new AcmePack()); }
 * }
 * }</pre>
 */
public abstract class PackContractTest {

  private final RulePack pack;

  /** The contract of a pack. */
  protected PackContractTest(RulePack pack) {
    this.pack = pack;
  }

  /**
   * A test for the pack, and for each rule one of its promises and one of each case. Each looks at
   * its own rule only when it is run, so that one alone is quick.
   */
  @TestFactory
  Stream<DynamicNode> contract() {
    Catalog catalog = new Catalog(List.of(pack));
    PackContract contract = new PackContract(pack, catalog);
    return Stream.concat(
        Stream.of(kept("the pack", contract::breaches)),
        PackContract.rules(pack).stream().map(rule -> rule(rule, contract, catalog)));
  }

  private DynamicNode rule(Rule rule, PackContract contract, Catalog catalog) {
    return DynamicContainer.dynamicContainer(
        rule.id(),
        Stream.concat(
            Stream.of(kept("contract", () -> contract.breaches(rule))),
            Stream.of(rule)
                .flatMap(one -> PackContract.cases(pack, one).stream())
                .map(one -> shown(rule, one, catalog))));
  }

  private static DynamicTest shown(Rule rule, PageCase page, Catalog catalog) {
    return DynamicTest.dynamicTest(
        page.section() + ": " + page.name(), () -> refuse(new PageRunner(catalog).run(rule, page)));
  }

  private static DynamicTest kept(String name, Supplier<List<String>> breaches) {
    return DynamicTest.dynamicTest(name, () -> refuse(breaches.get()));
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      fail(String.join(System.lineSeparator(), problems));
    }
  }
}
