package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "orders*, orders",
    "orders**, orders.placed",
    "*.placed, orders.placed",
    "o*s.*d, orders.placed",
    "*aab, aaaab",
    "*, ''",
    "'', ''"
  })
  void matches(String pattern, String name) {
    assertThat(new NamePattern(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, order",
    "order, orders",
    "orders*x, orders",
    "*.placed, orders.placed.v2",
    "o*s, orders.placed",
    "a, ''",
    "'', a"
  })
  void doesNotMatch(String pattern, String name) {
    assertThat(new NamePattern(pattern).matches(name)).isFalse();
  }
}
