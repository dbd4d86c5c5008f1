package io.headgate.engine.promql;

import io.headgate.engine.promql.Expression.Aggregation;
import io.headgate.engine.promql.Expression.Amount;
import io.headgate.engine.promql.Expression.Binary;
import io.headgate.engine.promql.Expression.Call;
import io.headgate.engine.promql.Expression.LabelMatcher;
import io.headgate.engine.promql.Expression.Negative;
import io.headgate.engine.promql.Expression.Open;
import io.headgate.engine.promql.Expression.Selector;
import io.headgate.engine.promql.Expression.Text;
import io.headgate.engine.promql.Expression.Window;
import io.headgate.engine.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads PromQL by the grammar of Prometheus 3 (its documentation, <em>Querying basics</em> and
 * <em>Operators</em>, and {@code promql/parser/generated_parser.y}).
 */
public final class PromqlParser {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_TOKENS = 5000;

  private static final Set<String> AGGREGATIONS =
      Set.of(
          "sum",
          "min",
          "max",
          "avg",
          "group",
          "stddev",
          "stdvar",
          "count",
          "count_values",
          "bottomk",
          "topk",
          "quantile",
          "limitk",
          "limit_ratio");

  /** The binary operators from weak to strong; those in a row bind alike. */
  private static final List<Set<String>> OPERATORS =
      List.of(
          Set.of("or"),
          Set.of("and", "unless"),
          Set.of("==", "!=", "<", "<=", ">", ">="),
          Set.of("+", "-"),
          Set.of("*", "/", "%", "atan2"));

  private final List<Token> tokens;
  private int at;
  private int depth;

