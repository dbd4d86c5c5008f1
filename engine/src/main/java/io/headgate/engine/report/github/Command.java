package io.headgate.engine.report.github;

import io.headgate.engine.report.Texts;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/** Workflow commands, escaped as {@code command.ts} of actions/toolkit does it. */
final class Command {

  /** The runner cuts a longer message, in UTF-16 units. */
  static final int LONGEST = 4096;

  /** The longest title that GitHub takes. */
  private static final int LONGEST_TITLE = 255;

  private Command() {}

  /**
   * A command on a line of its own.
   *
   * @param place null for no place
   * @param lines what to say; each line harmless
   */
  static String of(Severity severity, @Nullable Place place, String title, String lines) {
    StringBuilder out = new StringBuilder("::").append(word(severity)).append(' ');
    if (place != null) {
      out.append("file=").append(property(Texts.harmless(place.file())));
      out.append(",line=").append(place.startLine());
      out.append(",endLine=").append(place.endLine());
      // GitHub takes columns of a range within one line alone.
      if (place.startLine() == place.endLine()) {
        out.append(",col=").append(place.startColumn());
        out.append(",endColumn=").append(place.endColumn());
      }
      out.append(',');
    }
    out.append("title=").append(property(Texts.cut(Texts.harmless(title), LONGEST_TITLE)));
    return out.append("::").append(data(Texts.cut(lines, LONGEST))).append('\n').toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }
}
