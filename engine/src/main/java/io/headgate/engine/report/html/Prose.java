package io.headgate.engine.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a rule's page that help a reader, as markup: paragraphs, lists, blocks of code,
 * code, strong text and links to the web. All else is text.
 */
final class Prose {

  private final Markup out;
  private final StringBuilder block = new StringBuilder();
  private String list = "";

  private Prose(Markup out) {
    this.out = out;
  }

  /** The lines of a section of a page, such as {@code How to fix}; null if it has none. */
  static @Nullable List<String> section(String page, String title) {
    List<String> lines = null;
    String fence = "";
    for (String line : page.split("\n", -1)) {
      boolean heading = fence.isEmpty() && line.startsWith("## ");
      if (heading && lines != null) {
        return lines;
      }
      if (heading && line.substring(3).strip().equals(title)) {
        lines = new ArrayList<>();
      } else if (lines != null) {
        lines.add(line);
      }
      if (line.startsWith("```")) {
        fence = fence.isEmpty() ? ticks(line) : line.strip().equals(fence) ? "" : fence;
      }
    }
    return lines;
  }

  private static String ticks(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) == '`') {
      end++;
    }
    return line.substring(0, end);
  }

  /** Writes the lines. */
  static void write(List<String> lines, Markup out) throws IOException {
    Prose prose = new Prose(out);
    String fence = "";
    for (String line : lines) {
      if (!fence.isEmpty()) {
        if (line.strip().equals(fence)) {
          out.raw("</pre>\n");
          fence = "";
        } else {
          out.text(line).raw("\n");
        }
      } else if (line.startsWith("```")) {
        prose.endList();
        fence = ticks(line);
        out.raw("<pre>");
      } else {
        prose.line(line);
      }
    }
    out.raw(fence.isEmpty() ? "" : "</pre>\n");
    prose.endList();
  }

  private void line(String line) throws IOException {
    String text = line.strip();
    int item = item(text);
    if (text.isEmpty()) {
      endBlock();
    } else if (item > 0 && !line.startsWith(" ")) {
      endBlock();
      String wanted = text.startsWith("-") ? "ul" : "ol";
      if (!list.equals(wanted)) {
        endList();
        out.raw("<" + wanted + ">\n");
        list = wanted;
      }
      block.append(text, item, text.length());
    } else {
      if (block.isEmpty() && !line.startsWith(" ")) {
        endList();
      }
      block.append(block.isEmpty() ? "" : " ").append(text);
    }
  }

  /** Where the text of an item of a list begins; 0 if it is none. */
  private static int item(String text) {
    if (text.startsWith("- ")) {
      return 2;
    }
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > 0 && text.startsWith(". ", end) ? end + 2 : 0;
  }

  private void endBlock() throws IOException {
    if (!block.isEmpty()) {
      out.raw(list.isEmpty() ? "<p>" : "<li>");
      inline(block.toString(), out);
      out.raw(list.isEmpty() ? "</p>\n" : "</li>\n");
      block.setLength(0);
    }
  }

  private void endList() throws IOException {
    endBlock();
    if (!list.isEmpty()) {
      out.raw("</" + list + ">\n");
      list = "";
    }
  }

  private static void inline(String text, Markup out) throws IOException {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String mark = c == '`' ? "`" : text.startsWith("**", i) ? "**" : c == '[' ? "](" : "";
      int close = mark.isEmpty() ? -1 : text.indexOf(mark, i + 1);
      int end = c == '[' && close >= 0 ? text.indexOf(')', close) : close;
      if (end < 0 || close == i + 1) {
        continue;
      }
      out.text(text.substring(done, i));
      if (c == '`') {
        out.code(text.substring(i + 1, close));
      } else if (c == '*') {
        out.raw("<strong>").text(text.substring(i + 2, close)).raw("</strong>");
      } else {
        link(text.substring(i + 1, close), text.substring(close + 2, end), out);
      }
      i = end + (c == '*' ? 1 : 0);
      done = i + 1;
    }
    out.text(text.substring(Math.min(done, text.length())));
  }

  /** A link to the web; one inside the repository leads nowhere from here. */
  private static void link(String label, String address, Markup out) throws IOException {
    boolean web = address.startsWith("https://");
    if (web) {
      out.raw("<a rel=\"noreferrer noopener\" href=\"").text(address).raw("\">");
    }
    inline(label, out);
    out.raw(web ? "</a>" : "");
  }
}
