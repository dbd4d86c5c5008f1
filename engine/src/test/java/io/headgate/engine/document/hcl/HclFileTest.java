package io.headgate.engine.document.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Text;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclFileTest {

  @Test
  void blocksWithLabelsAndAttributesWithTheirPlaces() {
    HclFile file =
        read(
            """
            # a comment
            resource "kafka_topic" orders { // another
              name = "ordérs" /* and one more */

              config { a = 1 }
            }
            """);
    Block block = file.body().blocks().get(0);
    assertThat(block.type()).isEqualTo("resource");
    assertThat(block.label(0)).isEqualTo("kafka_topic");
    assertThat(block.label(1)).isEqualTo("orders");
    assertThat(block.label(2)).isNull();
    assertThat(at(file, block.head())).isEqualTo("resource \"kafka_topic\" orders");
    assertThat(at(file, block.labels().get(0).place())).isEqualTo("\"kafka_topic\"");
    HclBody.Attribute name = Objects.requireNonNull(block.body().attribute("name"));
    assertThat(at(file, name.namePlace())).isEqualTo("name");
    assertThat(at(file, name.value().place())).isEqualTo("\"ordérs\"");
    assertThat(block.body().blocks().get(0).body().value("a")).isNotNull();
    assertThat(file.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          1 § 1
          1.5e-3 § 1.5e-3
          true && false || !x § ((true && false) || !x)
          1 + 2 * 3 - -4 § ((1 + (2 * 3)) - -4)
          (1 + 2) * 3 § ((1 + 2) * 3)
          a == b ? c : d ? e : f § ((a == b) ? c : (d ? e : f))
          a <= b § (a <= b)
          var.a["b"].c.0[*].d § var.a["b"].c[0][*].d
          a.*.b § a.*.b
          f(a, [b, c,], {d = e, "f" : g}...) § f(a, [b, c], {"d" = e, "f" = g}...)
          [for x in y : x if x != 1] § [for x in y : x if (x != 1)]
          {for k, v in y : k => v...} § {for k, v in y : k => v...}
          {(a) = b} § {a = b}
          "a${b}c" § "a${b}c"
          "a\\n\\u0041\\"" § "a⏎A""
          "$${a}%%{b}" § "${a}%{b}"
          "${~a}" § "${a}%{}"
          "%{ if a }x%{ else }y%{ endif }" § "%{}x%{}y%{}"
          null § null
          provider::x::f(1) § provider::x::f(1)
          foo-bar § foo-bar
          """)
  void expressions(String written, String meant) {
    HclFile file = read("a = " + written + "\n");
    assertThat(file.problems()).isEmpty();
    Expression value = Objects.requireNonNull(file.body().value("a"));
    assertThat(Written.of(value)).isEqualTo(meant.strip());
    if (!written.startsWith("(")) {
      assertThat(at(file, value.place())).isEqualTo(written);
    }
  }

  @Test
  void linesInsideBracketsAndParenthesesDoNotEndAnExpression() {
    HclFile file =
        read(
            """
            a = [
              1, # one
              2
            ]
            b = f(
              1
              + 2,
            )
            c = {
              x = 1
              y = 2,
              z = (
                3
              )
            }
            d = "${
              x
            }"
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.body().attributes())
        .extracting(attribute -> Written.of(attribute.value()))
        .containsExactly("[1, 2]", "f((1 + 2))", "{\"x\" = 1, \"y\" = 2, \"z\" = 3}", "\"${x}\"");
  }

  @Test
  void heredocs() {
    HclFile file =
        read(
            """
            a = <<EOT
              x
            ${y} "\\n"
            EOT
            b = <<-EOT
                x
                  y

                z
                EOT
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.body().attributes())
        .extracting(attribute -> Written.of(attribute.value()))
        .containsExactly("\"  x⏎${y} \"\\n\"⏎\"", "\"x⏎  y⏎⏎z⏎\"");
  }

  @Test
  void eachCharacterOfATextHasItsPlace() {
    HclFile file = read("a = \"x\\ty\\u00e9z$${\"\nb = <<-E\n    ab\n      c\n  E\n");
    Text quoted = text(file, "a");
    assertThat(quoted.text()).isEqualTo("x\tyéz${");
    assertThat(at(file, quoted.positions().place(0, 1))).isEqualTo("x");
    assertThat(at(file, quoted.positions().place(1, 2))).isEqualTo("\\t");
    assertThat(at(file, quoted.positions().place(3, 5))).isEqualTo("\\u00e9z");
    assertThat(at(file, quoted.positions().place(5, 7))).isEqualTo("$${");
    Text heredoc = text(file, "b");
    assertThat(heredoc.text())
        .isEqualTo("  ab\n    c\n".replace("  ab", "ab").replace("    c", "  c"));
    assertThat(heredoc.positions().place(0, 2)).isEqualTo(new Place("a.tf", 3, 5, 3, 7));
    assertThat(heredoc.positions().place(5, 6)).isEqualTo(new Place("a.tf", 4, 7, 4, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a = | 1:4 | A value must stand here.
          a = "x | 1:5 | This text has no closing quote on its line; text of several lines is a heredoc.
          a = [1 2] | 1:8 | A ',' or the ']' of the list must stand here.
          a = {b c} | 1:8 | An '=' must stand between a key and its value.
          a = 1 b = 2 | 1:7 | A new line must begin here: nothing may follow an argument or a block.
          a { | 1:4 | The file ends inside a block; close it with '}'.
          } | 1:1 | The name of an attribute or of a block must stand here, and nothing else.
          a = "${b" | 1:9 | A '}' must close what '${' opens.
          a = <<E | 1:8 | A new line must follow the name of the heredoc.
          a = "\\x" | 1:6 | A backslash must be followed by n, r, t, u, U, a quote or a backslash.
          a = 1 ? 2 | 1:10 | A ':' must stand between the two results of a condition.
          a = f(1 | 1:8 | A ',' or the ')' of the call must stand here.
          /* a | 1:1 | This comment has no end; close it with '*/'.
          a "${b}" { | 1:9 | The label of a block must be plain text.
          """)
  void whatIsNoHclIsAProblemWithItsPlace(String text, String place, String message) {
    HclFile file = read(text);
    assertThat(file.problems()).extracting(Problem::message).containsExactly(message);
    assertThat(file.problems().get(0).place()).hasToString("a.tf:" + place);
  }

  @Test
  void theRestIsReadBehindAProblem() {
    HclFile file =
        read(
            """
            a {
              b = [
            }
            c { d = 1 }
            d { d = 1
              d = 2 }
            """);
    assertThat(file.problems())
        .extracting(Problem::message)
        .containsExactly(
            "A value must stand here.",
            "The argument 'd' is given twice in one block; remove one of them.");
    assertThat(file.body().blocks()).extracting(Block::type).containsExactly("c", "d");
  }

  @Test
  void aNulByteIsNoText() {
    assertThat(read("a = 1\n\0").problems())
        .extracting(Problem::message)
        .containsExactly("The file holds a NUL byte, so it is no text.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a=", "(", "f(", "-", "a ? b : ", "x[", "\"${", "!"})
  void whatNestsTooDeepIsAProblem(String opening) {
    for (int depth : List.of(500, 100_000)) {
      HclFile file = read("a = " + opening.repeat(depth) + "\n");
      assertThat(file.problems())
          .extracting(Problem::message)
          .contains("The file nests deeper than 200 levels; headgate reads no further.");
    }
  }

  @Test
  void blocksThatNestTooDeepAreAProblem() {
    assertThat(read("a {\n".repeat(100_000)).problems()).hasSize(1);
  }

  @Test
  void aLongChainOfOperatorsIsAProblemAndALongPathIsNot() {
    assertThat(read("a = 1" + " + 1".repeat(100_000) + "\n").problems()).hasSize(1);
    assertThat(read("a = b" + ".c".repeat(100_000) + "\n").problems()).isEmpty();
  }

  @Test
  void linesMayEndWithACarriageReturn() {
    HclFile file = read("a {\r\n  b = 1\r\n  c = <<E\r\nx\r\nE\r\n}\r\n");
    assertThat(file.problems()).isEmpty();
    assertThat(file.body().blocks().get(0).body().attributes()).hasSize(2);
  }

  @Test
  void callsAndPathsKnowTheirNames() {
    HclFile file = read("a = f(x)\nb = var.x\n");
    assertThat(((Call) Objects.requireNonNull(file.body().value("a"))).name()).isEqualTo("f");
    assertThat(((Access) Objects.requireNonNull(file.body().value("b"))).steps()).hasSize(1);
  }

  private static Text text(HclFile file, String name) {
    return (Text) ((Template) Objects.requireNonNull(file.body().value(name))).parts().get(0);
  }

  private static HclFile read(String text) {
    return HclFile.read(new SourceText("a.tf", text));
  }

  private static String at(HclFile file, Place place) {
    SourceText source = file.source();
    return source
        .text()
        .substring(
            source.offset(place.startLine(), place.startColumn()),
            source.offset(place.endLine(), place.endColumn()));
  }
}
