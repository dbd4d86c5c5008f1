package io.headgate.engine.fix;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Edit;
import io.headgate.engine.fix.Fixed.Changed;
import io.headgate.engine.report.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a file as {@code git apply} and {@code patch -p1} take it. A patch holds lines as
 * they are, so what must not be shown is left out as a whole.
 */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private final String before;
  private final String after;
  private final @Nullable SourceText blottedBefore;
  private final @Nullable SourceText blottedAfter;
  private final List<Block> blocks = new ArrayList<>();

  /** Lines that change: where they stood and where they are to stand, ends exclusive. */
  private record Block(int from, int to, int newFrom, int newTo) {}

  private UnifiedDiff(
      Changed changed, @Nullable SourceText blottedBefore, @Nullable SourceText blottedAfter) {
    this.before = changed.before().text();
    this.after = changed.after().text();
    this.blottedBefore = blottedBefore;
    this.blottedAfter = blottedAfter;
    int shift = 0;
    for (Edit edit : changed.edits()) {
      add(edit, shift);
      shift += edit.text().length() - (edit.to() - edit.from());
    }
  }

  /**
   * The change of a file.
   *
   * @param path the path for the header
   * @param blottedBefore its text as reports show it, secrets blotted out; null if it is not known
   * @param blottedAfter the same of its text after the change
   * @return null if a secret, or something that a terminal could take for a command, stands in what
   *     would have to be shown
   */
  public static @Nullable String of(
      Changed changed,
      String path,
      @Nullable SourceText blottedBefore,
      @Nullable SourceText blottedAfter) {
    return new UnifiedDiff(changed, blottedBefore, blottedAfter).text(path);
  }

  private void add(Edit edit, int shift) {
    int from = edit.from();
    int to = edit.to();
    boolean whole =
        isLineStart(before, from)
            && isLineStart(before, to)
            && (edit.text().isEmpty() || edit.text().endsWith("\n"));
    if (!whole) {
      from = lineStart(before, from);
      to =
          to > from && isLineStart(before, to) && edit.text().endsWith("\n")
              ? to
              : next(before, to);
    }
    Block block =
        new Block(
            from, to, from + shift, to + shift + edit.text().length() - (edit.to() - edit.from()));
    if (!blocks.isEmpty() && blocks.get(blocks.size() - 1).to() >= from) {
      Block last = blocks.remove(blocks.size() - 1);
      block = new Block(last.from(), Math.max(last.to(), to), last.newFrom(), block.newTo());
    }
    blocks.add(block);
  }

  private @Nullable String text(String path) {
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(name("a/" + path)).append('\n');
    out.append("+++ ").append(name("b/" + path)).append('\n');
    int first = 0;
    while (first < blocks.size()) {
      int last = first;
      while (last + 1 < blocks.size()
          && lines(before, blocks.get(last).to(), blocks.get(last + 1).from()) <= 2 * CONTEXT) {
        last++;
      }
      if (!hunk(first, last, out)) {
        return null;
      }
      first = last + 1;
    }
    return out.toString();
  }

  /** Appends a hunk; false if it cannot be shown. */
  private boolean hunk(int first, int last, StringBuilder out) {
    int start = blocks.get(first).from();
    for (int i = 0; i < CONTEXT && start > 0; i++) {
      int above = lineStart(before, start - 1);
      if (i > 0 && !isShown(before, blottedBefore, above, start)) {
        break; // Less context does, but for one line.
      }
      start = above;
    }
    int end = blocks.get(last).to();
    for (int i = 0; i < CONTEXT && end < before.length(); i++) {
      int below = next(before, end);
      if (i > 0 && !isShown(before, blottedBefore, end, below)) {
        break;
      }
      end = below;
    }
    int newStart = blocks.get(first).newFrom() - (blocks.get(first).from() - start);
    int newEnd = blocks.get(last).newTo() + end - blocks.get(last).to();
    if (!isShown(before, blottedBefore, start, end)
        || !isShown(after, blottedAfter, newStart, newEnd)) {
      return false;
    }
    out.append("@@ -").append(range(before, start, end));
    out.append(" +").append(range(after, newStart, newEnd)).append(" @@\n");
    int at = start;
    for (int i = first; i <= last; i++) {
      Block block = blocks.get(i);
      append(' ', before, at, block.from(), out);
      append('-', before, block.from(), block.to(), out);
      append('+', after, block.newFrom(), block.newTo(), out);
      at = block.to();
    }
    append(' ', before, at, end, out);
    return true;
  }

  private static String range(String text, int from, int to) {
    int line = lines(text, 0, from);
    int count = lines(text, from, to);
    return (count == 0 ? line : line + 1) + (count == 1 ? "" : "," + count);
  }

  private static void append(char sign, String text, int from, int to, StringBuilder out) {
    int at = from;
    while (at < to) {
      int next = next(text, at);
      out.append(sign).append(text, at, next);
      if (text.charAt(next - 1) != '\n') {
        out.append("\n\\ No newline at end of file\n");
      }
      at = next;
    }
  }

  private static boolean isShown(String text, @Nullable SourceText blotted, int from, int to) {
    if (blotted == null || blotted.text().length() != text.length()) {
      return false;
    }
    if (!text.regionMatches(from, blotted.text(), from, to - from)) {
      return false;
    }
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean end = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c != '\n' && c != '\t' && !end && !Texts.isHarmless(c)) {
        return false;
      }
    }
    return true;
  }

  /** As Git writes names: in quotes where they would be misread, else as they are. */
  private static String name(String path) {
    boolean plain = true;
    for (int i = 0; i < path.length(); i++) {
      plain &= path.charAt(i) >= ' ' && "\"\\\u007f".indexOf(path.charAt(i)) < 0;
    }
    if (plain) {
      return path.indexOf(' ') < 0 ? path : path + "\t";
    }
    StringBuilder out = new StringBuilder("\"");
    for (byte b : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      if (b >= ' ' && b != 0x7f && b != '"' && b != '\\') {
        out.append((char) b);
      } else {
        int octal = b & 0xff;
        out.append('\\').append(octal >> 6).append((octal >> 3) & 7).append(octal & 7);
      }
    }
    return out.append('"').toString();
  }

  private static boolean isLineStart(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line behind the one of an offset begins. */
  private static int next(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private static int lines(String text, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at = next(text, at)) {
      count++;
    }
    return count;
  }
}
