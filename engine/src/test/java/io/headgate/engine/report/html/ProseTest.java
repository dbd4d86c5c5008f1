package io.headgate.engine.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

  private static String write(String text) throws IOException {
    StringWriter out = new StringWriter();
    Prose.write(List.of(text.split("\n", -1)), new Markup(out));
    return out.toString();
  }

  @Test
  void paragraphsListsAndBlocksOfCode() throws IOException {
    assertThat(
            write(
                """
                Two lines are
                one paragraph.

                - first, and
                  its second line
                - second

                ````yaml
                a: <b>
                ```
                ````
                1. one
                2. two
                Behind.
                """))
        .isEqualTo(
            """
            <p>Two lines are one paragraph.</p>
            <ul>
            <li>first, and its second line</li>
            <li>second</li>
            </ul>
            <pre>a: &lt;b&gt;
            ```
            </pre>
            <ol>
            <li>one</li>
            <li>two Behind.</li>
            </ol>
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a `b*c` d|a <code>b*c</code> d",
        "a **b** c|a <strong>b</strong> c",
        "see [the page](https://x.example/?a=1&b)|see <a rel=\"noreferrer noopener\""
            + " href=\"https://x.example/?a=1&amp;b\">the page</a>",
        "see [`id`](../id.md).|see <code>id</code>.",
        "[x](javascript:alert) y|x y",
        "2 * 3 ** 4 [open ` tick|2 * 3 ** 4 [open ` tick",
        "<script>x</script> & 'q'|&lt;script&gt;x&lt;/script&gt; &amp; &#39;q&#39;",
      })
  void inline(String text, String markup) throws IOException {
    assertThat(write(text)).isEqualTo("<p>" + markup + "</p>\n");
  }

  @Test
  void aSectionEndsAtTheNextAndNotInCode() {
    String page = "# x\n\n## Why\n\nSo.\n```sh\n## no heading\n```\n\n## How to fix\n\nDo.\n";
    assertThat(Prose.section(page, "Why"))
        .containsExactly("", "So.", "```sh", "## no heading", "```", "");
    assertThat(Prose.section(page, "How to fix")).containsExactly("", "Do.", "");
    assertThat(Prose.section(page, "Source")).isNull();
  }
}
