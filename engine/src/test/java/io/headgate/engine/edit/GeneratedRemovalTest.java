package io.headgate.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each entry and each item of texts of all styles can be taken out. */
class GeneratedRemovalTest {

  private static final String[] SCALARS = {
    "a",
    "1",
    "true",
    "'single'",
    "\"double # no comment\"",
    "größe",
    "😀x",
    "",
    "\"\"",
    "~",
    "x#y",
    "'it''s'",
    "\"\\u00e4\\\"\"",
    "a b  c",
    "http://h:1/p"
  };

  private final Removals removals = new Removals();

  @Test
  void yamlOfAllStyles() {
    for (int seed = 0; seed < 600; seed++) {
      String text = new YamlWriter(new Random(seed)).text();
      removals.each("seed" + seed + ".yaml", text);
      if (seed % 3 == 0) {
        removals.each("seed" + seed + "-crlf.yaml", text.replace("\n", "\r\n"));
      }
      if (seed % 3 == 1) {
        removals.each("seed" + seed + "-end.yaml", text.stripTrailing());
      }
    }
    assertThat(removals.taken()).isGreaterThan(20_000);
    assertThat(removals.refused()).isEmpty();
  }

  @Test
  void jsonOfAllStyles() {
    for (int seed = 0; seed < 300; seed++) {
      removals.each("seed" + seed + ".json", new JsonWriter(new Random(seed)).text());
    }
    assertThat(removals.taken()).isGreaterThan(2_000);
    assertThat(removals.refused()).isEmpty();
  }

  /** Writes a random tree in a random style. */
  private static final class YamlWriter {
    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int comments;
    private int names;

    YamlWriter(Random random) {
      this.random = random;
    }

    String text() {
      int documents = 1 + random.nextInt(2);
      for (int i = 0; i < documents; i++) {
        if (i > 0 || random.nextBoolean()) {
          comment(0);
          out.append("---\n");
        }
        if (random.nextBoolean()) {
          mapping(0, 0);
        } else {
          sequence(0, 0);
        }
      }
      return out.toString();
    }

    private void mapping(int indent, int depth) {
      int size = 1 + random.nextInt(4);
      boolean first = true;
      for (int i = 0; i < size; i++) {
        if (!first || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
          above(indent);
          pad(indent);
        }
        first = false;
        out.append(key()).append(':');
        value(indent, depth + 1, true);
      }
    }

    private void sequence(int indent, int depth) {
      int size = 1 + random.nextInt(4);
      boolean first = true;
      for (int i = 0; i < size; i++) {
        if (!first || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
          above(indent);
          pad(indent);
        }
        first = false;
        out.append('-');
        value(indent, depth + 1, false);
      }
    }

    private void value(int indent, int depth, boolean entry) {
      int kind = depth > 4 ? random.nextInt(3) : random.nextInt(8);
      if (kind < 2) {
        String scalar = scalar();
        out.append(scalar.isEmpty() ? "" : " ").append(scalar);
        rest();
      } else if (kind == 2) {
        flow(indent);
      } else if (kind == 3) {
        out.append(random.nextBoolean() ? " |\n" : " >-\n");
        pad(indent + 2);
        out.append("text # of it\n");
        if (random.nextBoolean()) {
          out.append('\n');
          pad(indent + 2);
          out.append("more\n");
        }
      } else if (entry) {
        rest();
        if (kind < 6) {
          mapping(indent + 2, depth);
        } else {
          sequence(indent + (random.nextBoolean() ? 2 : 0), depth);
        }
      } else {
        out.append(' ');
        if (kind < 7) {
          mapping(indent + 2, depth);
        } else {
          sequence(indent + 2, depth);
        }
      }
    }

    private void flow(int indent) {
      boolean many = random.nextInt(3) == 0;
      boolean mapping = random.nextBoolean();
      out.append(mapping ? " {" : " [");
      int size = random.nextInt(4);
      for (int i = 0; i < size; i++) {
        out.append(i == 0 ? "" : random.nextBoolean() ? ", " : " ,");
        if (many) {
          out.append('\n');
          pad(indent + 4);
        }
        if (mapping) {
          out.append(key()).append(": ");
        }
        out.append(random.nextInt(4) == 0 ? "[x, {y: 1}]" : flowScalar());
      }
      if (many && size > 0) {
        out.append(random.nextBoolean() ? "," : "").append('\n');
        pad(indent + 2);
      }
      out.append(mapping ? "}" : "]");
      rest();
    }

    private String flowScalar() {
      String scalar = scalar();
      return scalar.isEmpty() || scalar.startsWith("http") ? "z" : scalar;
    }

    private String scalar() {
      return SCALARS[random.nextInt(SCALARS.length)];
    }

    private String key() {
      String name = "k" + names++;
      int style = random.nextInt(6);
      return style == 0 ? "\"" + name + "\"" : style == 1 ? "'" + name + "'" : name;
    }

    private void rest() {
      if (random.nextInt(6) == 0) {
        out.append(" # trailing ").append(comments++);
      }
      out.append('\n');
    }

    private void above(int indent) {
      if (random.nextInt(6) == 0) {
        out.append('\n');
      }
      comment(indent);
      if (random.nextInt(12) == 0) {
        out.append('\n');
      }
    }

    private void comment(int indent) {
      if (random.nextInt(5) == 0) {
        pad(random.nextInt(4) == 0 ? 0 : indent);
        out.append("# comment ").append(comments++).append('\n');
      }
    }

    private void pad(int indent) {
      out.append(" ".repeat(indent));
    }
  }

  /** Writes a random object, on one line or on many, with blanks or tabs. */
  private static final class JsonWriter {
    private static final String[] VALUES = {
      "1", "-2.5e3", "true", "null", "\"a\"", "\"😀 \\\" # , }\"", "\"\\u00e4\"", "{}", "[]"
    };

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final String indent;
    private final String lineBreak;
    private int names;

    JsonWriter(Random random) {
      this.random = random;
      this.indent = new String[] {"", "  ", "\t"}[random.nextInt(3)];
      this.lineBreak = indent.isEmpty() ? "" : random.nextInt(3) == 0 ? "\r\n" : "\n";
    }

    String text() {
      collection(0);
      return out.append(lineBreak).toString();
    }

    private void collection(int depth) {
      boolean object = random.nextBoolean();
      out.append(object ? '{' : '[');
      int size = 1 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        out.append(i == 0 ? "" : ",").append(lineBreak).append(indent.repeat(depth + 1));
        if (object) {
          out.append("\"k").append(names++).append("\": ");
        }
        if (depth < 4 && random.nextInt(3) == 0) {
          collection(depth + 1);
        } else {
          out.append(VALUES[random.nextInt(VALUES.length)]);
        }
      }
      out.append(lineBreak).append(indent.repeat(depth)).append(object ? '}' : ']');
    }
  }
}
