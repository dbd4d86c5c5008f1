package io.headgate.engine.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Brackets are gone, and so are {@code offset} and {@code @}: when something is
 * looked at says nothing of what is looked at.
 */
public sealed interface Expression {

  /** The offset of its first character. */
  int from();

  /** The offset behind its last character. */
  int to();

  /** A number, or a duration as so many seconds. */
  record Amount(double value, int from, int to) implements Expression {}

  /** A text. */
  record Text(String value, int from, int to) implements Expression {}

  /** What a template puts here. */
  record Open(int from, int to) implements Expression {}

  /**
   * Time series.
   *
   * @param metric the name; null where matchers or a template say it
   * @param matchers its matchers, none for the name
   */
  record Selector(@Nullable String metric, List<LabelMatcher> matchers, int from, int to)
      implements Expression {

    /** Copies the list. */
    public Selector {
      matchers = List.copyOf(matchers);
    }
  }

  /**
   * A matcher.
   *
   * @param label the label
   * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
   * @param value what it is compared with; null where a template says it
   * @param from the offset of the value, with its quotes
   * @param to the offset behind the value
   */
  record LabelMatcher(String label, String operator, @Nullable String value, int from, int to) {}

  /**
   * All values in a window of time, of a selector or of a subquery.
   *
   * @param of what
   * @param millis the length of the window in milliseconds; null where a template says it
   */
  record Window(Expression of, @Nullable Long millis, int from, int to) implements Expression {}

  /** A function. */
  record Call(String function, List<Expression> arguments, int from, int to) implements Expression {

    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * An aggregation.
   *
   * @param operator such as {@code sum}, in lower case
   * @param without whether the labels are those that it drops, not those that it keeps
   * @param labels the labels of {@code by} or {@code without}; empty where it has neither
   * @param arguments what it aggregates is the last one
   */
  record Aggregation(
      String operator,
      boolean without,
      List<String> labels,
      List<Expression> arguments,
      int from,
      int to)
      implements Expression {

    /** Copies the lists. */
    public Aggregation {
      labels = List.copyOf(labels);
      arguments = List.copyOf(arguments);
    }

    /** Whether series that differ in a label stay apart. */
    public boolean keeps(String label) {
      return without != labels.contains(label);
    }
  }

  /** Two expressions with an operator between them, in lower case. */
  record Binary(String operator, Expression left, Expression right) implements Expression {

    @Override
    public int from() {
      return left.from();
    }

    @Override
    public int to() {
      return right.to();
    }
  }

  /** The negative of an expression. */
  record Negative(Expression of, int from) implements Expression {

    @Override
    public int to() {
      return of.to();
    }
  }
}
