package io.headgate.engine.promql;

import io.headgate.engine.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes an expression to pieces. A template ({@code {{ ... }}}, {@code ${...}}) is a piece of its
 * own: PromQL has nothing that begins like one.
 */
final class Lexer {

  private static final List<String> SIGNS =
      List.of(
          "=~", "!~", "!=", "==", "<=", ">=", "(", ")", "{", "}", "[", "]", ",", "=", "<", ">", "+",
          "-", "*", "/", "%", "^", "@", ":");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean inBrackets;

  private Lexer(String text) {
    this.text = text;
  }

  /** The pieces, the last of which is the end. */
  static List<Token> tokens(String text) throws PromqlException {
    Lexer lexer = new Lexer(text);
    lexer.skip();
    while (lexer.at < text.length()) {
      lexer.next();
      lexer.skip();
    }
    lexer.add(Kind.END, "", 0, text.length());
    return lexer.tokens;
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  private void next() throws PromqlException {
    char c = text.charAt(at);
    int from = at;
    int template = templateEnd(text, at);
    if (template > 0) {
      at = template;
      add(Kind.OPEN, "", 0, from);
    } else if (c == '"' || c == '\'' || c == '`') {
      string(c);
    } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number();
    } else if (isLetter(c) || (c == ':' && !inBrackets)) {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      name(text.substring(from, at), from);
    } else {
      sign();
    }
  }

  /** The offset behind the template that begins at an offset, or -1 if none does. */
  static int templateEnd(String text, int at) {
    String close = text.startsWith("{{", at) ? "}}" : text.startsWith("${", at) ? "}" : "";
    int end = close.isEmpty() ? -1 : text.indexOf(close, at + 2);
    return end < 0 ? -1 : end + close.length();
  }

  private void name(String name, int from) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("inf")) {
      add(Kind.NUMBER, name, Double.POSITIVE_INFINITY, from);
    } else if (lower.equals("nan")) {
      add(Kind.NUMBER, name, Double.NaN, from);
    } else {
      add(Kind.NAME, name, 0, from);
    }
  }

  private void sign() throws PromqlException {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        int from = at;
        at += sign.length();
        inBrackets = sign.equals("[") || (inBrackets && !sign.equals("]"));
        add(Kind.SIGN, sign, 0, from);
        return;
      }
    }
    int end = text.offsetByCodePoints(at, 1);
    throw new PromqlException("'" + text.substring(at, end) + "' means nothing to PromQL", at, end);
  }

  private void string(char quote) throws PromqlException {
    int from = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && quote != '`' && at < text.length()) {
        value.append(unescaped(text.charAt(at++)));
      } else {
        value.append(c);
      }
    }
    if (at >= text.length()) {
      throw new PromqlException("a text has no end", from, text.length());
    }
    at++;
    add(Kind.TEXT, value.toString(), 0, from);
  }

  /** What a character behind a backslash means; numbers of characters are none of a name's. */
  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }

  private void number() throws PromqlException {
    int from = at;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      at += 2;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
      add(Kind.NUMBER, text.substring(from, at), hexadecimal(from), from);
      return;
    }
    digits();
    if (unit() != 0) {
      duration(from);
      return;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    String number = text.substring(from, at);
    if (at < text.length() && isLetter(text.charAt(at))) {
      throw wrongNumber(from, at + 1);
    }
    try {
      add(Kind.NUMBER, number, Double.parseDouble(number.replace("_", "")), from);
    } catch (NumberFormatException e) {
      throw wrongNumber(from, at);
    }
  }

  private double hexadecimal(int from) throws PromqlException {
    try {
      return Long.parseLong(text, from + 2, at, 16);
    } catch (NumberFormatException e) {
      throw wrongNumber(from, at);
    }
  }

  private PromqlException wrongNumber(int from, int to) {
    return new PromqlException("'" + text.substring(from, to) + "' is no number", from, to);
  }

  private void digits() {
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
  }

  /** Such as {@code 1h30m}. */
  private void duration(int from) throws PromqlException {
    double seconds = 0;
    int start = from;
    while (true) {
      double unit = unit();
      if (unit == 0) {
        throw new PromqlException(
            "'" + text.substring(from, at) + "' is no duration", from, Math.max(at, from + 1));
      }
      try {
        seconds += Double.parseDouble(text.substring(start, at).replace("_", "")) * unit;
      } catch (NumberFormatException e) {
        throw wrongNumber(start, at);
      }
      at += text.startsWith("ms", at) ? 2 : 1;
      if (at >= text.length() || !isDigit(text.charAt(at))) {
        break;
      }
      start = at;
      digits();
    }
    if (at < text.length() && isLetter(text.charAt(at))) {
      throw new PromqlException(
          "'" + text.substring(from, at + 1) + "' is no duration", from, at + 1);
    }
    add(Kind.DURATION, text.substring(from, at), seconds, from);
  }

  /** How many seconds the unit has that is written here; 0 if none is. */
  private double unit() {
    if (text.startsWith("ms", at)) {
      return 0.001;
    }
    return switch (at < text.length() ? text.charAt(at) : ' ') {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 86_400;
      case 'w' -> 604_800;
      case 'y' -> 31_536_000;
      default -> 0;
    };
  }

  private void add(Kind kind, String shown, double value, int from) {
    tokens.add(new Token(kind, shown, value, from, Math.max(at, from)));
  }

  private boolean isNamePart(char c) {
    return isLetter(c) || isDigit(c) || (c == ':' && !inBrackets);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
