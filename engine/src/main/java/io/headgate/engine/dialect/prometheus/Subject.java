package io.headgate.engine.dialect.prometheus;

import io.headgate.engine.promql.Expression;
import io.headgate.engine.promql.Expression.Aggregation;
import io.headgate.engine.promql.Expression.Binary;
import io.headgate.engine.promql.Expression.Call;
import io.headgate.engine.promql.Expression.Negative;
import io.headgate.engine.promql.Expression.Selector;
import io.headgate.engine.promql.Expression.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A selector in the side of a comparison that is compared, and what is done to it there.
 *
 * @param selector the selector
 * @param functions the functions around it, the outer ones first
 * @param aggregations the aggregations around it
 * @param window the window of time that it or what is made of it is looked at; null if it is none
 * @param computed whether something else is computed from it: a ratio, a product
 */
record Subject(
    Selector selector,
    List<String> functions,
    List<Aggregation> aggregations,
    @Nullable Window window,
    boolean computed) {

  /** The subjects in an expression, in the order of the text. */
  static List<Subject> in(Expression expression) {
    List<Subject> found = new ArrayList<>();
    new Search(found).go(expression, false);
    return found;
  }

  boolean isIn(String function) {
    return functions.contains(function);
  }

  /** Whether an aggregation throws series together that differ in one of some labels. */
  boolean isThrownTogether(List<String> labels) {
    for (Aggregation aggregation : aggregations) {
      boolean picks =
          aggregation.operator().equals("min")
              || aggregation.operator().equals("topk")
              || aggregation.operator().equals("bottomk");
      if (!picks && labels.stream().noneMatch(aggregation::keeps)) {
        return true;
      }
    }
    return false;
  }

  /** A walk through an expression, with what is around each of its parts. */
  private static final class Search {
    private final List<Subject> found;
    private final Deque<String> functions = new ArrayDeque<>();
    private final Deque<Aggregation> aggregations = new ArrayDeque<>();
    private final Deque<Window> windows = new ArrayDeque<>();

    Search(List<Subject> found) {
      this.found = found;
    }

    void go(Expression e, boolean computed) {
      if (e instanceof Selector selector) {
        found.add(
            new Subject(
                selector,
                List.copyOf(functions),
                List.copyOf(aggregations),
                windows.peekLast(),
                computed));
      } else if (e instanceof Window window) {
        windows.addLast(window);
        go(window.of(), computed);
        windows.removeLast();
      } else if (e instanceof Call call) {
        functions.addLast(call.function().toLowerCase(Locale.ROOT));
        call.arguments().forEach(argument -> go(argument, computed));
        functions.removeLast();
      } else if (e instanceof Aggregation aggregation) {
        aggregations.addLast(aggregation);
        go(
            aggregation.arguments().get(aggregation.arguments().size() - 1),
            computed || aggregation.operator().startsWith("count"));
        aggregations.removeLast();
      } else if (e instanceof Binary binary) {
        go(binary.left(), true);
        go(binary.right(), true);
      } else if (e instanceof Negative negative) {
        go(negative.of(), true);
      }
    }
  }
}
