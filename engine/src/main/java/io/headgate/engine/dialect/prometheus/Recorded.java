package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.promql.Expression;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts what recording rules compute in the place of the names that they give it: one level, since a
 * recording rule of a recording rule is rare. What it puts there is placed at the name.
 */
final class Recorded {

  private final Map<String, Expression> rules;

  Recorded(Map<String, Expression> rules) {
    this.rules = rules;
  }

  /** The expression with what is recorded instead of its names. */
  Expression resolved(Expression expression) {
    return rules.isEmpty() ? expression : resolve(expression);
  }

  private Expression resolve(Expression e) {
    if (e instanceof Selector selector) {
      String metric = selector.metric();
      Expression rule = metric == null ? null : rules.get(metric);
      return rule == null ? selector : moved(rule, selector);
    } else if (e instanceof Binary binary) {
      return new Binary(binary.operator(), resolve(binary.left()), resolve(binary.right()));
    } else if (e instanceof Negative negative) {
      return new Negative(resolve(negative.of()), negative.from());
    } else if (e instanceof Window window) {
      return new Window(resolve(window.of()), window.millis(), window.from(), window.to());
    } else if (e instanceof Call call) {
      List<Expression> arguments = new ArrayList<>();
      call.arguments().forEach(argument -> arguments.add(resolve(argument)));
      return new Call(call.function(), arguments, call.from(), call.to());
    } else if (e instanceof Aggregation sum) {
      List<Expression> arguments = new ArrayList<>();
      sum.arguments().forEach(argument -> arguments.add(resolve(argument)));
      return new Aggregation(
          sum.operator(), sum.without(), sum.labels(), arguments, sum.from(), sum.to());
    }
    return e;
  }

  /** The same, as if it stood where a name is used, with the matchers that are used there. */
  private static Expression moved(Expression e, Selector to) {
    int from = to.from();
    int end = to.to();
    if (e instanceof Selector selector) {
      List<LabelMatcher> matchers = new ArrayList<>(to.matchers());
      for (LabelMatcher own : selector.matchers()) {
        matchers.add(new LabelMatcher(own.label(), own.operator(), own.value(), from, end));
      }
      return new Selector(selector.metric(), matchers, from, end);
    } else if (e instanceof Binary binary) {
      return new Binary(binary.operator(), moved(binary.left(), to), moved(binary.right(), to));
    } else if (e instanceof Negative negative) {
      return new Negative(moved(negative.of(), to), from);
    } else if (e instanceof Window window) {
      return new Window(moved(window.of(), to), window.millis(), from, end);
    } else if (e instanceof Call call) {
      List<Expression> arguments = new ArrayList<>();
      call.arguments().forEach(argument -> arguments.add(moved(argument, to)));
      return new Call(call.function(), arguments, from, end);
    } else if (e instanceof Aggregation sum) {
      List<Expression> arguments = new ArrayList<>();
      sum.arguments().forEach(argument -> arguments.add(moved(argument, to)));
      return new Aggregation(sum.operator(), sum.without(), sum.labels(), arguments, from, end);
    } else if (e instanceof Amount amount) {
      return new Amount(amount.value(), from, end);
    } else if (e instanceof Text text) {
      return new Text(text.value(), from, end);
    }
    return new Open(from, end);
  }
}
