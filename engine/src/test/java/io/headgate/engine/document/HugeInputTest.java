package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.dump;
import static io.headgate.engine.document.Trees.json;
import static io.headgate.engine.document.Trees.range;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much a file holds, reading it ends soon, and within limits. */
@Timeout(300)
class HugeInputTest {
  @Test
  void deepNesting() {
    assertThat(dump(yaml("[".repeat(20_000))))
        .isEqualTo(
            "problem 1:201-1:202 The file nests deeper than 200 levels; headgate reads no further.\n");
    assertThat(message(yaml("[".repeat(20_000) + "]".repeat(20_000)))).contains("deeper than 200");
    assertThat(message(yaml("[\n".repeat(20_000)))).contains("deeper than 200");
    assertThat(message(yaml("{a: ".repeat(20_000)))).contains("deeper than 200");
    assertThat(message(yaml("- ".repeat(20_000)))).contains("deeper than 200");
    assertThat(message(yaml("? ".repeat(20_000)))).contains("deeper than 200");
    assertThat(dump(json("[".repeat(20_000))))
        .isEqualTo(
            "problem 1:201-1:202 The file nests deeper than 200 levels; headgate reads no further.\n");
    assertThat(message(json("{\"a\":".repeat(20_000)))).contains("deeper than 200");
    String deepest = "[".repeat(200) + "]".repeat(200);
    assertThat(yaml(deepest).problems()).isEmpty();
    assertThat(json(deepest).problems()).isEmpty();
  }

  @Test
  void aliasesThatNestOrMultiply() {
    StringBuilder laughs =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      laughs
          .append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append((alias + ", ").repeat(8))
          .append(alias)
          .append("]\n");
    }
    assertThat(message(yaml(laughs.toString()))).contains("add more than 100000 nodes");
    assertThat(message(yaml("---\n" + laughs + "---\n" + laughs)))
        .contains("add more than 100000 nodes");

    StringBuilder merges = new StringBuilder("a0: &a0 {k: 1}\n");
    for (int i = 1; i < 60_000; i++) {
      merges
          .append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" {<<: *a")
          .append(i - 1)
          .append(", k")
          .append(i)
          .append(": 1}\n");
    }
    assertThat(message(yaml(merges.toString()))).contains("add more than 100000 nodes");

    StringBuilder deep = new StringBuilder("a0: &a0 x\n");
    for (int i = 1; i < 400; i++) {
      deep.append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [*a")
          .append(i - 1)
          .append("]\n");
    }
    assertThat(message(yaml(deep.toString()))).contains("deeper than 200");
    assertThat(message(yaml("&a [".repeat(20_000)))).contains("deeper than 200");

    String many =
        "a: &a [" + "x, ".repeat(9_000) + "x]\nb: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n---\n";
    Documents bounded = yaml(many.repeat(60));
    assertThat(message(bounded)).contains("more than 4000000 nodes");
  }

  @Test
  void manyProblems() {
    Documents documents = yaml("a: 1\n".repeat(1_000_000));
    assertThat(documents.problems()).hasSize(Limits.PROBLEMS + 1);
    assertThat(documents.problems().get(0).message()).startsWith("The key 'a' is given twice");
    assertThat(documents.problems().get(Limits.PROBLEMS).message())
        .isEqualTo("The file has more than 1000 problems; headgate reads no further.");
    assertThat(json("{" + "\"a\":1,".repeat(1_000_000) + "\"a\":1}").problems())
        .hasSize(Limits.PROBLEMS + 1);
  }

  @Test
  void wideMappings() {
    int width = 300_000;
    StringBuilder yaml = new StringBuilder();
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < width; i++) {
      yaml.append('k').append(i).append(": v\n");
      json.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
    }
    for (Documents documents :
        new Documents[] {yaml(yaml.toString()), json(json.append('}').toString())}) {
      if (!(Trees.root(documents) instanceof Node.Mapping mapping)) {
        throw new AssertionError("No mapping.");
      }
      assertThat(mapping.entries()).hasSize(width);
      int found = 0;
      for (int i = 0; i < width; i++) {
        found += mapping.entries().get(i).equals(mapping.entry("k" + i)) ? 1 : 0;
      }
      assertThat(found).isEqualTo(width);
      assertThat(mapping.entry("k")).isNull();
    }
  }

  @Test
  void tooManyNodes() {
    assertThat(message(json("[" + "1,".repeat(Limits.NODES + 1) + "1]")))
        .contains("more than 4000000 nodes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: %s",
        "a: '%s'",
        "a: \"%s\"",
        "a: |\n  %s",
        "# %s",
        "a: [%s]",
        "a: &%s x",
        "a: !%s x",
        "{%s: 1}",
        "%s",
        "{{ %s",
        "a: {{ %s }}",
        "? %s\n: a",
        "a: \"%s",
        "a: '%s"
      })
  void oneHugeLine(String around) {
    for (String piece :
        new String[] {
          "x",
          "x ",
          "é",
          "\uD83D\uDE00",
          "x, ",
          "\\x41",
          "''",
          "{{",
          "{{}} ",
          "- ",
          "&a ",
          "*a ",
          "!t "
        }) {
      String text = around.replace("%s", piece.repeat(300_000 / piece.length()));
      Documents documents = yaml(text);
      documents.problems().forEach(problem -> assertSound(problem, text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: %s", "a: '%s'", "a: |\n  %s", "# %s", "a: {{ %s }}", "[%s]"})
  void tenMegabytesOnOneLineTakeSecondsAtMost(String around) {
    for (String piece : new String[] {"x", "x ", "\uD83D\uDE00"}) {
      String text = around.replace("%s", piece.repeat(10_000_000 / piece.length()));
      long start = processorTime();
      assertThat(yaml(text).problems()).isEmpty();
      assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void oneHugeLineOfJson() {
    String text = "[" + "\"\uD83D\uDE00\", 1.5, {\"k\": null}, ".repeat(300_000) + "1]";
    Documents documents = json(text);
    assertThat(documents.problems()).isEmpty();
    assertThat(json("\"" + "x".repeat(10_000_000) + "\"").problems()).isEmpty();
    assertThat(json("1".repeat(10_000_000)).problems()).isEmpty();
    assertThat(json("{\"" + "x".repeat(10_000_000) + "\":1}").problems()).isEmpty();
    assertThat(json("[" + "{},".repeat(100_000) + "x]").problems()).hasSize(1);
  }

  /** Of this thread, so that a busy machine fails no test. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String message(Documents documents) {
    assertThat(documents.problems()).hasSize(1);
    return documents.problems().get(0).message();
  }

  private static void assertSound(Problem problem, String text) {
    SourceText source = new SourceText("a", text);
    assertThat(problem.message())
        .endsWith(".")
        .doesNotContain("\n", "\r", "\t")
        .hasSizeLessThan(300);
    assertThat(problem.place().endLine()).isLessThanOrEqualTo(source.lineCount());
    assertThat(range(problem.place())).isNotEmpty();
  }
}
