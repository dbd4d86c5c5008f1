package io.headgate.engine.sql;

import io.headgate.engine.sql.Token.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens, in one pass. Names may hold hyphens and dots without quotes, as topics do
 * in Lenses SQL; a string or a name in back-ticks ends with its line, so that a stray quote spoils
 * no more than that.
 */
public final class Tokens {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int lineEnd = -1;
  private int lineWithoutClosing = -1;

  private Tokens(String text) {
    this.text = text;
  }

  /** The tokens of statements, in their order. */
  public static List<Token> of(String sql) {
    Tokens reader = new Tokens(sql);
    while (reader.at < sql.length()) {
      reader.step();
    }
    return reader.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at) || text.startsWith("//", at)) {
      at = endOfLine();
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
    } else if (c == '`' || c == '\'' || c == '"') {
      quoted(c);
    } else {
      int end = wordEnd();
      add(end > at ? Form.WORD : Form.MARK, at, Math.max(end, at + 1));
      at = Math.max(end, at + 1);
    }
  }

  private void quoted(char quote) {
    int limit = endOfLine();
    int end = quoteEnd(quote, limit);
    int close = end < 0 ? limit : end;
    add(quote == '`' ? Form.NAME : Form.STRING, at + 1, close);
    at = end < 0 ? limit : end + 1;
  }

  /**
   * The offset of the closing quote, or -1. A doubled quote is one in the text, and so is one with
   * a letter behind it if another follows: {@code 'It's bobby'} stands in Lenses' own
   * documentation.
   */
  private int quoteEnd(char quote, int limit) {
    int end = next(quote, at + 1, limit);
    while (end >= 0 && quote != '`') {
      boolean doubled = end + 1 < limit && text.charAt(end + 1) == quote;
      boolean inner = end + 1 < limit && Character.isLetterOrDigit(text.charAt(end + 1));
      if (!doubled && !inner) {
        return end;
      }
      int further = next(quote, end + (doubled ? 2 : 1), limit);
      if (further < 0) {
        return end;
      }
      end = further;
    }
    return end;
  }

  private int next(char quote, int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length()) {
      int behind = templateEnd(end);
      if (behind > end) {
        end = behind;
      } else if (isNamePart(text.charAt(end)) && !text.startsWith("--", end)) {
        end++;
      } else {
        return end;
      }
    }
    return end;
  }

  /** The offset behind a template expression of this line, or the given one if there is none. */
  private int templateEnd(int from) {
    boolean mustache = text.startsWith("{{", from);
    if (!mustache && !text.startsWith("${", from)) {
      return from;
    }
    int limit = endOfLine();
    if (limit == lineWithoutClosing) {
      return from;
    }
    int close = next('}', from, limit);
    if (close < 0) {
      lineWithoutClosing = limit;
      return from;
    }
    return Math.min(limit, close + (mustache ? 2 : 1));
  }

  private void add(Form form, int from, int to) {
    tokens.add(new Token(form, text.substring(from, Math.max(from, to)), from, Math.max(from, to)));
  }

  /** The end of the line that {@link #at} is in; kept, so that each line is searched once. */
  private int endOfLine() {
    if (lineEnd < at) {
      int end = text.indexOf('\n', at);
      lineEnd = end < 0 ? text.length() : end;
    }
    return lineEnd;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '$'
        || Character.isSurrogate(c);
  }
}
