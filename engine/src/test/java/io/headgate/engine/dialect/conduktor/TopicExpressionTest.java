package io.headgate.engine.dialect.conduktor;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicExpressionTest {

  private static final Place PLACE = Place.startOf("a.yaml");

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "orders\\.placed, orders.placed",
    "orders.placed, orders.placed",
    "orders.*, orders*",
    "^orders\\..+$, orders.*",
    "a\\-b\\_c.*d, a-b_c*d"
  })
  void isAName(String expression, String glob) {
    assertThat(globs(expression)).singleElement().matches(name -> name.is(glob));
  }

  @ParameterizedTest
  @ValueSource(strings = {".*", "^.*$", ".+"})
  void isEveryTopic(String expression) {
    assertThat(globs(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a|b",
        "(a|b)-.*",
        "[ab]",
        "a?",
        "ab*",
        "a+",
        "a{2}",
        "\\d",
        "a\\$",
        "a^b",
        "^"
      })
  void saysMore(String expression) {
    assertThat(globs(expression)).singleElement().matches(Located::isUnknown);
  }

  @Test
  void whatNobodyWroteIsEveryTopic() {
    assertThat(TopicExpression.globs(Located.absent("datasets", PLACE))).isEmpty();
    assertThat(TopicExpression.globs(Located.unknown("datasets", PLACE)))
        .singleElement()
        .matches(Located::isUnknown);
  }

  private static List<Located<String>> globs(String expression) {
    return TopicExpression.globs(Located.known(expression, "datasets", PLACE));
  }
}
