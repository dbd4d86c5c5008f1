package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Template expressions ({@code {{ ... }}}) made harmless for the parser, every other character in
 * its place. An expression ends on its line, unless it is a comment or nothing stands ahead of it
 * on its line: what looks like an opening somewhere in a value must not swallow the lines below.
 */
final class Templates {

  /** Stands for each character of an expression; private use, so no real file has it. */
  static final char MARK = '\uE000';

  private static final int NO_BLOCK = -1;

  /** The commands of Go templates that put nothing in their place. */
  private static final Set<String> CONTROL =
      Set.of("if", "else", "end", "range", "with", "define", "block", "break", "continue");

  private Templates() {}

  /**
   * The text with each expression replaced by as many marks, and each line that holds nothing but
   * expressions blanked: such a line controls the template and is no YAML.
   */
  static String neutralise(String text) {
    if (!text.contains("{{")) {
      return text;
    }
    char[] out = text.toCharArray();
    int open = text.indexOf("{{");
    while (open >= 0) {
      int end = end(text, open);
      if (end > 0) {
        mark(out, open, end);
      }
      open = text.indexOf("{{", end > 0 ? end : open + 2);
    }
    blankLinesOfMarks(out);
    return new String(out);
  }

  /** The text with only those lines blanked that control the template. */
  static String withoutControlLines(String text) {
    String neutral = neutralise(text);
    StringBuilder out = new StringBuilder(neutral);
    for (int i = neutral.indexOf(MARK); i >= 0; i = neutral.indexOf(MARK, i + 1)) {
      out.setCharAt(i, text.charAt(i));
    }
    return out.toString();
  }

