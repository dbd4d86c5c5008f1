package io.headgate.engine.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes random scalars in every style of YAML and JSON. */
final class ScalarWriter {

  enum Kind {
    PLAIN,
    PLAIN_IN_FLOW,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED,
    JSON
  }

  private static final String[] FIRST = {"a", "Z", "7", "ä", "日", "\uD83D\uDE00", "\u00A0", "_"};
  private static final String[] INNER = {
    "b", "é", "\uD83D\uDE80", "'", "\"", "\\", "\u2028", "-", "$"
  };
  private static final String[] INNER_BLOCK = {"#", ":x", ",", "[", "}", "|", "%", "&"};
  private static final String[] ANY = {
    "a",
    "ä",
    "日",
    "\uD83D\uDE00",
    "'",
    "\"",
    "\\",
    "/",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\b",
    "\f",
    "#",
    ": ",
    "\u0007",
    "\u001B",
    "\u000B",
    "\u0085",
    "\u00A0",
    "\u2028",
    "\u2029",
    "{",
    "u",
    "x",
    "n",
    "0"
  };

  private final Random random;
  private String lineBreak = "\n";

  ScalarWriter(Random random) {
    this.random = random;
  }

  WrittenScalar write(Kind kind) {
    lineBreak = pick("\n", "\r\n", "\r");
    if (kind == Kind.JSON) {
      WrittenScalar out = new WrittenScalar(pick("{\"key\":", "\n{ \"key\"\t: ")).silent("\"");
      jsonString(out);
      return out.silent("\"").silent(pick("}", ", \"k\": [1]}" + lineBreak));
    }
    StringBuilder prefix = new StringBuilder(pick("", "# \uD83D\uDE00 é" + lineBreak));
    int column = 0;
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      prefix.append(" ".repeat(column)).append("in:").append(lineBreak);
      column += 1 + random.nextInt(3);
    }
    prefix.append(" ".repeat(column));
    return kind == Kind.LITERAL || kind == Kind.FOLDED
        ? block(new WrittenScalar(prefix + "key: "), kind == Kind.FOLDED, column)
        : flow(
            new WrittenScalar(prefix + (kind == Kind.PLAIN_IN_FLOW ? "{key: " : "key: ")),
            kind,
            column);
  }

  private WrittenScalar flow(WrittenScalar out, Kind kind, int column) {
    switch (kind) {
      case SINGLE_QUOTED -> quoted(out.silent("'"), kind, column).silent("'");
      case DOUBLE_QUOTED -> {
        doubleQuoted(out.silent("\""), column);
        out.silent("\"");
      }
      default -> words(out, kind, column);
    }
    if (kind == Kind.PLAIN_IN_FLOW) {
      out.silent(pick("}", " }", ", a: b}"));
    }
    String after = kind == Kind.PLAIN_IN_FLOW && column == 0 ? "# d" : "after: x";
    return out.silent(pick("", " # c", lineBreak, lineBreak + "# c" + lineBreak + after));
  }

  private void words(WrittenScalar out, Kind kind, int column) {
    word(out, kind);
    for (int i = random.nextInt(6); i > 0; i--) {
      separator(out, column);
      word(out, kind);
    }
  }

  private WrittenScalar quoted(WrittenScalar out, Kind kind, int column) {
    if (random.nextInt(4) == 0) {
      separator(out, column);
    }
    words(out, kind, column);
    if (random.nextInt(4) == 0) {
      separator(out, column);
    }
    return out;
  }

  private void word(WrittenScalar out, Kind kind) {
    same(out, pick(FIRST));
    for (int i = random.nextInt(5); i > 0; i--) {
      String inner =
          kind != Kind.PLAIN_IN_FLOW && random.nextBoolean() ? pick(INNER_BLOCK) : pick(INNER);
      if (kind == Kind.SINGLE_QUOTED && inner.equals("'")) {
        out.says("''", "'");
      } else {
        same(out, inner);
      }
    }
  }

  /** Blanks that stay, a break that becomes a blank, or breaks of which all but one stay. */
  private void separator(WrittenScalar out, int column) {
    switch (random.nextInt(3)) {
      case 0 -> same(out, " ".repeat(1 + random.nextInt(3)));
      case 1 -> out.says(blanks() + lineBreak + indent(column), " ");
      default -> emptyLines(out, blanks() + lineBreak + margin(4), column);
    }
  }

  private void emptyLines(WrittenScalar out, String ahead, int column) {
    String raw = ahead;
    for (int i = random.nextInt(3); i >= 0; i--) {
      out.says(raw + lineBreak + (i == 0 ? indent(column) : margin(4)), "\n");
      raw = "";
    }
  }

  private void doubleQuoted(WrittenScalar out, int column) {
    boolean behindBlank = false;
    boolean behindBreak = false;
    for (int i = random.nextInt(14); i > 0; i--) {
      int way = random.nextInt(8);
      if (way < 2 && !behindBlank && !behindBreak) {
        if (way == 0) {
          out.says(blanks() + lineBreak + indent(column), " ");
        } else {
          emptyLines(out, lineBreak + margin(4), column);
        }
        behindBreak = true;
      } else if (way == 2) {
        out.silent("\\" + lineBreak + indent(column));
        if (random.nextInt(3) == 0) {
          emptyLines(out, "", column);
        }
        behindBlank = false;
        behindBreak = true;
      } else {
        for (int c : pick(ANY).codePoints().toArray()) {
          boolean blank = c == ' ' || c == '\t';
          boolean literal = isLiteral(c) && random.nextInt(3) > 0 && !(blank && behindBreak);
          if (literal) {
            same(out, Character.toString(c));
          } else {
            escape(out, c);
          }
          behindBlank = literal && blank;
          behindBreak = false;
        }
      }
    }
  }

  private void escape(WrittenScalar out, int c) {
    // The parser does not know \L and \P.
    String named = "\0\u0007\b\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0";
    int at = c <= 0xFFFF ? named.indexOf((char) c) : -1;
    String text = Character.toString(c);
    int way = random.nextInt(4);
    if (way == 0 && at >= 0) {
      out.says("\\" + "0abtnvfre \"/\\N_".charAt(at), text);
    } else if (way == 1 && c <= 0xFF) {
      out.says("\\x" + hex(c, 2), text);
    } else if (way == 2) {
      out.says("\\U" + hex(c, 8), text);
    } else {
      text.chars().forEach(half -> out.says("\\u" + hex(half, 4), Character.toString(half)));
    }
  }

  private void jsonString(WrittenScalar out) {
    for (int i = random.nextInt(20); i > 0; i--) {
      for (char c : pick(ANY).toCharArray()) {
        int named = "\"\\/\b\f\n\r\t".indexOf(c);
        if (named >= 0 && random.nextBoolean()) {
          out.says("\\" + "\"\\/bfnrt".charAt(named), String.valueOf(c));
        } else if (c < ' ' || c == '"' || c == '\\' || random.nextInt(4) == 0) {
          out.says("\\u" + hex(c, 4), String.valueOf(c));
        } else {
          same(out, String.valueOf(c));
        }
      }
    }
  }

  private WrittenScalar block(WrittenScalar out, boolean folded, int column) {
    boolean explicit = random.nextBoolean();
    int indent = column + 1 + random.nextInt(4);
    String chomping = pick("", "-", "+");
    String digit = explicit ? String.valueOf(indent - column) : "";
    out.silent(folded ? ">" : "|")
        .silent(random.nextBoolean() ? digit + chomping : chomping + digit);
    out.silent(pick("", " ", "  # c") + lineBreak);

    List<String> lines = new ArrayList<>();
    boolean mayBeginWithBlanks = explicit;
    for (int i = random.nextInt(6); i > 0; i--) {
      String content = random.nextInt(3) == 0 ? "" : content(mayBeginWithBlanks);
      mayBeginWithBlanks |= !content.isEmpty();
      lines.add(content);
    }
    int at = 0;
    for (; at < lines.size() && lines.get(at).isEmpty() && next(lines, at) > 0; at++) {
      out.silent(margin(indent)).says(lineBreak, "\n");
    }
    int following = at < lines.size() && !lines.get(at).isEmpty() ? next(lines, at + 1) : -1;
    while (following > 0) {
      same(out.silent(" ".repeat(indent)), lines.get(at));
      boolean folds = folded && !isSpaced(lines.get(at)) && !isSpaced(lines.get(following));
      int empty = following - at - 1;
      if (folds && empty > 0) {
        out.says(lineBreak + margin(indent) + lineBreak, "\n");
        empty--;
      } else {
        out.says(lineBreak, folds ? " " : "\n");
      }
      for (; empty > 0; empty--) {
        out.silent(margin(indent)).says(lineBreak, "\n");
      }
      at = following;
      following = next(lines, at + 1);
    }
    return endOfBlock(out, lines.subList(at, lines.size()), indent, chomping);
  }

  /** The last line with content, if there is one, and the empty lines behind it. */
  private WrittenScalar endOfBlock(
      WrittenScalar out, List<String> lines, int indent, String chomping) {
    int at = 0;
    if (!lines.isEmpty() && !lines.get(0).isEmpty()) {
      same(out.silent(" ".repeat(indent)), lines.get(0));
      at = 1;
      if (lines.size() == 1 && random.nextInt(3) == 0) {
        // The file ends without a line break, and the parser adds the one that is missing.
        return chomping.equals("-") ? out : out.says("", "\n");
      }
      if (chomping.equals("-")) {
        out.silent(lineBreak);
      } else {
        out.says(lineBreak, "\n");
      }
    }
    for (; at < lines.size(); at++) {
      // Without content the parser takes the widest line for the indentation.
      out.silent(out.text().isBlank() ? "" : margin(indent));
      if (chomping.equals("+")) {
        out.says(lineBreak, "\n");
      } else {
        out.silent(lineBreak);
      }
    }
    return out.silent(pick("", "# c", "after: x"));
  }

  /** The index of the next line with content, or -1. */
  private static int next(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private String content(boolean mayBeginWithBlanks) {
    StringBuilder out = new StringBuilder();
    if (mayBeginWithBlanks && random.nextInt(3) == 0) {
      out.append(pick(" ", "   ", "\t", " \t "));
    }
    if (!out.isEmpty() && random.nextInt(4) == 0) {
      return out.toString();
    }
    out.append(pick(FIRST));
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(
          pick(
              " ", "  ", "\t", "x", "é", "\uD83D\uDE00", "# c", ": ", "'", "\"", "\\n", "{", "- "));
    }
    return out.toString();
  }

  private static boolean isSpaced(String line) {
    return line.charAt(0) == ' ' || line.charAt(0) == '\t';
  }

  private static boolean isLiteral(int c) {
    return c != '"' && c != '\\' && c != 0x85 && (c >= ' ' || c == '\t');
  }

  private static void same(WrittenScalar out, String text) {
    text.codePoints()
        .forEach(
            c -> {
              for (char half : Character.toChars(c)) {
                out.says(String.valueOf(half), String.valueOf(half));
              }
            });
  }

  private String blanks() {
    return pick("", "", " ", "  ", "\t", " \t");
  }

  private String margin(int longest) {
    return " ".repeat(random.nextInt(longest + 1));
  }

  private String indent(int column) {
    return " ".repeat(column + 1 + random.nextInt(4));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String hex(int value, int digits) {
    String hex = Integer.toHexString(value);
    String padded = "0".repeat(digits - hex.length()) + hex;
    return random.nextBoolean() ? padded : padded.toUpperCase(Locale.ROOT);
  }
}
