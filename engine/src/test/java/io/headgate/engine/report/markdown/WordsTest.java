package io.headgate.engine.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      value = {
        "The topic 'orders' is odd.; The topic 'orders' is odd.",
        "The topic 'orders.v1' is odd.; The topic `orders.v1` is odd.",
        "Topic 'a_b', too.; Topic `a_b`, too.",
        "(see 'x/y');(see `x/y`)",
        "at f(x).; at `f(x)`.",
        "of @all and #1; of `@all` and `#1`",
        "at !1; at `!1`",
        "says :smile: twice; says `:smile`: twice",
        "x``y; ```x``y```",
        "`x; `` `x ``",
        "deadbeef01 is a commit; `deadbeef01` is a commit",
        "defaced walls; `defaced` walls",
        "größer-als 30; größer-als 30",
        "a  b; a b",
        "-x y; `-x` y",
        "'; '",
      })
  void wordsThatAreMoreThanLettersAreCode(String text, String markdown) {
    assertThat(Words.prose(text, 100)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource({"a b,`a b`", "`,`` ` ``", "a`b```c,````a`b```c````", "' ',` ` `"})
  void aSpanHoldsAnything(String text, String markdown) {
    assertThat(Words.code(text, 100)).isEqualTo(text.isBlank() ? "`   `" : markdown);
  }
}
