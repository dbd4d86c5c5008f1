package io.headgate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Environment.Classification;
import io.headgate.spi.model.Environment.NotPersonal;
import io.headgate.spi.model.Located;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationReaderTest {

  private static Policy read(String text) {
    return PolicyReader.read(
        new SourceText("headgate.yaml", "version: 1\n" + text), new Catalog(List.of()));
  }

  private static List<String> wrong(String text) {
    UserError error = catchThrowableOfType(UserError.class, () -> read(text));
    assertThat(error).isNotNull();
    return error.messages().stream().map(UserError.Message::text).toList();
  }

  @Test
  void whatHoldsEverywhereAndWhatHoldsInOneEnvironmentCountTogether() {
    Policy policy =
        read(
            """
            classification:
              languages: [de, fr]
              not-personal:
              - {field: a, reason: r, owner: o, date: 2026-01-31}
            environments:
              prod:
                classification:
                  languages: nl
                  not-personal:
                  - {field: b.*, subject: x-*, reason: r, owner: o, date: 2026-01-31, until: 2026-02-01}
              dev: {}
            """);
    Classification prod = policy.facts("prod").classification();
    assertThat(prod.languages()).extracting(Located::toString).containsExactly("nl");
    assertThat(prod.notPersonal())
        .extracting(e -> e.field().toString())
        .containsExactly("a", "b.*");
    assertThat(prod.notPersonal()).extracting(NotPersonal::date).containsOnly("2026-01-31");
    assertThat(prod.notPersonal().get(1).subject().text()).isEqualTo("x-*");
    assertThat(prod.notPersonal().get(1).field().place().startLine()).isEqualTo(11);
    Classification dev = policy.facts("dev").classification();
    assertThat(dev.languages()).extracting(Located::toString).containsExactly("de", "fr");
    assertThat(dev.notPersonal()).hasSize(1);
    assertThat(read("").facts("").classification()).isEqualTo(Classification.NOTHING);
  }

  @Test
  void aDecisionHoldsUntilTheDayIsOver() {
    String entry =
        "classification: {not-personal: [{field: a, reason: r, owner: o, date: 2020-01-01%s}]}\n";
    assertThat(expired(entry.formatted(""))).isFalse();
    assertThat(expired(entry.formatted(", until: 2999-12-31"))).isFalse();
    assertThat(expired(entry.formatted(", until: 2020-12-31"))).isTrue();
  }

  private static boolean expired(String text) {
    return read(text).facts("").classification().notPersonal().get(0).expired();
  }

  @Test
  void aDecisionNeedsFieldReasonOwnerAndDate() {
    assertThat(wrong("classification: {not-personal: [{subject: a}]}\n"))
        .hasSize(4)
        .anyMatch(m -> m.contains("'field'"))
        .anyMatch(m -> m.contains("'reason'"))
        .anyMatch(m -> m.contains("'owner'"))
        .anyMatch(m -> m.contains("'date'"));
    assertThat(wrong("classification: {not-personal: [email]}\n"))
        .singleElement()
        .asString()
        .contains("must be a mapping");
    assertThat(
            wrong("classification: {not-personal: [{field: a, reason: r, owner: o, date: May}]}\n"))
        .singleElement()
        .asString()
        .contains("'May'", "a day such as '2026-01-31'");
    assertThat(wrong("classification: {lang: [de]}\n")).singleElement().asString().contains("lang");
  }
}
