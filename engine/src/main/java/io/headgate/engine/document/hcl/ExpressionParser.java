package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Positions;
import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Binary;
import io.headgate.engine.document.hcl.Expression.Braces;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.engine.document.hcl.Expression.Conditional;
import io.headgate.engine.document.hcl.Expression.For;
import io.headgate.engine.document.hcl.Expression.Item;
import io.headgate.engine.document.hcl.Expression.Literal;
import io.headgate.engine.document.hcl.Expression.Step;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Text;
import io.headgate.engine.document.hcl.Expression.Tuple;
import io.headgate.engine.document.hcl.Expression.Unary;
import io.headgate.engine.document.hcl.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions, by recursive descent. */
final class ExpressionParser {

  /** By how tightly they bind, the loosest first; of two that begin alike the longer first. */
  private static final List<List<String>> OPERATORS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  /** How many operators of one level may follow each other, for they nest to the left. */
  private static final int LONGEST_CHAIN = 200;

  private final Scanner scanner;
  private final TemplateParser templates;

  /** Whether a line break ends an expression here. */
  private boolean lines = true;

  ExpressionParser(Scanner scanner) {
    this.scanner = scanner;
    this.templates = new TemplateParser(scanner, this);
  }

  /**
   * The expression from here on.
   *
   * @param endsAtLine whether a line break ends it
   */
  Expression read(boolean endsAtLine) throws HclError {
    boolean outer = lines;
    lines = endsAtLine;
    Expression expression = conditional();
    lines = outer;
    return expression;
  }

  Template template() throws HclError {
    return templates.quoted();
  }

  private void skip() throws HclError {
    scanner.skip(!lines);
  }

  private Expression conditional() throws HclError {
    scanner.enter();
    skip();
    int start = scanner.at();
    Expression condition = binary(0);
    skip();
    Expression all = condition;
    if (scanner.take("?")) {
      Expression yes = conditional();
      skip();
      scanner.expect(":", "A ':' must stand between the two results of a condition.");
      Expression no = conditional();
      all = new Conditional(scanner.place(start), condition, yes, no);
    }
    scanner.leave();
    return all;
  }

  private Expression binary(int level) throws HclError {
    if (level == OPERATORS.size()) {
      return unary();
    }
    int start = scanner.at();
    Expression left = binary(level + 1);
    int chain = 0;
    while (true) {
      int end = scanner.at();
      skip();
      String operator = operator(level);
      if (operator == null) {
        scanner.to(end);
        return left;
      }
      if (++chain > LONGEST_CHAIN) {
        throw scanner.error(
            "The expression has more than " + LONGEST_CHAIN + " operators in a row; split it.");
      }
      skip();
      Expression right = binary(level + 1);
      left = new Binary(scanner.place(start), operator, left, right);
    }
  }

  private @Nullable String operator(int level) {
    for (String operator : OPERATORS.get(level)) {
      if (scanner.looksAt(operator)) {
        scanner.take(operator);
        return operator;
      }
    }
    return null;
  }

  private Expression unary() throws HclError {
    skip();
    int start = scanner.at();
    for (String operator : List.of("-", "!")) {
      if (scanner.take(operator)) {
        scanner.enter();
        Expression operand = unary();
        scanner.leave();
        return new Unary(scanner.place(start), operator, operand);
      }
    }
    scanner.node();
    return steps(start, term());
  }

  private Expression steps(int start, Expression on) throws HclError {
    List<Step> steps = new ArrayList<>();
    int end = scanner.at();
    while (true) {
      skip();
      if (scanner.looksAt("...") || !(scanner.looksAt(".") || scanner.looksAt("["))) {
        scanner.to(end);
        return steps.isEmpty() ? on : new Access(scanner.place(start), on, steps);
      }
      scanner.node();
      steps.add(step());
      end = scanner.at();
    }
  }

  private Step step() throws HclError {
    if (scanner.take("[")) {
      scanner.skip(true);
      if (scanner.take("*")) {
        scanner.skip(true);
        scanner.expect("]", "A ']' must stand here.");
        return new Expression.Splat(true);
      }
      Expression key = read(false);
      scanner.skip(true);
      scanner.expect("]", "A ']' must close the index.");
      return new Expression.Index(key);
    }
    scanner.take(".");
    skip();
    if (scanner.take("*")) {
      return new Expression.Splat(false);
    }
    int start = scanner.at();
    if (Scanner.isDigit(scanner.peek())) {
      digits();
      return new Expression.Index(
          new Literal(scanner.place(start), Literal.Type.NUMBER, written(start)));
    }
    return new Expression.Attribute(scanner.name("A name must follow the '.'."));
  }

  private Expression term() throws HclError {
    int start = scanner.at();
    char c = scanner.peek();
    if (c == '"') {
      return templates.quoted();
    }
    if (scanner.looksAt("<<")) {
      return templates.heredoc();
    }
    if (Scanner.isDigit(c)) {
      return number(start);
    }
    if (c == '(') {
      scanner.to(start + 1);
      Expression inner = read(false);
      scanner.skip(true);
      scanner.expect(")", "A ')' must close the expression.");
      return inner;
    }
    if (c == '[') {
      return tuple(start);
    }
    if (c == '{') {
      return braces(start);
    }
    String name = scanner.name("A value must stand here.");
    if (name.equals("true") || name.equals("false")) {
      return new Literal(scanner.place(start), Literal.Type.BOOL, name);
    }
    if (name.equals("null")) {
      return new Literal(scanner.place(start), Literal.Type.NULL, name);
    }
    return call(start, name);
  }

