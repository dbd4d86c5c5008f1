package io.headgate.engine.report.sarif;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule's page as help. Of the cases under a heading only the first is kept, for the others are
 * there to test the rule.
 *
 * @param introduction the lead and the first section, which gives the reason, without markup
 * @param text all that is not a case, without markup
 * @param markdown the page
 */
record HelpPage(String introduction, String text, String markdown) {

  static HelpPage of(String page) {
    Reader reader = new Reader();
    page.lines().forEach(reader::line);
    reader.endParagraph();
    return new HelpPage(
        String.join(" ", reader.introduction),
        String.join("\n\n", reader.text),
        reader.markdown.toString().strip() + "\n");
  }

  /** Walks through the lines. */
  private static final class Reader {
    private final List<String> introduction = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private String title = "";
    private String fence = "";
    private int sections;
    private int cases;

    void line(String line) {
      boolean fenced = !fence.isEmpty();
      if (fenced) {
        fence = line.strip().equals(fence) ? "" : fence;
      } else if (line.startsWith("```")) {
        fenced = true;
        fence = "`".repeat(ticks(line));
      } else if (line.startsWith("#")) {
        heading(line);
      }
      if (cases <= 1) {
        markdown.append(line).append('\n');
      }
      if (!fenced && !line.startsWith("#") && cases == 0) {
        prose(line);
      }
    }

    private static int ticks(String line) {
      int count = 0;
      while (count < line.length() && line.charAt(count) == '`') {
        count++;
      }
      return count;
    }

    private void heading(String line) {
      endParagraph();
      if (line.startsWith("### ")) {
        cases++;
      } else {
        boolean section = line.startsWith("## ");
        cases = 0;
        sections += section ? 1 : 0;
        title = section ? line.substring(3).strip() + ":" : "";
      }
    }

    private void prose(String line) {
      if (line.isBlank()) {
        endParagraph();
        return;
      }
      if (!paragraph.isEmpty()) {
        paragraph.append(line.startsWith("- ") || line.startsWith("|") ? '\n' : ' ');
      }
      paragraph.append(line.strip());
    }

    void endParagraph() {
      if (paragraph.isEmpty()) {
        return;
      }
      String plain = plain(paragraph.toString());
      if (sections <= 1) {
        introduction.add(plain.replace('\n', ' '));
      }
      text.add(title.isEmpty() ? plain : title + (plain.startsWith("- ") ? "\n" : " ") + plain);
      title = "";
      paragraph.setLength(0);
    }
  }

  /** Without the marks of code, strong text and links. */
  private static String plain(String markdown) {
    StringBuilder plain = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      if (c == '`') {
        code = !code;
      } else if (code || !isMark(markdown, i)) {
        plain.append(c);
      } else if (c == ']') {
        plain.append(" (");
        i++;
      } else if (c == '*') {
        i++;
      }
    }
    return plain.toString();
  }

  /** Whether {@code **}, or a bracket of a link, stands at an index. */
  private static boolean isMark(String markdown, int index) {
    return switch (markdown.charAt(index)) {
      case '*' -> markdown.startsWith("**", index);
      case ']' -> markdown.startsWith("](", index);
      case '[' -> {
        int close = markdown.indexOf(']', index);
        yield close >= 0 && markdown.startsWith("](", close);
      }
      default -> false;
    };
  }
}
