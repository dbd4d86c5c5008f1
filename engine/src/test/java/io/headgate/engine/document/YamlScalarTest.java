package io.headgate.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topic orders.v1",
        "replication",
        "config.retention.ms",
        "acl ALLOW User:svc READ on TOPIC PREFIXED orders.x",
        "secret sasl.password of connector s3"
      })
  void whatNobodyMistakesStaysAsItIs(String text) {
    assertThat(YamlScalar.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " topic",
        "topic ",
        ".",
        "1.0",
        "2026-11-23",
        "true",
        "Null",
        "off",
        "~",
        "*",
        "User:*",
        "a: b",
        "a #b",
        "a, b",
        "[x]",
        "{{ name }}",
        "{{{{",
        "${NAME}",
        "it's",
        "say \"so\"",
        "back\\slash",
        "zahlungen-für-ä",
        "日本語",
        "\uD83D\uDE00",
        "two\nlines",
        "tab\there",
        "\u0000\u0007\u001b[31m",
        "\u202Eturned",
        "\u2028",
        "\uFEFF",
        "\uE000",
        "\uFFFF",
        "%x",
        "@x",
        "- x",
        "? x",
        "| x",
        "&a",
        "!t"
      })
  void everyTextIsReadBackAsItIs(String text) {
    readsBack(text);
  }

  @Test
  void anyTextIsReadBackAsItIs() {
    Random random = new Random(7);
    String odd = "ab1 :#,{}[]\"'\\\n\t*&!%@-?|>~$.\u00e9\u4e2d\u0001\u200b\u2028\uE000\uFFFE";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        text.append(odd.charAt(random.nextInt(odd.length())));
      }
      readsBack(text.toString());
    }
  }

  @Test
  void halvesOfPairsAreReplaced() {
    assertThat(YamlScalar.storable("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(YamlScalar.storable("\uDE00\uD83D\uDE00\uD83D"))
        .isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
    readsBack("\uFFFD");
  }

  @Test
  void aCommentStaysOnItsLineAndBeginsNoTemplate() {
    String comment = YamlScalar.comment("x\ny {{/* \u001b[1m \uD83D {{{");
    assertThat(comment).doesNotContain("\n", "\u001b", "{{").startsWith("x y { {/* ");
    Documents read = Documents.read(new SourceText("a.yaml", "a: 1 # " + comment + "\nb: 2\n"));
    assertThat(read.problems()).isEmpty();
    assertThat(((Mapping) read.documents().get(0).root()).text("b")).isEqualTo("2");
  }

  private static void readsBack(String text) {
    String scalar = YamlScalar.of(text);
    Documents read =
        Documents.read(new SourceText("a.yaml", "- {a: " + scalar + ", b: x}\n- " + scalar + "\n"));
    assertThat(read.problems()).as(scalar).isEmpty();
    Sequence root = (Sequence) read.documents().get(0).root();
    assertThat(((Mapping) root.items().get(0)).text("a")).as(scalar).isEqualTo(text);
    assertThat(((Scalar) root.items().get(1)).text()).as(scalar).isEqualTo(text);
    assertThat(((Scalar) root.items().get(1)).isNull()).as(scalar).isFalse();
  }
}
