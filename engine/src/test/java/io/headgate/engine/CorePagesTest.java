package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageParser;
import io.headgate.engine.page.PageRunner;
import io.headgate.spi.Rule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages of the core's own rules hold. */
class CorePagesTest {

  private final Catalog catalog = new Catalog(List.of());

  @TestFactory
  Stream<DynamicNode> pages() {
    return CoreRules.ALL.stream().map(this::page);
  }

  private DynamicNode page(Rule rule) {
    List<PageCase> cases = PageParser.cases(Objects.requireNonNull(catalog.page(rule)));
    assertThat(cases).anyMatch(one -> one.section().equals("Flagged"));
    assertThat(cases).anyMatch(one -> one.section().equals("Clean"));
    return DynamicContainer.dynamicContainer(
        rule.id(),
        cases.stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        one.section() + ": " + one.name(),
                        () -> {
                          assertThat(one.expected().isEmpty())
                              .isEqualTo(one.section().equals("Clean"));
                          assertThat(new PageRunner(catalog).run(rule, one)).isEmpty();
                        })));
  }
}
