package io.headgate.engine.drl.compile;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.jspecify.annotations.Nullable;

/** Parses the texts inside of patterns as Drools will, and has them inspected. */
final class Constraints {

  private final Source source;
  private final String rule;
  private final Mistakes mistakes;
  private final Accesses accesses;
  private final Expressions expressions;
  private Place place = new Place(1, 1, "");

  /** Where the text begins that is being inspected; no text where Drools does not tell. */
  private record Place(int line, int column, String text) {}

  Constraints(Source source, String rule, ModelTypes types, Mistakes mistakes) {
    this.source = source;
    this.rule = rule;
    this.mistakes = mistakes;
    accesses = new Accesses(types, this::refuseNode);
    expressions = new Expressions(accesses, this::refuseNode);
  }

  Accesses accesses() {
    return accesses;
  }

  Expressions expressions() {
    return expressions;
  }

  /** Inspects what a pattern demands. */
  void all(PatternDescr pattern, Scope scope) {
    for (BaseDescr descr : pattern.getDescrs()) {
      if (descr instanceof ExprConstraintDescr constraint
          && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
        constraint(constraint, scope);
      } else {
        refuse(pattern, "Name the property that is compared, as in 'Topic(name.orNull == $n)'.");
      }
    }
  }

  private void constraint(ExprConstraintDescr constraint, Scope scope) {
    place = new Place(constraint.getLine(), constraint.getColumn() + 1, constraint.getExpression());
    DrlxExpression parsed = parse(constraint.getExpression());
    if (parsed == null) {
      return;
    }
    if (parsed.getBind() == null) {
      ValueType type = expressions.condition(parsed.getExpr(), scope);
      if (type.raw() != null && type.raw() != boolean.class && type.raw() != Boolean.class) {
        refuseNode(
            parsed.getExpr(),
            "'"
                + Expressions.brief(parsed.getExpr())
                + "' is no condition but a "
                + type.name()
                + "; compare it with something.");
      }
      return;
    }
    // The variable is bound to what is compared, and the comparison must hold.
    Expression bound = parsed.getExpr();
    if (bound instanceof BinaryExpr || bound instanceof PointFreeExpr) {
      expressions.condition(bound, scope);
      bound = compared(bound);
    }
    ValueType type = bound == null ? ValueType.UNKNOWN : expressions.value(bound, scope);
    bind(constraint, parsed.getBind().asString(), type, scope);
  }

  private static @Nullable Expression compared(Expression comparison) {
    if (comparison instanceof PointFreeExpr operator) {
      return operator.getLeft();
    }
    return comparison instanceof BinaryExpr binary
            && List.of(
                    BinaryExpr.Operator.EQUALS,
                    BinaryExpr.Operator.NOT_EQUALS,
                    BinaryExpr.Operator.LESS,
                    BinaryExpr.Operator.LESS_EQUALS,
                    BinaryExpr.Operator.GREATER,
                    BinaryExpr.Operator.GREATER_EQUALS)
                .contains(binary.getOperator())
        ? binary.getLeft()
        : null;
  }

  /** Inspects a value that a pattern uses, at the place of the pattern. */
  ValueType value(BaseDescr pattern, String text, Scope scope) {
    place = new Place(pattern.getLine(), pattern.getColumn() + 1, "");
    DrlxExpression parsed = parse(text);
    if (parsed == null) {
      return ValueType.UNKNOWN;
    }
    if (parsed.getBind() != null) {
      refuse(pattern, "A variable is bound inside of a pattern only.");
    }
    return expressions.value(parsed.getExpr(), scope);
  }

  void bind(BaseDescr descr, String name, ValueType type, Scope scope) {
    if (!name.startsWith("$")) {
      refuse(descr, "The name of a variable begins with '$': '$" + name + "'.");
      scope.bind("$" + name, type);
    } else if (scope.variable(name) != null) {
      refuse(descr, "The variable '" + name + "' is bound twice; give one of them another name.");
    } else {
      scope.bind(name, type);
    }
  }

  private @Nullable DrlxExpression parse(String text) {
    try {
      return DrlxParseUtil.parseExpression(text);
    } catch (RuntimeException | Error e) {
      // The parser throws errors too: TokenMgrError and its kin.
      if (e instanceof VirtualMachineError broken && !(e instanceof StackOverflowError)) {
        throw broken;
      }
      refuseAt(
          place.line(),
          place.column(),
          "'"
              + (text.length() > 60 ? text.substring(0, 57) + "..." : text)
              + "' is no condition that can be read.");
      return null;
    }
  }

  /** Drools' parser of conditions gives no places: the word at fault is looked for in the text. */
  private void refuseNode(Node node, String message) {
    int line = place.line();
    int column = place.column();
    String word = Texts.anchor(node);
    for (Tokens.Token token : Tokens.of(place.text())) {
      if (token.is(word)) {
        Source text = new Source("", place.text());
        int lines = text.line(token.start()) - 1;
        line += lines;
        column = text.column(token.start()) + (lines == 0 ? column - 1 : 0);
        break;
      }
    }
    refuseAt(line, column, message);
  }

  void refuse(BaseDescr descr, String message) {
    if (descr.getLine() > 0) {
      refuseAt(descr.getLine(), descr.getColumn() + 1, message);
    } else {
      refuseAt(place.line(), place.column(), message);
    }
  }

  private void refuseAt(int line, int column, String message) {
    mistakes.add(new Mistake(source.file(), line, column, rule, message));
  }
}
