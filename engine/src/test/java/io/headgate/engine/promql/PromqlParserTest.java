package io.headgate.engine.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.promql.Expression.Aggregation;
import io.headgate.engine.promql.Expression.Amount;
import io.headgate.engine.promql.Expression.Binary;
import io.headgate.engine.promql.Expression.Call;
import io.headgate.engine.promql.Expression.LabelMatcher;
import io.headgate.engine.promql.Expression.Negative;
import io.headgate.engine.promql.Expression.Selector;
import io.headgate.engine.promql.Expression.Text;
import io.headgate.engine.promql.Expression.Window;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The structure of expressions, the places of their parts, and what is none. */
class PromqlParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¬',
      quoteCharacter = '§',
      textBlock =
          """
          a                                             ¬ a
          :a:b_c1:rate5m                                ¬ :a:b_c1:rate5m
          a{}                                           ¬ a
          a{b="c", d!='e', f!="g",}                     ¬ a{b = c, d != e, f != g}
          {"a.b", c=`d`}                                ¬ a.b{c = d}
          {__name__="a", "b c"="d"}                     ¬ a{b c = d}
          1 + 2 * 3 ^ 2 ^ 2 - 4                         ¬ ((1.0 + (2.0 * (3.0 ^ (2.0 ^ 2.0)))) - 4.0)
          -a ^ 2                                        ¬ -(a ^ 2.0)
          a % b atan2 c                                 ¬ ((a % b) atan2 c)
          a > b and c or d UNLESS e == f                ¬ (((a > b) and c) or (d unless (e == f)))
          (a > 1) * 2                                   ¬ ((a > 1.0) * 2.0)
          a > bool 0                                    ¬ (a > 0.0)
          a * on (b, c) group_left(d) e                 ¬ (a * e)
          a / ignoring() group_right e                  ¬ (a / e)
          rate(a[5m])                                   ¬ rate(a[300000])
          a[1h30m] offset 1d                            ¬ a[5400000]
          a offset -5m                                  ¬ a
          a[5m] @ start() offset 1h                     ¬ a[300000]
          a @ 1609746000                                ¬ a
          max_over_time(rate(a[5m])[1h:1m])             ¬ max_over_time(rate(a[300000])[3600000])
          a[1h:]                                        ¬ a[3600000]
          a[300]                                        ¬ a[300000]
          a[5m] smoothed                                ¬ a[300000]
          sum(a)                                        ¬ sum by()(a)
          sum by (b, c) (a)                             ¬ sum by(b, c)(a)
          SUM(a) without (b)                            ¬ sum without(b)(a)
          topk(5, a) by(b)                              ¬ topk by(b)(5.0, a)
          sum                                           ¬ sum
          sum > 1                                       ¬ (sum > 1.0)
          vector(time())                                ¬ vector(time())
          label_replace(a, "b", "$1", "c", "(.*)")      ¬ label_replace(a, 'b', '$1', 'c', '(.*)')
          0x1F + 1e3 + 1_000 + .5 + 2.5e-1              ¬ ((((31.0 + 1000.0) + 1000.0) + 0.5) + 0.25)
          Inf > NaN                                     ¬ (Infinity > NaN)
          5m > 1ms                                      ¬ (300.0 > 0.001)
          a # all of a > 1                              ¬ a
          a > {{ .Values.x }}                           ¬ (a > ?)
          a{b="{{ x }}", {{ y }}, c=${Z}}[{{ w }}]      ¬ a{b = null, c = null}[null]
          """)
  void readsTheStructure(String text, String shown) throws PromqlException {
    assertThat(shown(PromqlParser.parse(text))).isEqualTo(shown);
  }

  @Test
  void readsWhatIsEscaped() throws PromqlException {
    String text = "a{b=\"\\\\d \\\" \\n\", c='\\'', d=`\\d`}";
    assertThat(shown(PromqlParser.parse(text))).isEqualTo("a{b = \\d \" \n, c = ', d = \\d}");
  }

  private static String shown(Expression e) {
    if (e instanceof Amount amount) {
      return String.valueOf(amount.value());
    } else if (e instanceof Text text) {
      return "'" + text.value() + "'";
    } else if (e instanceof Selector s) {
      return s.metric() + (s.matchers().isEmpty() ? "" : shown(s.matchers()));
    } else if (e instanceof Window window) {
      return shown(window.of()) + "[" + window.millis() + "]";
    } else if (e instanceof Call call) {
      return call.function() + "(" + all(call.arguments()) + ")";
    } else if (e instanceof Aggregation a) {
      String labels = (a.without() ? " without(" : " by(") + String.join(", ", a.labels()) + ")(";
      return a.operator() + labels + all(a.arguments()) + ")";
    } else if (e instanceof Binary b) {
      return "(" + shown(b.left()) + " " + b.operator() + " " + shown(b.right()) + ")";
    }
    return e instanceof Negative negative ? "-" + shown(negative.of()) : "?";
  }

  private static String shown(List<LabelMatcher> matchers) {
    return matchers.stream()
        .map(m -> m.label() + " " + m.operator() + " " + m.value())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String all(List<Expression> parts) {
    return parts.stream().map(PromqlParserTest::shown).collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¬',
      quoteCharacter = '§',
      textBlock =
          """
          §§                      ¬ 0  ¬ it ends where a value must stand
          a >                     ¬ 3  ¬ it ends where a value must stand
          sum(a > 1               ¬ 9  ¬ it ends where ')' must stand
          a b                     ¬ 2  ¬ 'b' stands where an operator or the end must stand
          a{b=c}                  ¬ 4  ¬ 'c' stands where a text in quotes must stand
          a{b}                    ¬ 3  ¬ '}' stands where '=', '!=', '=~' or '!~' must stand
          a{                      ¬ 2  ¬ it ends where a label or '}' must stand
          a{1="b"}                ¬ 2  ¬ '1' stands where a label or '}' must stand
          a{b="c                  ¬ 4  ¬ a text has no end
          a > 10k                 ¬ 4  ¬ '10k' is no number
          a > 1e                  ¬ 4  ¬ '1e' is no number
          a > 0x                  ¬ 4  ¬ '0x' is no number
          a > 99999999999999999999m1x ¬ 4 ¬ '99999999999999999999m1' is no duration
          a[]                     ¬ 2  ¬ ']' stands where a duration such as 5m must stand
          a[5 minutes]            ¬ 4  ¬ 'minutes' stands where ']' must stand
          a[5m                    ¬ 4  ¬ it ends where ']' must stand
          a offset b              ¬ 9  ¬ 'b' stands where a duration such as 5m must stand
          a @ b                   ¬ 4  ¬ 'b' stands where a moment must stand
          sum()                   ¬ 0  ¬ 'sum' has nothing to aggregate
          sum by a                ¬ 7  ¬ 'a' stands where '(' must stand
          sum by (1) (a)          ¬ 8  ¬ '1' stands where a label must stand
          a & b                   ¬ 2  ¬ '&' means nothing to PromQL
          a = 1                   ¬ 2  ¬ '=' stands where an operator or the end must stand
          rate(a[5m]))            ¬ 11 ¬ ')' stands where an operator or the end must stand
          "a" "b"                 ¬ 4  ¬ a text stands where an operator or the end must stand
          kafka_{{ x }}_lag       ¬ 6  ¬ a template stands where an operator or the end must stand
          """)
  void saysWhatIsWrong(String text, int from, String what) {
    PromqlException wrong =
        catchThrowableOfType(PromqlException.class, () -> PromqlParser.parse(text));
    assertThat(wrong.what()).isEqualTo(what);
    assertThat(wrong.from()).isEqualTo(from);
    assertThat(wrong.to()).isBetween(wrong.from(), text.length());
  }

  @Test
  void placesItsParts() throws PromqlException {
    String text = "sum by (a) (rate(b{c=\"d\"}[5m])) > 10";
    Binary comparison = (Binary) PromqlParser.parse(text);
    Aggregation sum = (Aggregation) comparison.left();
    Window window = (Window) ((Call) sum.arguments().get(0)).arguments().get(0);
    LabelMatcher matcher = ((Selector) window.of()).matchers().get(0);
    assertThat(text.substring(comparison.right().from(), comparison.right().to())).isEqualTo("10");
    assertThat(text.substring(window.from(), window.to())).isEqualTo("b{c=\"d\"}[5m]");
    assertThat(text.substring(matcher.from(), matcher.to())).isEqualTo("\"d\"");
    assertThat(text.substring(sum.from(), sum.to())).isEqualTo("sum by (a) (rate(b{c=\"d\"}[5m]))");
  }

  @Test
  void knowsWhichLabelsAnAggregationKeeps() throws PromqlException {
    assertThat(((Aggregation) PromqlParser.parse("sum(a) by (b)")).keeps("b")).isTrue();
    assertThat(((Aggregation) PromqlParser.parse("sum(a) by (b)")).keeps("c")).isFalse();
    assertThat(((Aggregation) PromqlParser.parse("sum(a) without (b)")).keeps("b")).isFalse();
    assertThat(((Aggregation) PromqlParser.parse("sum(a) without (b)")).keeps("c")).isTrue();
    assertThat(((Aggregation) PromqlParser.parse("sum(a)")).keeps("b")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "sum(", "a^", "a["})
  void isBoundedInDepth(String opening) {
    assertThatThrownBy(() -> PromqlParser.parse(opening.repeat(3000)))
        .isInstanceOf(PromqlException.class);
  }

  @Test
  void isBoundedInLength() throws PromqlException {
    assertThat(PromqlParser.parse("a" + "+a".repeat(2000)).to()).isEqualTo(4001);
    assertThatThrownBy(() -> PromqlParser.parse("a" + "+a".repeat(3000)))
        .isInstanceOf(PromqlException.class)
        .hasMessage("it is too long");
  }

  @Test
  void readsWhateverIsWritten() {
    String alphabet = "ab_:1.5m0xeE(){}[]\"'`\\,=~!<>+-*/%^@#$ \n{{}}${}sum by offset and or";
    Random random = new Random(42);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text =
          new StringBuilder(random.nextInt(3) == 0 ? "sum(rate(a{b=\"c\"}[5m]" : "");
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Expression expression = PromqlParser.parse(text.toString());
        assertThat(expression.from()).as(text.toString()).isBetween(0, text.length());
        assertThat(expression.to()).as(text.toString()).isBetween(0, text.length());
        read++;
      } catch (PromqlException e) {
        assertThat(e.from()).as(text.toString()).isBetween(0, text.length());
        assertThat(e.to()).as(text.toString()).isBetween(e.from(), text.length());
        assertThat(e.what()).isNotBlank();
      }
    }
    assertThat(read).isPositive();
  }
}
