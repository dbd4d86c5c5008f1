package io.headgate.engine.lineage.sql;

import io.headgate.engine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words between {@code FROM} and the conditions of a query. */
final class SourceWords {

  private static final Set<String> WINDOWS = Words.of("TUMBLE HOP CUMULATE SESSION");

  private final Rewriter rewriter;
  private final Cursor tokens;

  SourceWords(Rewriter rewriter, Cursor tokens) {
    this.rewriter = rewriter;
    this.tokens = tokens;
  }

  /** The words that only mean something among sources; false if it is none of them. */
  boolean word(String word, Token token) throws Unreadable {
    switch (word) {
      case "JOIN", "INNER", "OUTER", "FULL", "CROSS", "LEFT", "RIGHT", "AS" -> {
        rewriter.emit(word, token);
        tokens.next();
      }
      case "NATURAL" -> tokens.next();
      case "ON", "USING" -> {
        tokens.next();
        int from = tokens.at();
        tokens.skipToClause(true);
        if (!isAboutKeys(from, tokens.at())) {
          rewriter.condition();
        }
      }
      case "WITHIN", "GRACE" -> {
        tokens.next();
        tokens.skipToClause(true);
      }
      case "FOR" -> { // FOR SYSTEM_TIME AS OF x
        while (tokens.has(0) && !tokens.is(0, "OF")) {
          tokens.next();
        }
        tokens.next();
        if (tokens.has(0)) {
          NameReader.read(tokens, true);
        }
      }
      case "LATERAL" -> lateral(token);
      case "TABLE" -> table();
      default -> {
        if (WINDOWS.contains(word) && tokens.is(1, "(")) {
          tokens.next();
          windowed();
          return true;
        }
        return false;
      }
    }
    return true;
  }

  /** Whether a condition is {@code a._key = b._key}, and no more but how near in time they are. */
  private boolean isAboutKeys(int from, int to) {
    List<Token> condition = tokens.between(from, to);
    int end = 0;
    while (end < condition.size() && !condition.get(end).is("WITHIN")) {
      end++;
    }
    return end == 3
        && isKey(condition.get(0))
        && condition.get(1).is("=")
        && isKey(condition.get(2));
  }

  private static boolean isKey(Token token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    return token.form() == Token.Form.WORD
        && !token.isTemplated()
        && (text.equals(Scope.KEY) || text.endsWith("." + Scope.KEY));
  }

  /** {@code LATERAL path AS alias} of Lenses becomes a call; other uses of the word say nothing. */
  private void lateral(Token token) throws Unreadable {
    tokens.next();
    if (tokens.is(0, "(") || tokens.is(0, "TABLE")) {
      return;
    }
    if (!tokens.previousButOneIs(",") && !tokens.previousButOneIs("JOIN")) {
      rewriter.emit(",", token);
    }
    if (tokens.has(1) && tokens.is(1, "(")) {
      return;
    }
    int call = rewriter.add(new Name(List.of("LATERAL"), false, true, token.from(), token.to()));
    rewriter.emit("n" + call + " (", token);
    rewriter.name(false);
    rewriter.emit(")", token);
  }

  /** {@code TABLE(TUMBLE(TABLE t, ...))} is the table; {@code TABLE(f(x))} is the call. */
  private void table() throws Unreadable {
    tokens.next();
    if (!tokens.is(0, "(")) {
      return;
    }
    String function = tokens.has(1) ? tokens.get(1).text().toUpperCase(Locale.ROOT) : "";
    if (WINDOWS.contains(function) && tokens.is(2, "(")) {
      int end = tokens.groupEnd(0);
      tokens.next();
      tokens.next();
      windowed();
      tokens.moveTo(end);
      return;
    }
    int end = tokens.groupEnd(0);
    tokens.removeClosing(end - 1);
    tokens.next();
  }

  /** The table among the arguments of a windowing function: the name behind {@code TABLE}. */
  private void windowed() throws Unreadable {
    int end = tokens.groupEnd(0);
    while (tokens.at() < end && !tokens.is(0, "TABLE")) {
      tokens.next();
    }
    tokens.next();
    if (tokens.at() < end && tokens.has(0) && tokens.get(0).isName()) {
      rewriter.name(true);
    }
    tokens.moveTo(end);
  }
}