  private Expression call(int start, String name) throws HclError {
    int end = scanner.at();
    String function = name;
    // Functions of a provider: provider::name::function(...).
    while (scanner.take("::")) {
      function = function + "::" + scanner.name("The name of a function must stand here.");
    }
    if (!scanner.take("(")) {
      scanner.to(end);
      return new Variable(scanner.place(start), name);
    }
    List<Expression> arguments = new ArrayList<>();
    boolean expand = false;
    scanner.skip(true);
    while (!scanner.take(")")) {
      arguments.add(read(false));
      scanner.skip(true);
      expand = scanner.take("...");
      scanner.skip(true);
      if (!scanner.take(",") && scanner.peek() != ')') {
        throw scanner.error("A ',' or the ')' of the call must stand here.");
      }
      scanner.skip(true);
    }
    return new Call(scanner.place(start), function, arguments, expand);
  }

  private Expression number(int start) throws HclError {
    digits();
    String text = scanner.text();
    int at = scanner.at();
    if (scanner.peek() == '.' && at + 1 < text.length() && Scanner.isDigit(text.charAt(at + 1))) {
      scanner.to(at + 1);
      digits();
    }
    int mark = scanner.at();
    if (scanner.take("e") || scanner.take("E")) {
      boolean signed = scanner.take("+") || scanner.take("-");
      if (Scanner.isDigit(scanner.peek())) {
        digits();
      } else if (signed) {
        throw scanner.error("Digits must follow the exponent of a number.");
      } else {
        scanner.to(mark);
      }
    }
    if (scanner.atName()) {
      throw scanner.error("A number may not run on into a name.");
    }
    return new Literal(scanner.place(start), Literal.Type.NUMBER, written(start));
  }

  private void digits() {
    while (Scanner.isDigit(scanner.peek())) {
      scanner.to(scanner.at() + 1);
    }
  }

  private String written(int start) {
    return scanner.text().substring(start, scanner.at());
  }

  private Expression tuple(int start) throws HclError {
    scanner.to(start + 1);
    scanner.skip(true);
    if (atFor()) {
      return loop(start, "]");
    }
    List<Expression> items = new ArrayList<>();
    while (!scanner.take("]")) {
      items.add(read(false));
      scanner.skip(true);
      if (!scanner.take(",") && scanner.peek() != ']') {
        throw scanner.error("A ',' or the ']' of the list must stand here.");
      }
      scanner.skip(true);
    }
    return new Tuple(scanner.place(start), items);
  }

  private Expression braces(int start) throws HclError {
    scanner.to(start + 1);
    scanner.skip(true);
    if (atFor()) {
      return loop(start, "}");
    }
    List<Item> items = new ArrayList<>();
    while (!scanner.take("}")) {
      Expression key = key();
      scanner.skip(false);
      if (!scanner.take(":") && !scanner.take("=")) {
        throw scanner.error("An '=' must stand between a key and its value.");
      }
      items.add(new Item(key, read(true)));
      scanner.skip(false);
      if (!scanner.take(",") && !scanner.atLineBreak() && scanner.peek() != '}') {
        throw scanner.error("A ',', a new line or the '}' must follow the value.");
      }
      scanner.skip(true);
      if (scanner.atEnd()) {
        throw scanner.error("The file ends inside braces; close them with '}'.");
      }
    }
    return new Braces(scanner.place(start), items);
  }

  /** A bare name is a key as it stands; all else is an expression. */
  private Expression key() throws HclError {
    int start = scanner.at();
    if (scanner.atName()) {
      String name = scanner.name("A key must stand here.");
      int end = scanner.at();
      scanner.skip(false);
      if (scanner.peek() == '=' || scanner.peek() == ':') {
        Positions positions = (from, to) -> scanner.place(start + from, start + to);
        return new Template(scanner.place(start, end), List.of(new Text(name, positions)));
      }
      scanner.to(start);
    }
    return read(true);
  }

  private boolean atFor() {
    int start = scanner.at();
    if (!scanner.looksAt("for")) {
      return false;
    }
    String text = scanner.text();
    int behind = start + "for".length();
    return behind < text.length()
        && (text.charAt(behind) == ' '
            || text.charAt(behind) == '\t'
            || text.charAt(behind) == '\n'
            || text.charAt(behind) == '\r');
  }

  private Expression loop(int start, String close) throws HclError {
    scanner.take("for");
    scanner.skip(true);
    @Nullable String keyName = null;
    String valueName = scanner.name("The name of an element must follow 'for'.");
    scanner.skip(true);
    if (scanner.take(",")) {
      scanner.skip(true);
      keyName = valueName;
      valueName = scanner.name("The name of an element must stand here.");
      scanner.skip(true);
    }
    if (!scanner.name("'in' must stand here.").equals("in")) {
      throw scanner.error("'in' must stand ahead of the collection.");
    }
    Expression collection = read(false);
    scanner.skip(true);
    scanner.expect(":", "A ':' must follow the collection.");
    Expression value = read(false);
    @Nullable Expression key = null;
    boolean grouped = false;
    scanner.skip(true);
    if (close.equals("}")) {
      scanner.expect("=>", "'=>' must stand between the key and the value.");
      key = value;
      value = read(false);
      scanner.skip(true);
      grouped = scanner.take("...");
      scanner.skip(true);
    }
    @Nullable Expression condition = null;
    if (scanner.atName()) {
      if (!scanner.name("'if' must stand here.").equals("if")) {
        throw scanner.error("Only 'if' may stand here.");
      }
      condition = read(false);
      scanner.skip(true);
    }
    scanner.expect(close, "A '" + close + "' must close the 'for'.");
    return new For(
        scanner.place(start), keyName, valueName, collection, key, value, grouped, condition);
  }
}
