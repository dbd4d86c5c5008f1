package io.headgate.engine.report.html;

import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes a page: what is ours as it is, and what strangers have written as text alone. */
final class Markup {

  private final Writer out;

  Markup(Writer out) {
    this.out = out;
  }

  /** Writes markup of our own, which never holds a name. */
  Markup raw(String ours) throws IOException {
    out.write(ours);
    return this;
  }

  /** Writes a number. */
  Markup number(long number) throws IOException {
    out.write(Long.toString(number));
    return this;
  }

  /** Writes a text on one line, safe between tags and in a quoted attribute. */
  Markup text(String theirs) throws IOException {
    out.write(escaped(theirs));
    return this;
  }

  /** A text on one line, safe between tags and in a quoted attribute. */
  static String escaped(String theirs) {
    String text = Texts.harmless(theirs);
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escaped != null && entity != null) {
        escaped.append(entity);
      } else if (escaped != null) {
        escaped.append(text.charAt(i));
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  /** Writes a text of several lines. */
  Markup lines(String theirs) throws IOException {
    for (String line : theirs.split("\n", -1)) {
      text(line);
      out.write('\n');
    }
    return this;
  }

  /** Writes a name, a place or a value as code. */
  Markup code(String theirs) throws IOException {
    return raw("<code>").text(theirs).raw("</code>");
  }

  /** Such as {@code 2 files}. */
  Markup plural(long count, String noun) throws IOException {
    return raw(words(count, noun));
  }

  /** Such as {@code 2 files}. */
  static String words(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static @Nullable String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
