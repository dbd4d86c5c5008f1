package io.headgate.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.page.PackContract;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageRunner;
import io.headgate.rules.BuiltinRules;
import io.headgate.rules.acl.AclMissingForApp;
import io.headgate.rules.alert.AlertMissingLag;
import io.headgate.rules.alert.AlertMissingThroughput;
import io.headgate.rules.audit.AuditMissingChannel;
import io.headgate.rules.pii.PiiMaskNone;
import io.headgate.rules.pii.PiiUnclassifiedField;
import io.headgate.rules.pii.PiiUnmaskedField;
import io.headgate.spi.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a change takes away is told once: by the rule about the change, or by one about the state.
 */
class OneVoiceTest {

  private static final BuiltinRules PACK = new BuiltinRules();

  private static final Catalog CATALOG = new Catalog(List.of(PACK));

  private static final Map<Rule, List<Rule>> STATE =
      Map.of(
          ChangeAclRevokedInUse.RULE,
          List.of(AclMissingForApp.RULE),
          ChangeClassificationLowered.RULE,
          List.of(PiiUnmaskedField.RULE, PiiUnclassifiedField.RULE, PiiMaskNone.RULE),
          ChangeProtectionRemoved.RULE,
          List.of(
              PiiUnmaskedField.RULE,
              PiiUnclassifiedField.RULE,
              PiiMaskNone.RULE,
              AlertMissingLag.RULE,
              AlertMissingThroughput.RULE,
              AuditMissingChannel.RULE));

  static Stream<Arguments> cases() {
    return STATE.keySet().stream()
        .flatMap(
            rule ->
                PackContract.cases(PACK, rule).stream()
                    .map(one -> Arguments.of(rule, one.name(), one)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("cases")
  void isNeverToldTwice(Rule rule, String name, PageCase one) {
    List<Rule> told =
        STATE.getOrDefault(rule, List.of()).stream()
            .filter(state -> new PageRunner(CATALOG).outcome(state, one).matched())
            .toList();
    if (!one.expected().isEmpty()) {
      assertThat(told).isEmpty();
    } else {
      // Where a page leaves it to other rules by their names, they do tell.
      assertThat(told)
          .containsAll(
              STATE.getOrDefault(rule, List.of()).stream()
                  .filter(state -> name.contains(state.id()))
                  .toList());
    }
  }
}
