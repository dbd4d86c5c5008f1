package io.headgate.engine.document.hcl;

import io.headgate.engine.document.hcl.Expression.Directive;
import io.headgate.engine.document.hcl.Expression.Interpolation;
import io.headgate.engine.document.hcl.Expression.Part;
import io.headgate.engine.document.hcl.Expression.Template;
import java.util.ArrayList;
import java.util.List;

/** Texts in quotes and heredocs, with what stands in them between <code>${</code> and the brace. */
final class TemplateParser {

  private final Scanner scanner;
  private final ExpressionParser expressions;

  TemplateParser(Scanner scanner, ExpressionParser expressions) {
    this.scanner = scanner;
    this.expressions = expressions;
  }

  /** The text in quotes that begins here. */
  Template quoted() throws HclError {
    int start = scanner.at();
    scanner.to(start + 1);
    List<Part> parts = new ArrayList<>();
    TextBuilder text = new TextBuilder(scanner.source());
    while (!scanner.take("\"")) {
      if (scanner.atLineBreak()) {
        scanner.to(start);
        throw scanner.error(
            "This text has no closing quote on its line; text of several lines is a heredoc.");
      }
      if (scanner.peek() == '\\') {
        escape(text);
      } else if (!special(parts, text)) {
        character(text);
      }
    }
    text.flush(parts);
    return new Template(scanner.place(start), parts);
  }

  private void character(TextBuilder text) {
    text.add(scanner.peek(), scanner.at(), 1);
    scanner.to(scanner.at() + 1);
  }

  private void escape(TextBuilder text) throws HclError {
    int start = scanner.at();
    String all = scanner.text();
    char c = start + 1 < all.length() ? all.charAt(start + 1) : 0;
    int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
      int known = "nrt\"\\".indexOf(c);
      if (known < 0) {
        throw scanner.error(
            "A backslash must be followed by n, r, t, u, U, a quote or a backslash.");
      }
      text.add("\n\r\t\"\\".charAt(known), start, 2);
      scanner.to(start + 2);
      return;
    }
    int code = 0;
    for (int i = start + 2; i < start + 2 + digits; i++) {
      int digit = i < all.length() ? Character.digit(all.charAt(i), 16) : -1;
      code = digit < 0 || code > Character.MAX_CODE_POINT ? -1 : code * 16 + digit;
      if (code < 0) {
        throw scanner.error("The escape must have " + digits + " hexadecimal digits.");
      }
    }
    if (!Character.isValidCodePoint(code)) {
      throw scanner.error("The escape stands for no character.");
    }
    for (char one : Character.toChars(code)) {
      text.add(one, start, 2 + digits);
    }
    scanner.to(start + 2 + digits);
  }

  /** Reads what is no character of the text; false if a character stands here. */
  private boolean special(List<Part> parts, TextBuilder text) throws HclError {
    int start = scanner.at();
    if (scanner.looksAt("$${") || scanner.looksAt("%%{")) {
      text.add(scanner.peek(), start, 2);
      text.add('{', start + 2, 1);
      scanner.to(start + 3);
      return true;
    }
    boolean directive = scanner.looksAt("%{");
    if (!directive && !scanner.looksAt("${")) {
      return false;
    }
    text.flush(parts);
    scanner.enter();
    scanner.to(start + 2);
    boolean strips = scanner.take("~");
    if (directive) {
      control();
      scanner.skip(true);
      strips = true;
      scanner.take("~");
    } else {
      scanner.node();
      Expression value = expressions.read(false);
      scanner.skip(true);
      strips |= scanner.take("~");
      parts.add(new Interpolation(value));
    }
    scanner.expect("}", "A '}' must close what '" + (directive ? "%{" : "${") + "' opens.");
    scanner.leave();
    if (strips) {
      parts.add(new Directive(scanner.place(start)));
    }
    return true;
  }

  private void control() throws HclError {
    scanner.skip(true);
    String word = scanner.name("A word such as 'if' or 'for' must follow '%{'.");
    if (word.equals("for")) {
      scanner.skip(true);
      String unused = scanner.name("The name of an element must follow 'for'.");
      scanner.skip(true);
      if (scanner.take(",")) {
        scanner.skip(true);
        unused = scanner.name("The name of an element must stand here.");
        scanner.skip(true);
      }
      if (!scanner.name("'in' must stand here.").equals("in")) {
        throw scanner.error("'in' must stand ahead of the collection.");
      }
    }
    if (word.equals("for") || word.equals("if")) {
      Expression unused = expressions.read(false);
    }
  }

  /** The heredoc that begins here. */
  Template heredoc() throws HclError {
    int start = scanner.at();
    scanner.take("<<");
    boolean indented = scanner.take("-");
    String marker = scanner.name("The name of the heredoc must follow '<<'.");
    int first = scanner.endOfLine(scanner.at());
    if (first != scanner.at() || first == scanner.text().length()) {
      throw scanner.error("A new line must follow the name of the heredoc.");
    }
    int from = scanner.text().indexOf('\n', first) + 1;
    int end = endOf(marker, from);
    if (end < 0) {
      scanner.to(start);
      throw scanner.error("This heredoc has no end: no line holds its name and nothing else.");
    }
    int indent = indented ? indent(from, end) : 0;
    scanner.to(from);
    List<Part> parts = new ArrayList<>();
    TextBuilder text = new TextBuilder(scanner.source());
    int line = -1;
    while (scanner.at() < end) {
      int here = scanner.at();
      if (indent > 0 && here != line && isLineStart(here)) {
        line = here;
        scanner.to(content(here, indent));
      } else if (!special(parts, text)) {
        character(text);
      } else if (indent > 0 && scanner.text().substring(here, scanner.at()).indexOf('\n') >= 0) {
        // Which blanks of its lines count as indentation is not worth knowing.
        parts.add(new Directive(scanner.place(here)));
      }
    }
    if (scanner.at() > end) {
      throw scanner.error("What '${' opens must end ahead of the end of the heredoc.");
    }
    text.flush(parts);
    scanner.to(
        end + scanner.text().substring(end, scanner.endOfLine(end)).stripTrailing().length());
    return new Template(scanner.place(start), parts);
  }

  private boolean isLineStart(int at) {
    return at > 0 && scanner.text().charAt(at - 1) == '\n';
  }

  /** The start of the line that holds a heredoc's name and nothing else, or -1. */
  private int endOf(String marker, int from) {
    String text = scanner.text();
    int line = from;
    while (line < text.length()) {
      if (text.substring(line, scanner.endOfLine(line)).strip().equals(marker)) {
        return line;
      }
      int next = text.indexOf('\n', line);
      line = next < 0 ? text.length() : next + 1;
    }
    return -1;
  }

  /** How many blanks each line that shows something begins with at least. */
  private int indent(int from, int end) {
    String text = scanner.text();
    int least = Integer.MAX_VALUE;
    for (int line = from; line < end; line = text.indexOf('\n', line) + 1) {
      int content = content(line, Integer.MAX_VALUE);
      if (content < scanner.endOfLine(line)) {
        least = Math.min(least, content - line);
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  private int content(int line, int indent) {
    String text = scanner.text();
    int at = line;
    while (at < text.length()
        && at - line < indent
        && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
