package io.headgate.engine.document;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code .properties} file, as {@code java.util.Properties} reads it, as one mapping: comments,
 * lines that go on behind a backslash, escapes, and any of {@code =}, {@code :} and blanks between
 * key and value. A key that is given twice is a problem: the last one counts, and nobody sees that.
 */
final class PropertiesDocuments {

  private static final int HEX_DIGITS = 4;

  private final SourceText source;
  private final String text;
  private final Reading reading = new Reading();
  private int at;

  private PropertiesDocuments(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  static Documents read(SourceText source) {
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      return new Documents(
          List.of(), List.of(new Problem(source.place(nul, nul + 1), Characters.NUL)));
    }
    return new PropertiesDocuments(source).read();
  }

  private Documents read() {
    MappingBuilder builder = new MappingBuilder(reading);
    List<Document> documents = new ArrayList<>();
    try {
      while (skipToKey()) {
        Scalar key = scalar(true);
        skipSeparator();
        Scalar value = scalar(false);
        reading.node(key.place());
        reading.node(value.place());
        builder.add(key, value);
      }
    } catch (Unreadable e) {
      reading.end(e.problem());
    }
    if (!builder.entries().isEmpty()) {
      Mapping root = new Mapping(source.place(0, text.length()), builder.entries());
      documents.add(new Document(source, root));
    }
    return new Documents(documents, reading.problems());
  }

  /** Goes to the next key, past blank lines and comments; says whether there is one. */
  private boolean skipToKey() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' || c == '!') {
        while (at < text.length() && !isBreak(text.charAt(at))) {
          at++;
        }
      } else if (isBlank(c) || isBreak(c)) {
        at++;
      } else if (c == '\\' && continues()) {
        skipContinuation();
      } else {
        return true;
      }
    }
    return false;
  }

  /** Goes past the blanks and the one sign between a key and its value. */
  private void skipSeparator() {
    boolean sign = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!sign && (c == '=' || c == ':')) {
        sign = true;
        at++;
      } else if (isBlank(c)) {
        at++;
      } else if (c == '\\' && continues()) {
        skipContinuation();
      } else {
        return;
      }
    }
  }

  private Scalar scalar(boolean key) {
    int start = at;
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBreak(c) || (key && (c == '=' || c == ':' || isBlank(c)))) {
        break;
      }
      if (c != '\\') {
        out.append(c);
        at++;
      } else if (continues()) {
        skipContinuation();
      } else {
        escape(out);
      }
    }
    // Quotes have no meaning here, so the style says only that an empty value is no null.
    return new Scalar(source.place(start, at), out.toString(), Style.DOUBLE_QUOTED);
  }

  private boolean continues() {
    return at + 1 < text.length() && isBreak(text.charAt(at + 1));
  }

  private void skipContinuation() {
    at += text.startsWith("\\\r\n", at) ? 3 : 2;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private void escape(StringBuilder out) {
    if (at + 1 >= text.length()) {
      at++;
      return;
    }
    char c = text.charAt(at + 1);
    int code = c == 'u' ? hex(at + 2) : -1;
    if (code >= 0) {
      out.append((char) code);
      at += 2 + HEX_DIGITS;
      return;
    }
    out.append(
        switch (c) {
          case 't' -> '\t';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 'f' -> '\f';
          default -> c;
        });
    at += 2;
  }

  /** The number of four hexadecimal digits, or -1 if there are none. */
  private int hex(int from) {
    if (from + HEX_DIGITS > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < from + HEX_DIGITS; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
