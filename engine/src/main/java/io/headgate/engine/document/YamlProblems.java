package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The parser's complaints as problems. They quote single characters of the file at most. */
final class YamlProblems {

  private YamlProblems() {}

  static Problem of(MarkedYamlEngineException e, SourceText source) {
    @Nullable Mark context = e.getContextMark().orElse(null);
    @Nullable Mark mark = e.getProblemMark().orElse(context);
    if (mark == null) {
      return new Problem(Place.startOf(source.file()), "This is no YAML.");
    }
    int offset = source.offset(mark.getLine() + 1, mark.getColumn() + 1);
    Place place = source.place(offset, offset);
    if (isTab(source.text(), offset)) {
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

  private static String phrase(@Nullable String text, String other) {
    String phrase = text == null ? other : text.strip();
    return phrase.endsWith(".") ? phrase.substring(0, phrase.length() - 1) : phrase;
  }

  private static boolean isTab(String text, int offset) {
    return offset < text.length() && text.charAt(offset) == '\t';
  }
}