  /**
   * A scalar's text with its expressions as they are written.
   *
   * @param value the text with marks
   * @param place of the scalar
   * @param neutral the neutralised text of the file
   */
  static String restored(String value, Place place, SourceText source, String neutral) {
    StringBuilder out = new StringBuilder(value);
    int from = source.offset(place.startLine(), place.startColumn());
    int end = source.offset(place.endLine(), place.endColumn());
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) == MARK) {
        int at = neutral.indexOf(MARK, from);
        if (at < 0 || at >= end) {
          return value;
        }
        out.setCharAt(i, source.text().charAt(at));
        from = at + 1;
      }
    }
    return out.toString();
  }

  /**
   * The first blanked expression in a range of the file that puts text in its place; null if there
   * is none, or if all of them control the template.
   */
  static @Nullable Place insertion(SourceText source, String neutral, int from, int to) {
    String text = source.text();
    int open = text.indexOf("{{", from);
    while (open >= 0 && open < to) {
      int end = end(text, open);
      if (end > 0 && isBlanked(neutral, open) && !isControl(text.substring(open + 2, end - 2))) {
        return source.place(open, end);
      }
      open = text.indexOf("{{", Math.max(end, open + 2));
    }
    return null;
  }

  /** Whether an expression in a range of the file was blanked. */
  static boolean isBlankedWithin(SourceText source, String neutral, int from, int to) {
    int open = source.text().indexOf("{{", from);
    while (open >= 0 && open < to) {
      if (isBlanked(neutral, open)) {
        return true;
      }
      open = source.text().indexOf("{{", open + 2);
    }
    return false;
  }

  private static boolean isBlanked(String neutral, int open) {
    return neutral.charAt(open) == ' ' || neutral.charAt(open) == '#';
  }

  private static boolean isControl(String expression) {
    String inner = expression.startsWith("-") ? expression.substring(1) : expression;
    String command = inner.strip();
    return command.startsWith("/*")
        || (command.startsWith("$") && command.contains("="))
        || CONTROL.contains(command.split("[^a-z]", 2)[0]);
  }

  /**
   * The offset behind the expression, or -1 if it is none. What stands in the texts of an
   * expression is no end of it and no other one: so people write what a later template is to fill
   * in.
   */
  private static int end(String text, int open) {
    boolean comment = text.startsWith("{{/*", open) || text.startsWith("{{- /*", open);
    String closing = comment ? "*/" : "}}";
    boolean manyLines = comment || isFirstOnLine(text, open);
    int plain = end(text, open, closing, manyLines, false);
    if (comment || (plain > 0 && !isWithinText(text, open, plain))) {
      return plain;
    }
    int behindTexts = end(text, open, closing, manyLines, true);
    return behindTexts < 0 ? plain : behindTexts;
  }

  private static int end(
      String text, int open, String closing, boolean manyLines, boolean skipTexts) {
    boolean comment = closing.equals("*/");
    for (int i = open + 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == closing.charAt(0) && text.startsWith(closing, i)) {
        int close = text.indexOf("}}", i);
        return close < 0 ? -1 : close + 2;
      }
      if ((!manyLines && isBreak(c)) || (!comment && text.startsWith("{{", i))) {
        return -1;
      }
      if (skipTexts && isQuote(c)) {
        i = closingQuote(text, i);
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '`';
  }

  /**
   * The offset of the quote that ends a text; that of its first one if nothing on its line does.
   */
  private static int closingQuote(String text, int from) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length() && !isBreak(text.charAt(i)); i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      }
    }
    return from;
  }

  /** Whether what looks like the end of an expression stands in a text that goes on behind it. */
  private static boolean isWithinText(String text, int open, int end) {
    for (int i = open + 2; i < end - 2; i++) {
      if (isQuote(text.charAt(i))) {
        int close = closingQuote(text, i);
        if (close >= end - 2) {
          return true;
        }
        i = close;
      }
    }
    return false;
  }

  private static boolean isFirstOnLine(String text, int at) {
    int i = at - 1;
    while (i >= 0 && isBlank(text.charAt(i))) {
      i--;
    }
    return i < 0 || isBreak(text.charAt(i));
  }

  private static void mark(char[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBreak(out[i])) {
        out[i] = MARK;
      }
    }
  }

  /**
   * Blanks the lines of nothing but marks, unless they belong to a block scalar, where every line
   * is text. Behind a block such a line becomes a comment, since blanks would prolong the block.
   */
  private static void blankLinesOfMarks(char[] out) {
    int block = NO_BLOCK;
    List<Integer> behindBlock = new ArrayList<>();
    for (int start = 0; start < out.length; start = endOfLine(out, start) + 1) {
      int end = endOfLine(out, start);
      int first = start;
      while (first < end && isBlank(out[first])) {
        first++;
      }
      boolean inBlock = block != NO_BLOCK && first - start > block;
      if (first == end || (inBlock && isOnlyMarks(out, first, end))) {
        continue;
      }
      if (isOnlyMarks(out, first, end)) {
        Arrays.fill(out, first, end, ' ');
        if (block != NO_BLOCK) {
          behindBlock.add(first);
        }
      } else {
        if (!inBlock) {
          behindBlock.forEach(line -> out[line] = '#');
          block = parentOfBlock(out, start, first, end);
        }
        behindBlock.clear();
      }
    }
    behindBlock.forEach(line -> out[line] = '#');
  }

  private static boolean isOnlyMarks(char[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      if (out[i] != MARK && !isBlank(out[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * If a line ends like the header of a block scalar, the column (from 0) that its lines lie
   * beyond; otherwise {@link #NO_BLOCK}.
   */
  private static int parentOfBlock(char[] out, int start, int first, int end) {
    String line = new String(out, start, end - start);
    int comment = line.indexOf(" #");
    String code = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
    int header = code.length() - 1;
    while (header >= 0 && "+-123456789".indexOf(code.charAt(header)) >= 0) {
      header--;
    }
    boolean isHeader =
        header > 0
            && (code.charAt(header) == '|' || code.charAt(header) == '>')
            && isBlank(code.charAt(header - 1));
    if (!isHeader) {
      return NO_BLOCK;
    }
    int parent = first - start;
    int next = parent;
    while (code.startsWith("- ", next) && next < header) {
      parent = next;
      next += 2;
      while (isBlank(code.charAt(next))) {
        next++;
      }
    }
    return next == header ? parent : next;
  }

  private static int endOfLine(char[] out, int from) {
    int i = from;
    while (i < out.length && !isBreak(out[i])) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