  private PromqlParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads an expression.
   *
   * @throws PromqlException if it is none, with where and why
   */
  public static Expression parse(String text) throws PromqlException {
    List<Token> tokens = Lexer.tokens(text);
    if (tokens.size() > MAX_TOKENS) {
      throw new PromqlException("it is too long", 0, text.length());
    }
    PromqlParser parser = new PromqlParser(tokens);
    Expression expression = parser.binary(0);
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected("an operator or the end");
    }
    return expression;
  }

  private Expression binary(int level) throws PromqlException {
    if (level == OPERATORS.size()) {
      return unary();
    }
    Expression left = binary(level + 1);
    String operator = operator(OPERATORS.get(level));
    while (operator != null) {
      at++;
      matching();
      left = new Binary(operator, left, binary(level + 1));
      operator = operator(OPERATORS.get(level));
    }
    return left;
  }

  private @Nullable String operator(Set<String> some) {
    Token token = peek();
    if (token.kind() != Kind.SIGN && token.kind() != Kind.NAME) {
      return null;
    }
    String operator = token.text().toLowerCase(Locale.ROOT);
    return some.contains(operator) ? operator : null;
  }

  /** What may stand behind an operator: how the series of both sides find each other. */
  private void matching() throws PromqlException {
    takeWord("bool");
    if (takeWord("on") || takeWord("ignoring")) {
      labels();
      if (takeWord("group_left") || takeWord("group_right")) {
        if (peek().is("(")) {
          labels();
        }
      }
    }
  }

  private Expression unary() throws PromqlException {
    Token sign = peek();
    if (!sign.is("-") && !sign.is("+")) {
      return power();
    }
    at++;
    enter();
    Expression of = unary();
    depth--;
    return sign.is("-") ? new Negative(of, sign.from()) : of;
  }

  private Expression power() throws PromqlException {
    Expression base = modified(primary());
    if (!peek().is("^")) {
      return base;
    }
    at++;
    matching();
    enter();
    Expression exponent = unary();
    depth--;
    return new Binary("^", base, exponent);
  }

  private void enter() throws PromqlException {
    if (++depth > MAX_DEPTH) {
      throw new PromqlException(
          "it is nested more than " + MAX_DEPTH + " deep", peek().from(), peek().to());
    }
  }

  private Expression primary() throws PromqlException {
    Token token = peek();
    switch (token.kind()) {
      case NUMBER, DURATION -> {
        at++;
        return new Amount(token.value(), token.from(), token.to());
      }
      case TEXT -> {
        at++;
        return new Text(token.text(), token.from(), token.to());
      }
      case OPEN -> {
        at++;
        return new Open(token.from(), token.to());
      }
      case NAME -> {
        return named();
      }
      default -> {
        if (token.is("{")) {
          return selector(null, token.from());
        }
        if (!token.is("(")) {
          throw unexpected("a value");
        }
        at++;
        enter();
        Expression inner = binary(0);
        depth--;
        expect(")");
        return inner;
      }
    }
  }

  private Expression named() throws PromqlException {
    Token name = peek();
    at++;
    String lower = name.text().toLowerCase(Locale.ROOT);
    boolean grouped = peek().isWord("by") || peek().isWord("without");
    if (AGGREGATIONS.contains(lower) && (grouped || peek().is("("))) {
      return aggregation(lower, name.from());
    }
    if (peek().is("(")) {
      List<Expression> arguments = arguments();
      return new Call(name.text(), arguments, name.from(), last().to());
    }
    return selector(name.text(), name.from());
  }

  private Expression aggregation(String operator, int from) throws PromqlException {
    boolean without = peek().isWord("without");
    List<String> labels = null;
    if (without || peek().isWord("by")) {
      at++;
      labels = labels();
    }
    List<Expression> arguments = arguments();
    if (arguments.isEmpty()) {
      throw new PromqlException("'" + operator + "' has nothing to aggregate", from, last().to());
    }
    if (labels == null && (peek().isWord("by") || peek().isWord("without"))) {
      without = peek().isWord("without");
      at++;
      labels = labels();
    }
    return new Aggregation(
        operator, without, labels == null ? List.of() : labels, arguments, from, last().to());
  }

  private List<Expression> arguments() throws PromqlException {
    expect("(");
    List<Expression> arguments = new ArrayList<>();
    enter();
    while (!peek().is(")")) {
      arguments.add(binary(0));
      if (!take(",")) {
        break;
      }
    }
    depth--;
    expect(")");
    return arguments;
  }

  private List<String> labels() throws PromqlException {
    expect("(");
    List<String> labels = new ArrayList<>();
    while (!peek().is(")")) {
      Token label = peek();
      if (label.kind() != Kind.NAME && label.kind() != Kind.TEXT && label.kind() != Kind.OPEN) {
        throw unexpected("a label");
      }
      at++;
      labels.add(label.text());
      if (!take(",")) {
        break;
      }
    }
    expect(")");
    return labels;
  }

  private Expression selector(@Nullable String name, int from) throws PromqlException {
    String metric = name;
    List<LabelMatcher> matchers = new ArrayList<>();
    if (take("{")) {
      while (!peek().is("}")) {
        Token label = peek();
        at++;
        if (label.kind() == Kind.TEXT && (peek().is(",") || peek().is("}"))) {
          metric = label.text(); // the name of a metric may be quoted among the matchers
        } else if (label.kind() != Kind.OPEN) {
          LabelMatcher matcher = matcher(label);
          if (matcher.label().equals("__name__") && matcher.operator().equals("=")) {
            metric = matcher.value();
          } else {
            matchers.add(matcher);
          }
        }
        if (!take(",")) {
          break;
        }
      }
      expect("}");
    }
    return new Selector(metric, matchers, from, last().to());
  }

  private LabelMatcher matcher(Token label) throws PromqlException {
    if (label.kind() != Kind.NAME && label.kind() != Kind.TEXT) {
      at--;
      throw unexpected("a label or '}'");
    }
    Token operator = peek();
    if (!operator.is("=") && !operator.is("!=") && !operator.is("=~") && !operator.is("!~")) {
      throw unexpected("'=', '!=', '=~' or '!~'");
    }
    at++;
    Token value = peek();
    if (value.kind() != Kind.TEXT && value.kind() != Kind.OPEN) {
      throw unexpected("a text in quotes");
    }
    at++;
    boolean open =
        value.kind() == Kind.OPEN || value.text().contains("{{") || value.text().contains("${");
    return new LabelMatcher(
        label.text(), operator.text(), open ? null : value.text(), value.from(), value.to());
  }

  /** What may stand behind a value: a window, an offset, a moment. */
  private Expression modified(Expression of) throws PromqlException {
    Expression expression = of;
    while (true) {
      if (take("[")) {
        expression = window(expression);
      } else if (takeWord("offset")) {
        if (!take("-")) {
          take("+");
        }
        if (duration() == null && last().kind() != Kind.OPEN) {
          throw unexpected("a duration");
        }
      } else if (take("@")) {
        moment();
      } else if (!takeWord("anchored") && !takeWord("smoothed")) {
        return expression;
      }
    }
  }

  private Expression window(Expression of) throws PromqlException {
    Long millis = duration();
    if (take(":") && !peek().is("]")) {
      duration();
    }
    expect("]");
    return new Window(of, millis, of.from(), last().to());
  }

  private @Nullable Long duration() throws PromqlException {
    Token token = peek();
    if (token.kind() == Kind.OPEN) {
      at++;
      return null;
    }
    if (token.kind() != Kind.DURATION && token.kind() != Kind.NUMBER) {
      throw unexpected("a duration such as 5m");
    }
    at++;
    return Math.round(token.value() * 1000);
  }

  private void moment() throws PromqlException {
    if (!take("-")) {
      take("+");
    }
    Token token = peek();
    at++;
    if (token.isWord("start") || token.isWord("end")) {
      expect("(");
      expect(")");
    } else if (token.kind() != Kind.NUMBER && token.kind() != Kind.OPEN) {
      at--;
      throw unexpected("a moment");
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token last() {
    return tokens.get(at - 1);
  }

  private boolean take(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean takeWord(String word) {
    if (peek().isWord(word)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String sign) throws PromqlException {
    if (!take(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  private PromqlException unexpected(String wanted) {
    Token token = peek();
    return new PromqlException(
        token.shown() + " where " + wanted + " must stand", token.from(), token.to());
  }
}
