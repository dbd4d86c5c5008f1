package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.dump;
import static io.headgate.engine.document.Trees.json;
import static io.headgate.engine.document.Trees.range;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Place;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends soon, with problems that have places. */
@Timeout(300)
class BadInputTest {

  @Test
  void filesOfNothing() {
    assertThat(dump(yaml(""))).isEmpty();
    assertThat(dump(yaml("\n \n# comment\n"))).isEmpty();
    assertThat(dump(yaml("---"))).isEqualTo("document  1:4-1:4\n");
    assertThat(dump(yaml("---\n...\n"))).isEqualTo("document  1:4-1:4\n");
  }

  @Test
  void whatIsNoYamlIsOneProblemWhereItStopsToBe() {
    assertThat(dump(yaml("a: b: c\n")))
        .isEqualTo("problem 1:5-1:5 This is no YAML: mapping values are not allowed here.\n");
    assertThat(dump(yaml("a: 1\n---\nb: 'x\ny\n")))
        .isEqualTo(
            """
            document {} 1:1-1:5
              a 1:1-1:2: 1 1:4-1:5
            problem 5:1-5:1 This is no YAML: found unexpected end of stream while scanning a quoted \
            scalar that begins on line 3.
            """);
    assertThat(dump(yaml("a: [1, 2\nb: 3\n")))
        .isEqualTo(
            """
            problem 2:2-2:2 This is no YAML: expected ',' or ']', but got : while parsing a flow \
            sequence that begins on line 1.
            """);
    assertThat(dump(yaml("a:\n\tb: 1\n")))
        .isEqualTo("problem 2:1-2:1 A tab may not indent YAML or begin a value; use spaces.\n");
    assertThat(dump(yaml("a: \"\\q\"\n")))
        .isEqualTo(
            """
            problem 1:6-1:6 This is no YAML: found unknown escape character q(113) while scanning \
            a double-quoted scalar.
            """);
    assertThat(dump(yaml("a: 1\n b: 2\n")))
        .isEqualTo("problem 2:3-2:3 This is no YAML: mapping values are not allowed here.\n");
  }

  @Test
  void aliasesWithoutAnchor() {
    assertThat(dump(yaml("a: *b\n")))
        .isEqualTo(
            """
            problem 1:4-1:6 The alias '*b' has no anchor ahead of it, or stands inside its own \
            anchor.
            """);
    assertThat(dump(yaml("a: &a [1, *a]\n"))).startsWith("problem 1:11-1:13 The alias '*a' has no");
    assertThat(dump(yaml("x: &a 1\na: &a [*a]\n"))).startsWith("problem 2:8-2:10 The alias '*a'");
    assertThat(dump(yaml("&a b: *a\n---\nc: *a\n"))).contains("problem 3:4-3:6 The alias '*a'");
    assertThat(message(yaml("a: *" + "b".repeat(1_000_000)))).hasSizeLessThan(200);
  }

  @Test
  void mergesOfWhatIsNoMapping() {
    assertThat(dump(yaml("a: &a x\nb:\n  <<: *a\n  c: 1\n")))
        .isEqualTo(
            """
            document {} 1:1-4:7
              a 1:1-1:2: x 1:7-1:8
              b 2:1-2:2: {} 3:3-4:7
                c 4:3-4:4: 1 4:6-4:7
            problem 3:7-3:9 <- 1:7-1:8 A merge key '<<' takes a mapping or a list of mappings.
            """);
    assertThat(dump(yaml("<<: [{a: 1}, b]\n"))).contains("problem 1:5-1:16 A merge key '<<' takes");
    assertThat(dump(yaml("<<:\n"))).contains("problem 1:4-1:4 A merge key '<<' takes");
    assertThat(dump(yaml("<<: [[{a: 1}]]\n"))).contains("problem 1:5-1:15 A merge key '<<' takes");
  }

