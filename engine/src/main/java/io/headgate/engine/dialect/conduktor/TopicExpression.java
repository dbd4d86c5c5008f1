package io.headgate.engine.dialect.conduktor;

import io.headgate.spi.model.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regular expression by which an interceptor chooses its topics, as far as it says no more than
 * a name with {@code *} in it: any run of characters, and a dot that stands for itself. Whatever
 * says more is unknown.
 */
final class TopicExpression {

  private static final String SPECIAL = "[](){}|?+^$\\*";

  private TopicExpression() {}

  /** The names; empty where it is every topic. */
  static List<Located<String>> globs(Located<String> expression) {
    if (expression.isAbsent()) {
      return List.of();
    }
    String glob = expression.isKnown() ? glob(expression.get()) : null;
    if (glob == null) {
      return List.of(Located.unknown(expression.attribute(), expression.place()));
    }
    return glob.equals("*")
        ? List.of()
        : List.of(Located.known(glob, expression.attribute(), expression.place()));
  }

  private static @Nullable String glob(String expression) {
    int from = expression.startsWith("^") ? 1 : 0;
    int to = expression.length();
    if (to > from && expression.endsWith("$") && !expression.endsWith("\\$")) {
      to--;
    }
    StringBuilder glob = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = expression.charAt(i);
      char next = i + 1 < to ? expression.charAt(i + 1) : ' ';
      if (c == '\\' && (next == '.' || next == '-' || next == '_')) {
        glob.append(next);
        i++;
      } else if (c == '.' && (next == '*' || next == '+')) {
        glob.append('*');
        i++;
      } else if (SPECIAL.indexOf(c) >= 0 || (SPECIAL.indexOf(next) >= 0 && next != '\\')) {
        return null;
      } else {
        glob.append(c);
      }
    }
    return glob.isEmpty() ? null : glob.toString();
  }
}
