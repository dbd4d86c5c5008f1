package io.headgate.engine.drl.compile;

import io.headgate.spi.Nearest;
import io.headgate.spi.Severity;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads what a rule says about itself: {@code @severity}, {@code @summary} and {@code @tags}. */
final class Annotations {

  private static final List<String> KNOWN = List.of("severity", "summary", "tags");
  private static final int LONGEST = 300;

  private final RuleDescr rule;
  private final Source source;
  private final Mistakes mistakes;

  Annotations(RuleDescr rule, Source source, Mistakes mistakes) {
    this.rule = rule;
    this.source = source;
    this.mistakes = mistakes;
    for (AnnotationDescr annotation : rule.getAnnotations()) {
      String name = annotation.getName();
      if (!KNOWN.contains(name)) {
        refuse(
            "A rule has no annotation '@"
                + name
                + "'."
                + Nearest.hint(name, KNOWN)
                + " There are @severity, @summary and @tags.");
      } else if (annotation.isDuplicated()) {
        refuse("The rule has '@" + name + "' twice; keep one of them.");
      }
    }
  }

  Severity severity() {
    String word = raw("severity");
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    refuse(
        word.isEmpty()
            ? "The rule does not say what it weighs; add @severity(error), (warning) or (note)."
            : "'" + word + "' is no severity; it is error, warning or note.");
    return Severity.ERROR;
  }

  String summary() {
    List<String> texts = texts("summary");
    if (texts.size() != 1) {
      refuse(
          "The rule has no summary; add @summary(\"...\"), one sentence that says what is wrong.");
      return "";
    }
    String text = texts.get(0);
    if (!text.endsWith(".") || text.length() > LONGEST || text.lines().count() != 1) {
      refuse(
          "The summary of a rule is one sentence of at most "
              + LONGEST
              + " characters that ends with a full stop.");
    }
    return text;
  }

  List<String> tags() {
    return texts("tags");
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    boolean comma = true;
    for (Tokens.Token token : Tokens.of(raw(name))) {
      if (token.is(",") && !comma) {
        comma = true;
      } else if (token.isString() && token.end() - token.start() > 2 && comma) {
        texts.add(unquote(token.text()));
        comma = false;
      } else {
        refuse("'@" + name + "' takes text in quotes, as in @" + name + "(\"...\").");
        return List.of();
      }
    }
    return texts;
  }

  private static String unquote(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length() - 1) {
        i++;
        c = quoted.charAt(i);
      }
      text.append(c);
    }
    return text.toString();
  }

  private String raw(String name) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    Object value = annotation == null ? null : annotation.getValue();
    return value == null ? "" : value.toString().strip();
  }

  private void refuse(String message) {
    mistakes.add(
        new Mistake(source.file(), rule.getLine(), rule.getColumn() + 1, rule.getName(), message));
  }
}
