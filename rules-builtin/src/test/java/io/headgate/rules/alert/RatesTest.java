package io.headgate.rules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

  @Test
  void theFirstThatMatchesCounts() {
    Rates rates = new Rates(List.of("orders 5/second", "ord* 60/Minute"));

    assertThat(rates.of("orders"))
        .isNotNull()
        .satisfies(r -> assertThat(r.millis(5)).isEqualTo(1000));
    assertThat(rates.of("ordinal"))
        .isNotNull()
        .satisfies(r -> assertThat(r.recordsIn(5000)).isEqualTo(5));
    assertThat(rates.of("returns")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "orders 5",
        "5/second",
        "orders 5/week",
        "orders x/day",
        "orders 0/day",
        "/",
        ""
      })
  void whatIsNoRateIsNotOfTheForm(String entry) {
    assertThat(entry).doesNotMatch(Rates.FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders 5/second", "ord* 60/Minute", "* 999999999999999999/day"})
  void whatIsOfTheFormCanBeRead(String entry) {
    assertThat(entry).matches(Rates.FORM);
    assertThat(new Rates(List.of(entry)).of("orders")).isNotNull();
  }
}
