package io.headgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageParser;
import io.headgate.engine.page.PageRunner;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of every page: the findings it expects, and no other. */
class PagesTest {

  private static final RulePack PACK = new BuiltinRules();

  private final Catalog catalog = new Catalog(List.of(PACK));

  @TestFactory
  Stream<DynamicContainer> pages() {
    return PACK.checkers().stream()
        .flatMap(spec -> spec.rules().stream())
        .map(rule -> DynamicContainer.dynamicContainer(rule.id(), cases(rule)));
  }

  private Stream<DynamicTest> cases(Rule rule) {
    PageRunner runner = new PageRunner(catalog);
    List<PageCase> cases = PageParser.cases(Objects.requireNonNull(PACK.page(rule.id())));
    Stream<DynamicTest> each =
        cases.stream()
            .map(
                page ->
                    DynamicTest.dynamicTest(
                        page.section() + ": " + page.name(),
                        () -> assertThat(runner.run(rule, page)).isEmpty()));
    DynamicTest both =
        DynamicTest.dynamicTest(
            "flags something and leaves something clean",
            () -> assertThat(cases).extracting(PageCase::section).contains("Flagged", "Clean"));
    return Stream.concat(Stream.of(both), each);
  }
}
