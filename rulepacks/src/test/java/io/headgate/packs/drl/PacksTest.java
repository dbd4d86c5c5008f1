package io.headgate.packs.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.drl.DrlRule;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageParser;
import io.headgate.engine.page.PageRunner;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The packs of DRL: their pages are their tests, and everything has its page. */
class PacksTest {

  private static final List<String> PACKS = List.of("gdpr", "multi-tenant", "production-readiness");

  @TestFactory
  Stream<DynamicNode> packs() {
    return PACKS.stream()
        .map(
            name -> {
              DrlPack pack = DrlPack.in(Path.of(name));
              List<DynamicNode> tests = new ArrayList<>();
              tests.add(dynamicTest("is whole", () -> isWhole(pack, name)));
              Catalog catalog = new Catalog(List.of(pack));
              for (Rule rule : pack.checkers().get(0).rules()) {
                tests.add(dynamicContainer(rule.id(), cases(catalog, rule)));
              }
              return dynamicContainer(name, tests);
            });
  }

  private static Stream<DynamicNode> cases(Catalog catalog, Rule rule) {
    String page = Objects.requireNonNull(catalog.page(rule), () -> "No page for " + rule.id());
    List<DynamicNode> tests = new ArrayList<>();
    boolean flagged = false;
    boolean clean = false;
    StringBuilder policies = new StringBuilder();
    for (PageCase one : PageParser.cases(page)) {
      flagged |= !one.expected().isEmpty();
      clean |= one.expected().isEmpty();
      policies.append(one.files().getOrDefault("headgate.yaml", ""));
      tests.add(
          dynamicTest(
              one.name(), () -> assertThat(new PageRunner(catalog).run(rule, one)).isEmpty()));
    }
    boolean both = flagged && clean;
    tests.add(dynamicTest("has flagged and clean cases", () -> assertThat(both).isTrue()));
    for (Setting<?> setting : rule.settings()) {
      tests.add(
          dynamicTest(
              "explains and exercises '" + setting.name() + "'",
              () -> {
                assertThat(page).contains("- `" + setting.name() + "`:");
                assertThat(policies).contains(setting.name() + ":");
              }));
    }
    return tests.stream();
  }

  private static void isWhole(DrlPack pack, String name) throws IOException {
    List<String> ids = pack.rules().stream().map(DrlRule::id).toList();
    assertThat(pack.id()).isEqualTo(name);
    assertThat(ids).hasSizeGreaterThanOrEqualTo(8);
    assertThat(pack.pages()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids).containsAll(pack.settings().keySet());
    for (DrlRule rule : pack.rules()) {
      List<Setting<?>> declared = pack.settings().getOrDefault(rule.id(), List.of());
      Map<String, Setting.Type> used = rule.settings();
      assertThat(declared).as(rule.id()).hasSameSizeAs(used.keySet());
      for (Setting<?> setting : declared) {
        assertThat(used).containsEntry(setting.name(), setting.type());
      }
    }
  }
}