  @Test
  void charactersThatNoFileMayHold() {
    assertThat(dump(yaml("a: b\n\u0000c")))
        .isEqualTo("problem 2:1-2:2 The file holds a NUL byte, so it is no text.\n");
    assertThat(dump(json("{\"a\u0000\":1}")))
        .isEqualTo("problem 1:4-1:5 The file holds a NUL byte, so it is no text.\n");
    assertThat(dump(yaml("\uD83D\uDE00: \u0007\n")))
        .isEqualTo("problem 1:4-1:5 The character U+0007 may not stand in YAML; remove it.\n");
    assertThat(dump(yaml("a: \uD83D\n")))
        .isEqualTo("problem 1:4-1:5 The character U+D83D may not stand in YAML; remove it.\n");
    assertThat(dump(yaml("a: 1\n\uFEFF---\nb: 2\n")))
        .isEqualTo(
            """
            problem 2:1-2:2 A byte order mark (U+FEFF) stands inside the file, where nobody sees \
            it; remove it.
            """);
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      Documents documents = yaml("a: 'x" + c + "y'");
      assertThat(documents.problems().isEmpty())
          .as("U+%04X", (int) c)
          .isEqualTo(!documents.documents().isEmpty());
    }
  }

  @Test
  void whatIsNoYamlIsNotRepeated() {
    assertThat(message(yaml("password: \"\\Uhunter22\"")))
        .isEqualTo(
            "This is no YAML: expected escape sequence of 8 hexadecimal numbers"
                + " while scanning a double-quoted scalar.");
    assertThat(dump(yaml("password: \"\\UDEADBEEF\"")))
        .isEqualTo("problem 1:9-1:9 This is no YAML: what follows here cannot be read.\n");
    assertThat(dump(yaml("password: \"\\U0DEADBEE\"")))
        .isEqualTo(
            """
            problem 1:14-1:14 This is no YAML: found unknown escape character while scanning a \
            double-quoted scalar.
            """);
    assertThat(message(yaml("a: b\npassword: hunter2: x"))).doesNotContain("hunter2");
    assertThat(message(yaml("password: 'hunter2"))).doesNotContain("hunter2");
    assertThat(message(yaml("password: 'hunter2' hunter2"))).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "\"",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "[1",
        "[1,",
        "]",
        "}",
        "[}",
        "{]",
        "[1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'b'}",
        "[1 2]",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{1:2}",
        "[01]",
        "[+1]",
        "[.5]",
        "[1.]",
        "[1e]",
        "[-]",
        "[NaN]",
        "[-Infinity]",
        "[tru]",
        "nul",
        "nullx",
        "[\"\\x\"]",
        "[\"\\u12\"]",
        "[\"a\nb\"]",
        "[\"a\tb\"]",
        "// c\n{}",
        "/* c */ {}",
        "# c\n{}",
        "---\na: 1\n",
        "<a/>",
        ",",
        "{\"a\":1 \"b\":2}",
        "{\"a\"::1}",
        "{,}",
        "[,]",
        "\u00A0{}",
        "{\"a\": hunter2}",
        "hunter2",
        "'hunter2'"
      })
  void whatIsNoJsonIsOneProblem(String text) {
    Documents documents = json(text);
    assertThat(documents.documents()).isEmpty();
    assertThat(message(documents))
        .startsWith("This is no JSON: ")
        .doesNotContain("hunter2", "Source", "Feature");
    assertSound(documents.problems().get(0), text);
  }

  @Test
  void theWordThatIsNoJsonIsNotRepeated() {
    assertThat(dump(json("{\"password\":\n  hunter2}")))
        .isEqualTo(
            """
            problem 2:3-2:3 This is no JSON: a word without quotes stands here that is neither \
            true, false nor null.
            """);
    assertThat(dump(json("[1,\n2")))
        .isEqualTo(
            "problem 2:2-2:2 This is no JSON: unexpected end-of-input: expected close marker for Array.\n");
  }

  @Test
  void anyTextAtAll() {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    System.out.println("BadInputTest seed " + seed);
    String[] pieces = {
      "a",
      "b",
      ": ",
      "- ",
      "\n",
      "\n  ",
      "\n    ",
      "{",
      "}",
      "[",
      "]",
      ", ",
      "'",
      "\"",
      "|",
      ">",
      "|2-",
      "&a ",
      "*a",
      "!t ",
      "!!str ",
      "<<: ",
      "? ",
      "#",
      " # c",
      "---",
      "...",
      "%YAML 1.2\n",
      "%TAG ! x\n",
      "\\",
      "\\u12",
      "\\xZ",
      "\\UFFFFFFFF",
      "\t",
      "\r",
      "\r\n",
      "\uD83D\uDE00",
      "é",
      "\u0085",
      "{{ x }}",
      "{{",
      "}}",
      "{{- if x }}",
      "1",
      "~",
      "@",
      "`",
      "!<x>",
      "%41",
      "\"a\":",
      "null"
    };
    int documents = 0;
    for (int run = 0; run < Integer.getInteger("headgate.runs", 40_000); run++) {
      Random random = new Random(seed + run);
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(25); i > 0; i--) {
        built.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = built.toString();
      for (String file : new String[] {"a.yaml", "a.json"}) {
        try {
          Documents read = Trees.read(file, text);
          read.problems().forEach(problem -> assertSound(problem, text));
          for (Document document : read.documents()) {
            documents++;
            Trees.each(document.root(), node -> assertSound(node, document.source()));
          }
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("seed " + (seed + run) + ", " + file + ":\n" + text, e);
        }
      }
    }
    System.out.println("BadInputTest read " + documents + " documents");
  }

  private static void assertSound(Node node, SourceText source) {
    Place place = node.place();
    assertThat(place.startLine()).isLessThanOrEqualTo(source.lineCount());
    assertThat(place.endLine()).isLessThanOrEqualTo(source.lineCount());
    assertThat(place.endColumn()).isLessThanOrEqualTo(source.line(place.endLine()).length() + 1);
    if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
      assertThat(ScalarText.of(scalar, source).place(0, scalar.text().length()).file())
          .isEqualTo(place.file());
    }
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
