package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.promql.Expression;
import io.headgate.engine.promql.Expression.Aggregation;
import io.headgate.engine.promql.Expression.Amount;
import io.headgate.engine.promql.Expression.Binary;
import io.headgate.engine.promql.Expression.Call;
import io.headgate.engine.promql.Expression.Negative;
import io.headgate.engine.promql.Expression.Selector;
import io.headgate.engine.promql.Expression.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of an expression: what it compares with what. Of conditions joined by {@code and}
 * or {@code unless} the first is the one that is watched, the others only say when; those joined by
 * {@code or} are several.
 */
final class Conditions {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final List<Condition> found = new ArrayList<>();

  private Conditions() {}

  /**
   * A condition.
   *
   * @param subject what is compared
   * @param operator the comparison, with the subject on its left; empty if there is none
   * @param limit what it is compared with; null if there is none
   * @param value the limit as a number; null if it is none
   */
  record Condition(
      Expression subject, String operator, @Nullable Expression limit, @Nullable Double value) {

    /** Whether it holds when the subject is small. */
    boolean isLower() {
      Double number = value;
      return operator.startsWith("<") || (operator.equals("==") && number != null && number == 0);
    }
  }

  /** The conditions about Kafka. */
  static List<Condition> of(Expression expression) {
    Conditions conditions = new Conditions();
    conditions.find(expression);
    return conditions.found;
  }

  private void find(Expression e) {
    if (e instanceof Binary binary) {
      find(binary);
      return;
    }
    Binary inner = comparisonIn(e);
    if (inner != null) {
      find(inner);
    } else {
      add(new Condition(e, "", null, null));
    }
  }

  private void find(Binary binary) {
    switch (binary.operator()) {
      case "or" -> {
        find(binary.left());
        find(binary.right());
      }
      case "and", "unless" -> {
        int before = found.size();
        find(binary.left());
        if (found.size() == before && binary.operator().equals("and")) {
          find(binary.right());
        }
      }
      default -> {
        Binary inner = comparisonIn(binary.left());
        if (inner == null) {
          inner = comparisonIn(binary.right());
        }
        if (inner != null) {
          find(inner);
        } else if (COMPARISONS.contains(binary.operator())) {
          add(compared(binary));
        } else {
          add(new Condition(binary, "", null, null));
        }
      }
    }
  }

  private void add(Condition condition) {
    if (isAboutKafka(condition.subject())) {
      found.add(condition);
    }
  }

  private static boolean isAboutKafka(Expression e) {
    for (Subject subject : Subject.in(e)) {
      if (Watched.isAboutKafka(subject.selector())) {
        return true;
      }
    }
    return false;
  }

  private static Condition compared(Binary binary) {
    Double right = number(binary.right());
    Double left = number(binary.left());
    boolean turned =
        (right == null && left != null)
            || (right == null && !isAboutKafka(binary.left()) && isAboutKafka(binary.right()));
    return turned
        ? new Condition(binary.right(), turned(binary.operator()), binary.left(), left)
        : new Condition(binary.left(), binary.operator(), binary.right(), right);
  }

  private static String turned(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /** The first comparison within an expression that is none itself; null if there is none. */
  private static @Nullable Binary comparisonIn(Expression e) {
    if (e instanceof Binary binary) {
      boolean arithmetic =
          !COMPARISONS.contains(binary.operator())
              && !binary.operator().equals("or")
              && !binary.operator().equals("and")
              && !binary.operator().equals("unless");
      if (!arithmetic) {
        return binary;
      }
      Binary left = comparisonIn(binary.left());
      return left != null ? left : comparisonIn(binary.right());
    }
    if (e instanceof Window window) {
      return comparisonIn(window.of());
    }
    if (e instanceof Negative negative) {
      return comparisonIn(negative.of());
    }
    List<Expression> parts =
        e instanceof Call call
            ? call.arguments()
            : e instanceof Aggregation aggregation ? aggregation.arguments() : List.of();
    for (Expression part : parts) {
      Binary inner = comparisonIn(part);
      if (inner != null && isAboutKafka(inner)) {
        return inner;
      }
    }
    return null;
  }

  /** What an expression of numbers alone is; null for any other. */
  private static @Nullable Double number(Expression e) {
    if (e instanceof Amount amount) {
      return amount.value();
    }
    if (e instanceof Negative negative) {
      Double of = number(negative.of());
      return of == null ? null : -of;
    }
    if (e instanceof Call call && call.arguments().size() == 1) {
      boolean same = call.function().equals("vector") || call.function().equals("scalar");
      return same ? number(call.arguments().get(0)) : null;
    }
    if (!(e instanceof Binary binary)) {
      return null;
    }
    Double left = number(binary.left());
    Double right = left == null ? null : number(binary.right());
    if (left == null || right == null) {
      return null;
    }
    return switch (binary.operator()) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "%" -> left % right;
      case "^" -> Math.pow(left, right);
      default -> null;
    };
  }

  /** Whether a selector stands anywhere in an expression that is about Kafka by its metric. */
  static boolean hasKafkaMetric(Expression e) {
    for (Subject subject : Subject.in(e)) {
      Selector selector = subject.selector();
      if (selector.metric() != null && KafkaMetrics.isKafka(selector.metric())) {
        return true;
      }
    }
    return false;
  }
}
