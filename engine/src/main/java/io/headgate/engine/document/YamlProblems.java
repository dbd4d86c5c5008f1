package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The parser's complaints as problems. Of the file they quote no more than single characters and
 * tag handles.
 */
final class YamlProblems {

  private static final String UNKNOWN_ESCAPE = "found unknown escape character";
  private static final int LONGEST = 120;

  private YamlProblems() {}

  static Problem of(MarkedYamlEngineException e, SourceText source) {
    @Nullable Mark context = e.getContextMark().orElse(null);
    @Nullable Mark mark = e.getProblemMark().orElse(context);
    if (mark == null) {
      return new Problem(Place.startOf(source.file()), "This is no YAML.");
    }
    int offset = source.offset(mark.getLine() + 1, mark.getColumn() + 1);
    Place place = source.place(offset, offset);
    if (isTab(source.text(), offset) || phrase(e.getProblem(), "").contains("(TAB)")) {
      return new Problem(place, "A tab may not indent YAML or begin a value; use spaces.");
    }
    StringBuilder message = new StringBuilder("This is no YAML: ");
    message.append(phrase(e.getProblem(), "it ends too early"));
    String during = phrase(e.getContext(), "");
    if (!during.isEmpty()) {
      message.append(' ').append(during);
      if (context != null && context.getLine() != mark.getLine()) {
        message.append(" that begins on line ").append(context.getLine() + 1);
      }
    }
    return new Problem(place, message.append('.').toString());
  }

  /**
   * A part of the parser's message, without the run of characters that some end with: it may be the
   * beginning of a password. Where the parser quotes a single character, its number follows.
   */
  private static String phrase(@Nullable String text, String other) {
    String phrase = text == null ? other : text.strip();
    int run = phrase.indexOf(", but found: ");
    if (run >= 0) {
      phrase = phrase.substring(0, run);
    } else if (phrase.startsWith(UNKNOWN_ESCAPE) && !phrase.endsWith(")")) {
      phrase = UNKNOWN_ESCAPE;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(phrase.length(), LONGEST); i++) {
      out.append(Character.isISOControl(phrase.charAt(i)) ? ' ' : phrase.charAt(i));
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == '.' ? out.substring(0, end - 1) : out.toString();
  }

  private static boolean isTab(String text, int offset) {
    return offset < text.length() && text.charAt(offset) == '\t';
  }
}
