package io.headgate.engine.lineage.sql;

import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Token.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A way through the tokens of a statement. */
final class Cursor {

  private final List<Token> tokens;
  private final Set<String> hyphenated = new HashSet<>();
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = new ArrayList<>(tokens);
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      if ((before.is("FROM") || before.is("JOIN") || before.is("TABLE"))
          && tokens.get(i).form() == Form.WORD
          && tokens.get(i).text().indexOf('-') > 0) {
        hyphenated.add(tokens.get(i).text());
      }
    }
  }

  int at() {
    return at;
  }

  boolean has(int ahead) {
    return at + ahead < tokens.size();
  }

  Token get(int ahead) {
    return tokens.get(at + ahead);
  }

  boolean is(int ahead, String word) {
    return has(ahead) && get(ahead).is(word);
  }

  void next() {
    at++;
  }

  void moveTo(int index) {
    at = Math.min(index, tokens.size());
  }

  /** Takes a closing bracket out, if there is one. */
  void removeClosing(int index) {
    if (tokens.get(index).is(")")) {
      tokens.remove(index);
    }
  }

  /** What is left. */
  List<Token> rest() {
    return tokens.subList(Math.min(at, tokens.size()), tokens.size());
  }

  List<Token> between(int from, int to) {
    return tokens.subList(from, to);
  }

  /** Whether the mark follows a token without a gap. */
  boolean touches(int ahead, String mark) {
    return is(ahead + 1, mark) && get(ahead).touches(get(ahead + 1));
  }

  boolean touchesPrevious() {
    return at > 0 && has(0) && tokens.get(at - 1).touches(tokens.get(at));
  }

  boolean previousIs(String word) {
    return at > 0 && tokens.get(at - 1).is(word);
  }

  boolean previousButOneIs(String word) {
    return at > 1 && tokens.get(at - 2).is(word);
  }

  /** The index behind the bracket that closes the one ahead, or the end. */
  int groupEnd(int ahead) {
    int depth = 0;
    for (int i = at + ahead; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth <= 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  /** The index of the bracket that closes the one around, or the end. */
  int frameEnd() {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth < 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private static int step(Token token) {
    if (token.form() != Form.MARK) {
      return 0;
    }
    return switch (token.text()) {
      case "(", "[" -> 1;
      case ")", "]" -> -1;
      default -> 0;
    };
  }

  void skipGroup() {
    at = groupEnd(0);
  }

  /**
   * Passes over a condition.
   *
   * @param joins whether a further source may follow it
   */
  void skipToClause(boolean joins) {
    while (has(0)) {
      int step = step(get(0));
      if (step < 0 || (joins && (is(0, ",") || startsJoin())) || startsClause(0)) {
        return;
      }
      if (step > 0) {
        skipGroup();
      } else {
        next();
      }
    }
  }

  private boolean startsJoin() {
    if (get(0).form() != Form.WORD || is(1, "(")) {
      return false;
    }
    return switch (get(0).text().toUpperCase(Locale.ROOT)) {
      case "JOIN", "INNER", "OUTER", "FULL", "CROSS", "LEFT", "RIGHT", "NATURAL", "LATERAL" -> true;
      default -> false;
    };
  }

  /** Whether a word begins a clause of a query, and is no name. */
  boolean startsClause(int ahead) {
    if (!has(ahead) || get(ahead).form() != Form.WORD) {
      return false;
    }
    return switch (get(ahead).text().toUpperCase(Locale.ROOT)) {
      case "WHERE", "HAVING" -> true;
      case "GROUP", "ORDER", "PARTITION" -> is(ahead + 1, "BY");
      case "EMIT" -> is(ahead + 1, "CHANGES") || is(ahead + 1, "FINAL");
      case "FETCH" -> is(ahead + 1, "FIRST") || is(ahead + 1, "NEXT");
      case "WINDOW" ->
          is(ahead + 1, "BY")
              || is(ahead + 1, "TUMBLING")
              || is(ahead + 1, "HOPPING")
              || is(ahead + 1, "SESSION");
      case "LIMIT", "OFFSET" ->
          has(ahead + 1) && Character.isDigit((get(ahead + 1).text() + " ").charAt(0));
      case "UNION", "INTERSECT", "EXCEPT", "MINUS" ->
          is(ahead + 1, "ALL")
              || is(ahead + 1, "DISTINCT")
              || is(ahead + 1, "SELECT")
              || is(ahead + 1, "(");
      default -> false;
    };
  }

  /**
   * Cuts the word ahead at its hyphens, which subtract unless it names a source with hyphens; says
   * whether there were any.
   */
  boolean splitHyphens() {
    Token token = get(0);
    String text = token.text();
    if (text.indexOf('-') < 0 || token.isTemplated() || isSource(text)) {
      return false;
    }
    List<Token> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '-') {
        if (i > start) {
          parts.add(part(Form.WORD, token, start, i));
        }
        if (i < text.length()) {
          parts.add(part(Form.MARK, token, i, i + 1));
        }
        start = i + 1;
      }
    }
    tokens.remove(at);
    tokens.addAll(at, parts);
    return true;
  }

  private static Token part(Form form, Token of, int from, int to) {
    return new Token(form, of.text().substring(from, to), of.from() + from, of.from() + to);
  }

  private boolean isSource(String text) {
    if (hyphenated.contains(text)) {
      return true;
    }
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (hyphenated.contains(text.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }
}
