package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * What the value of an expression is made of. Conditions say something about values, and are none.
 */
final class Values {

  /** From the parser's name to the name in the statement. */
  @FunctionalInterface
  interface Names {
    @Nullable Name of(@Nullable String number);
  }

  /** What a query inside an expression results in. */
  @FunctionalInterface
  interface Queries {
    Shape of(Select query) throws Unreadable;
  }

  private final Scope scope;
  private final Names names;
  private final Queries queries;

  Values(Scope scope, Names names, Queries queries) {
    this.scope = scope;
    this.names = names;
    this.queries = queries;
  }

  Shape of(@Nullable Expression expression) throws Unreadable {
    if (expression instanceof Column column) {
      Name name = names.of(column.getColumnName());
      return name == null || name.star() ? Shape.NOTHING : scope.column(name);
    }
    if (expression instanceof Function function) {
      return call(function);
    }
    if (expression instanceof CaseExpression choice) {
      Shape all = of(choice.getElseExpression());
      for (WhenClause when : choice.getWhenClauses()) {
        all = all.and(of(when.getThenExpression()));
      }
      return all;
    }
    if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      return of(list.get(0));
    }
    if (expression instanceof ExpressionList<?> list) {
      Shape all = Shape.NOTHING;
      for (Expression part : list) {
        all = all.and(of(part));
      }
      return derived(all, "");
    }
    if (expression instanceof SignedExpression signed) {
      return of(signed.getExpression());
    }
    if (expression instanceof Select query) {
      return derived(queries.of(query).side(Side.VALUE), "");
    }
    if (expression instanceof BinaryExpression binary) {
      return isCondition(binary) ? Shape.NOTHING : binary(binary);
    }
    return Shape.NOTHING; // constants, NOT, IN, BETWEEN, IS NULL, EXISTS
  }

  private static boolean isCondition(BinaryExpression binary) {
    return binary instanceof ComparisonOperator
        || binary instanceof AndExpression
        || binary instanceof OrExpression
        || binary instanceof LikeExpression;
  }

  /** Long chains of operators lean to the left: those are walked, not descended. */
  private Shape binary(BinaryExpression binary) throws Unreadable {
    List<Mapping> all = new ArrayList<>();
    Expression left = binary;
    while (left instanceof BinaryExpression chain && !isCondition(chain)) {
      all.addAll(of(chain.getRightExpression()).mappings());
      left = chain.getLeftExpression();
    }
    all.addAll(of(left).mappings());
    return derived(new Shape(all), "");
  }

  private Shape call(Function function) throws Unreadable {
    Name name = names.of(function.getName());
    String text = name == null ? "" : name.last();
    Effect effect = Effects.of(text);
    boolean struct = text.equalsIgnoreCase("STRUCT") || text.equalsIgnoreCase("ROW");
    Shape all = Shape.NOTHING;
    List<?> arguments = function.getParameters();
    for (int i = 0; arguments != null && i < arguments.size(); i++) {
      if (Effects.isValue(text, i)) {
        Shape own = of((Expression) arguments.get(i));
        boolean named = struct && name != null && i < name.keys().size();
        all = all.and(named && name != null ? own.below(Side.VALUE, name.keys().get(i)) : own);
      }
    }
    if (struct && name != null && !name.keys().isEmpty()) {
      return all;
    }
    String by = text.toUpperCase(Locale.ROOT);
    return effect == Effect.COPY
        ? all
        : effect == Effect.DERIVE ? derived(all, by) : with(all, effect, by);
  }

  private static Shape derived(Shape shape, String by) {
    return with(shape, Effect.DERIVE, by);
  }

  private static Shape with(Shape shape, Effect effect, String by) {
    List<Mapping> mappings = new ArrayList<>(shape.mappings().size());
    for (Mapping mapping : shape.mappings()) {
      // What lies inside goes into the one value that comes out.
      mappings.add(mapping.at(mapping.side(), "").with(effect, by, mapping.place()));
    }
    return new Shape(mappings);
  }

  /** What a column without a name is called here. */
  String name(Expression expression, int number) {
    Name name = expression instanceof Function function ? names.of(function.getName()) : null;
    return name == null ? "expression" + (number + 1) : name.last().toLowerCase(Locale.ROOT);
  }
}
