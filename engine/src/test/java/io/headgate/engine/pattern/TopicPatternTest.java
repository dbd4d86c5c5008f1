package io.headgate.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.pattern.TopicPattern.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTest {

  private static final List<String> NAMES =
      List.of(
          "",
          "a",
          "b",
          "ab",
          "ba",
          "aab",
          "abab",
          "orders",
          "orders.placed",
          "orders-returned",
          "orders_2",
          "internal.orders",
          "payments.eu.booked.v12",
          "__consumer_offsets",
          "a-b.c]d^e");

  private static Answer match(String regex, String name) {
    return Objects.requireNonNull(TopicPattern.of(regex), regex).match(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "orders.*",
        "orders\\..*",
        "^orders[.-].+$",
        "(orders|payments)\\..*",
        "(?!internal\\.).*",
        "(?=orders)[a-z]+(?:[._-]\\w+)*",
        "[\\w.-]+\\.v\\d{1,3}",
        "orders_?[0-9]*?",
        ".*-(placed|returned)",
        "[^.]*",
        "[a-]+|[-b]+",
        "ab{0}a*",
        "(ab){2,}",
        "a-b\\.c]d\\^e",
        "",
        "()",
        "a||b"
      })
  void matchesAsJavaDoes(String regex) {
    for (String name : NAMES) {
      assertThat(match(regex, name))
          .as(name)
          .isEqualTo(Pattern.matches(regex, name) ? Answer.YES : Answer.NO);
    }
  }

  @Test
  void matchesAsJavaDoesWhateverIsWritten() {
    Random random = new Random(42);
    String[] bits = {
      "a", "b", "a", "b", ".", "*", "+", "?", "(", ")", "(?:", "(?!", "(?=", "|", "[", "]", "[ab]",
      "[^a]", "^", "$", "-", "\\.", "\\w", "\\d", "{", "}", "{2}", "{1,2}", "{0}", ",", "1", "&",
      "\\", "a*", "(a|b)", "\\b", "#", " "
    };
    int followed = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder written = new StringBuilder();
      for (int bit = random.nextInt(8); bit >= 0; bit--) {
        written.append(bits[random.nextInt(bits.length)]);
      }
      TopicPattern pattern = TopicPattern.of(written.toString());
      if (pattern != null) {
        followed++;
        Pattern java = java(written.toString());
        for (String name : NAMES) {
          boolean yes = java.matcher(name).matches();
          assertThat(pattern.match(name))
              .as(() -> "'" + written + "' with '" + name + "'")
              .isEqualTo(yes ? Answer.YES : Answer.NO);
          assertThat(!yes || name.startsWith(pattern.prefix()))
              .as(() -> "'" + written + "' begins with '" + pattern.prefix() + "'")
              .isTrue();
        }
      }
    }
    assertThat(followed).isGreaterThan(20_000);
  }

  private static Pattern java(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new AssertionError("Java refuses '" + regex + "'", e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "a**",
        "a*+",
        "(a",
        "a)",
        "[a",
        "[]a]",
        "[b-a]",
        "a{",
        "a{2",
        "a{2,1}",
        "a{x}",
        "\\",
        "(a)\\1",
        "(?i)a",
        "(?<n>a)",
        "(?<=a)b",
        "(?>a)",
        "\\ba",
        "\\Qa\\E",
        "[a&&b]",
        "[a[b]]",
        "é",
        "a{999999999999}"
      })
  void refusesWhatItDoesNotFollow(String regex) {
    assertThat(TopicPattern.of(regex)).isNull();
  }

  @Test
  void saysWhatEveryMatchBeginsWith() {
    assertThat(prefix("orders\\.v.*")).isEqualTo("orders.v");
    assertThat(prefix("^orders*")).isEqualTo("order");
    assertThat(prefix("orders|payments")).isEmpty();
    assertThat(prefix("or(d|e)")).isEqualTo("or");
    assertThat(prefix("(?!a)b")).isEmpty();
  }

  private static String prefix(String regex) {
    return Objects.requireNonNull(TopicPattern.of(regex)).prefix();
  }

  @Test
  void noPatternTakesLong() {
    String name = "a".repeat(249);
    List<String> hard =
        List.of(
            "(a*)*b",
            "(a|a)*b",
            "(a|aa)+\\.",
            "(" + "b?|c?)(".repeat(40) + "b?)d",
            "(|)".repeat(40) + "(?!)",
            "(".repeat(49) + "a" + ")*".repeat(49) + "b",
            "(((((a{249}){249}){249}){249}){249}){249}",
            "(?=(?=(?=(?=(?=.*).*).*).*).*).*b",
            "a?".repeat(3000) + "b",
            "a".repeat(10_000),
            "|".repeat(10_000),
            "[" + "b".repeat(9_990) + "]*");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(hard)
                .allSatisfy(regex -> assertThat(match(regex, name)).isNotEqualTo(Answer.YES)));
    assertThat(TopicPattern.of("(".repeat(5000) + ")".repeat(5000))).isNull();
    assertThat(TopicPattern.of("a".repeat(20_000))).isNull();
    assertThat(match("(".repeat(49) + "a" + ")*".repeat(49), name)).isEqualTo(Answer.TOO_HARD);
  }

  @Test
  void noNameMatchesThatKafkaRefuses() {
    assertThat(match(".*", "a".repeat(250))).isEqualTo(Answer.NO);
    assertThat(match(".*", "a\nb")).isEqualTo(Answer.NO);
    assertThat(match(".*", "é")).isEqualTo(Answer.NO);
  }
}
