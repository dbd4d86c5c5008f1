package io.headgate.engine.schema;

import java.util.ArrayList;
import java.util.List;

/** The words of a Protobuf text, one ahead, with the comments that belong to them. */
final class ProtobufTokens {

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  /**
   * A token.
   *
   * @param text as it is written; without quotes and escapes for a string
   * @param comment what stands directly above it or between it and its line's beginning
   */
  record Token(Kind kind, String text, int from, int to, String comment) {

    boolean is(String symbolOrWord) {
      return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }

    /** For messages. */
    String quoted() {
      return switch (kind) {
        case END -> "the text ends";
        case STRING -> "found the string " + Problems.quoted(text);
        default -> "found " + Problems.quoted(text);
      };
    }
  }

  private final String text;
  private int at;
  private Token next;
  private String trailing = "";

  ProtobufTokens(String text) throws ProtobufError {
    this.text = text;
    this.next = read();
  }

  /** The next token, which stays the next. */
  Token peek() {
    return next;
  }

  /** Takes the next token. */
  Token take() throws ProtobufError {
    Token taken = next;
    next = read();
    return taken;
  }

  /** Takes the next token if it is this symbol or word. */
  boolean takeIf(String symbolOrWord) throws ProtobufError {
    if (next.is(symbolOrWord)) {
      take();
      return true;
    }
    return false;
  }

  /** Takes the next token, which must be this symbol. */
  Token expect(String symbol) throws ProtobufError {
    if (!next.is(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
    return take();
  }

  Token expectWord(String what) throws ProtobufError {
    return expect(Kind.WORD, what);
  }

  Token expect(Kind kind, String what) throws ProtobufError {
    if (next.kind() != kind) {
      throw unexpected(what);
    }
    return take();
  }

  ProtobufError unexpected(String wanted) {
    return new ProtobufError(
        next.from(), next.to(), "expected " + wanted + ", but " + next.quoted() + ".");
  }

  /** The comment behind the token that was taken last, on the same line; empty if there is none. */
  String trailing() {
    return trailing;
  }

  private Token read() throws ProtobufError {
    String comment = comments();
    if (at >= text.length()) {
      return new Token(Kind.END, "", at, at, comment);
    }
    int from = at;
    char c = text.charAt(at);
    if (isLetter(c)) {
      while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
        at++;
      }
      return new Token(Kind.WORD, text.substring(from, at), from, at, comment);
    }
    if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number();
      return new Token(Kind.NUMBER, text.substring(from, at), from, at, comment);
    }
    if (c == '"' || c == '\'') {
      String value = string(c);
      return new Token(Kind.STRING, value, from, at, comment);
    }
    if (";={}[]()<>,.:-+/".indexOf(c) < 0) {
      throw new ProtobufError(
          at,
          at + Character.charCount(text.codePointAt(at)),
          "the character "
              + Problems.quoted(Character.toString(text.codePointAt(at)))
              + " means nothing in Protobuf.");
    }
    at++;
    return new Token(Kind.SYMBOL, String.valueOf(c), from, at, comment);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void number() {
    int from = at;
    boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean sign =
          (c == '+' || c == '-')
              && !hex
              && at > from
              && Character.toLowerCase(text.charAt(at - 1)) == 'e';
      if (!isLetter(c) && !isDigit(c) && c != '.' && !sign) {
        return;
      }
      at++;
    }
  }

  private String string(char quote) throws ProtobufError {
    int from = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == quote) {
        return value.toString();
      }
      if (c == '\\' && at < text.length()) {
        value.append(escape(text.charAt(at++)));
      } else {
        value.append(c);
      }
    }
    throw new ProtobufError(from, at, "a string does not end on its line.");
  }

  /** Bytes in octal or hexadecimal stay as they are written: nobody reads a name in them. */
  private static String escape(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case '\\', '\'', '"', '?' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  /** Skips to the next token; the result is the comment that belongs to it. */
  private String comments() throws ProtobufError {
    trailing = "";
    List<String> block = new ArrayList<>();
    int breaks = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        breaks++;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
        if (breaks > 1) {
          block.clear();
        }
        String comment = comment();
        if (breaks == 0 && block.isEmpty() && endsLine()) {
          trailing = comment;
        } else {
          block.add(comment);
        }
        breaks = 0;
      } else {
        break;
      }
    }
    return breaks > 1 ? "" : String.join("\n", block);
  }

  private boolean endsLine() {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  /** Reads one comment and gives its words. */
  private String comment() throws ProtobufError {
    int from = at;
    if (text.charAt(at + 1) == '/') {
      while (at < text.length() && text.charAt(at) != '\n') {
        at++;
      }
      return text.substring(from + 2, at).strip();
    }
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw new ProtobufError(from, from + 2, "a comment does not end.");
    }
    at = end + 2;
    List<String> lines = new ArrayList<>();
    for (String line : text.substring(from + 2, end).lines().toList()) {
      String words = line.strip();
      int stars = 0;
      while (stars < words.length() && words.charAt(stars) == '*') {
        stars++;
      }
      lines.add(words.substring(stars).strip());
    }
    return String.join("\n", lines).strip();
  }
}
