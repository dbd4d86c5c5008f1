package io.headgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.page.PackContract;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageRunner;
import io.headgate.spi.Checker;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A checker that is declared to judge each resource alone says of a bundle in pieces what it says
 * of the whole: every case of its pages is run so.
 */
class AloneTest {

  private static final InPieces PACK = new InPieces(new BuiltinRules());

  private static final PageRunner RUNNER = new PageRunner(new Catalog(List.of(PACK)));

  static Stream<Arguments> cases() {
    return PACK.checkers().stream()
        .filter(CheckerSpec::alone)
        .flatMap(spec -> spec.rules().stream())
        .flatMap(
            rule -> PackContract.cases(PACK, rule).stream().map(page -> Arguments.of(rule, page)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysTheSameOfEachPiece(Rule rule, PageCase page) {
    assertThat(RUNNER.run(rule, page)).as("%s: %s", rule.id(), page.name()).isEmpty();
  }

  @Test
  void findsWhoNeedsTheOthers() {
    List<String> broken = new ArrayList<>();
    for (CheckerSpec spec : PACK.checkers()) {
      for (Rule rule : spec.rules()) {
        if (PackContract.cases(PACK, rule).stream().anyMatch(c -> !RUNNER.run(rule, c).isEmpty())) {
          broken.add(rule.id());
        }
      }
    }
    assertThat(broken).contains("topic-name-collision", "acl-redundant", "reference-dangling");
  }

  /** A pack whose checkers see one resource at a time, and what it was before. */
  private record InPieces(RulePack pack) implements RulePack {

    @Override
    public String id() {
      return pack.id();
    }

    @Override
    public String version() {
      return pack.version();
    }

    @Override
    public String page(String ruleId) {
      return java.util.Objects.requireNonNull(pack.page(ruleId));
    }

    @Override
    public List<CheckerSpec> checkers() {
      return pack.checkers().stream()
          .map(spec -> new CheckerSpec(spec.rules(), s -> piecewise(spec, s), spec.alone()))
          .toList();
    }

    private static Checker piecewise(CheckerSpec spec, Settings settings) {
      Checker checker = spec.factory().apply(settings);
      return (bundle, findings) -> {
        Map<ResourceRef, List<Resource>> then = new LinkedHashMap<>();
        Bundle base = bundle.base();
        if (base != null) {
          base.resources()
              .forEach(r -> then.computeIfAbsent(r.ref(), ref -> new ArrayList<>()).add(r));
        }
        Map<Place, List<Resource>> entries = new LinkedHashMap<>();
        bundle
            .resources()
            .forEach(r -> entries.computeIfAbsent(r.place(), p -> new ArrayList<>()).add(r));
        for (List<Resource> entry : entries.values()) {
          List<Resource> was = new ArrayList<>();
          for (Resource resource : entry) {
            List<Resource> before = then.remove(resource.ref());
            was.addAll(before == null ? List.of() : before);
          }
          checker.check(piece(bundle, entry, was), findings);
        }
        then.values().forEach(was -> checker.check(piece(bundle, List.of(), was), findings));
      };
    }

    private static Bundle piece(Bundle whole, List<Resource> now, List<Resource> then) {
      Bundle base = whole.base();
      return new Bundle(
          whole.environment(),
          declarable(whole),
          now,
          base == null ? null : new Bundle(base.environment(), declarable(base), then));
    }

    private static java.util.Set<io.headgate.spi.model.Kind> declarable(Bundle bundle) {
      return Stream.of(io.headgate.spi.model.Kind.values())
          .filter(bundle::canDeclare)
          .collect(java.util.stream.Collectors.toSet());
    }
  }
}
