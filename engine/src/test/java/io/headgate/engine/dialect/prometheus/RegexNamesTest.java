package io.headgate.engine.dialect.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.prometheus.RegexNames.Names;
import io.headgate.spi.model.NamePattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that regular expressions match, as patterns. */
class RegexNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          orders                     ~ orders               ~ true
          ^orders$                   ~ orders               ~ true
          orders|payments            ~ orders payments      ~ true
          orders\\.v1                ~ orders.v1            ~ true
          orders[.]v1                ~ orders.v1            ~ true
          orders.*                   ~ orders*              ~ true
          .+-dlq                     ~ *-dlq                ~ true
          (a|b)-(c|d)                ~ a-c a-d b-c b-d      ~ true
          (?:a|b)?c                  ~ ac bc c              ~ true
          ab?                        ~ ab a                 ~ true
          a.*.*b                     ~ a*b                  ~ true
          orders.v1                  ~ orders*v1            ~ false
          team-[a-z]+                ~ team-*               ~ false
          v\\d                       ~ v*                   ~ false
          a{2}                       ~ *                    ~ false
          (ab)+c                     ~ *c                   ~ false
          (?i)orders                 ~ *                    ~ false
          (a|b                       ~ *                    ~ false
          a)b                        ~ *                    ~ false
          [[:alpha:]]x               ~ *                    ~ false
          *a                         ~ *a                   ~ false
          a\\                        ~ a*                   ~ false
          """)
  void tellsTheNames(String regex, String patterns, boolean exact) {
    Names names = RegexNames.of(regex);
    assertThat(names.patterns().stream().map(NamePattern::text).collect(Collectors.joining(" ")))
        .isEqualTo(patterns);
    assertThat(names.exact()).isEqualTo(exact);
  }

  @Test
  void isBounded() {
    assertThat(RegexNames.of("(a|b|c|d|e|f|g|h|i)(a|b|c|d|e|f|g|h|i)").exact()).isFalse();
    assertThat(RegexNames.of("(".repeat(1000)).exact()).isFalse();
    assertThat(RegexNames.of("(a|b)?".repeat(5000)).exact()).isFalse();
  }
}
