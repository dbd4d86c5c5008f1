package io.headgate.engine.drl.compile;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.headgate.spi.model.Located;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.NullSafeFieldAccessExpr;
import org.drools.mvel.parser.ast.expr.NullSafeMethodCallExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;

/**
 * Inspects expressions: lets in operators, literals, variables and what may be asked of values, and
 * works out their types. Every other kind of node is refused, also those that nobody thought of.
 */
final class Expressions {

  private static final Set<String> OPERATORS = Set.of("matches", "contains", "memberOf", "in");

  private final Accesses accesses;
  private final Refusals refusals;

  Expressions(Accesses accesses, Refusals refusals) {
    this.accesses = accesses;
    this.refusals = refusals;
  }

  /** Inspects a part that must hold; what it makes certain counts for what follows. */
  ValueType condition(Expression expression, Scope scope) {
    return inspect(expression, scope, false);
  }

  /** Inspects a value. */
  ValueType value(Expression expression, Scope scope) {
    return inspect(expression, scope, false);
  }

  private ValueType inspect(Expression node, Scope scope, boolean denied) {
    if (node instanceof EnclosedExpr enclosed) {
      return inspect(enclosed.getInner(), scope, denied);
    } else if (node instanceof StringLiteralExpr) {
      return ValueType.STRING;
    } else if (node instanceof IntegerLiteralExpr
        || node instanceof LongLiteralExpr
        || node instanceof DoubleLiteralExpr) {
      return ValueType.NUMBER;
    } else if (node instanceof BooleanLiteralExpr) {
      return ValueType.BOOLEAN;
    } else if (node instanceof NullLiteralExpr) {
      return ValueType.NULL;
    } else if (node instanceof ThisExpr) {
      ValueType self = scope.self();
      return self != null
          ? self
          : refuse(node, "'this' stands for a fact and is used inside of a pattern only.");
    } else if (node instanceof NameExpr name) {
      return accesses.name(name, scope);
    } else if (node instanceof UnaryExpr unary) {
      return unary(unary, scope, denied);
    } else if (node instanceof BinaryExpr binary) {
      return binary(binary, scope, denied);
    } else if (node instanceof PointFreeExpr operator) {
      return operator(operator, scope, denied);
    } else if (node instanceof HalfBinaryExpr half) {
      value(half.getRight(), scope);
      return ValueType.BOOLEAN;
    } else if (node instanceof FieldAccessExpr field) {
      return accesses.field(field, scope, this);
    } else if (node instanceof MethodCallExpr call) {
      return call(call, scope, denied);
    } else if (node instanceof NullSafeFieldAccessExpr field) {
      ValueType owner = safe(node, field.getScope(), scope, denied);
      return accesses.property(field, field.getName().asString(), owner, scope);
    } else if (node instanceof NullSafeMethodCallExpr call && call.getScope().isPresent()) {
      call.getArguments().forEach(argument -> value(argument, scope));
      ValueType owner = safe(node, call.getScope().get(), scope, denied);
      return accesses.method(
          call, call.getName().asString(), call.getArguments().size(), owner, scope);
    }
    return refuse(
        node,
        "A rule compares and combines what the model says; '"
            + brief(node)
            + "' does something else.");
  }

  private ValueType unary(UnaryExpr node, Scope scope, boolean denied) {
    return switch (node.getOperator()) {
      case LOGICAL_COMPLEMENT -> {
        inspect(node.getExpression(), scope.branch(), !denied);
        yield ValueType.BOOLEAN;
      }
      case MINUS, PLUS -> value(node.getExpression(), scope);
      default -> refuse(node, "A rule changes nothing: '" + brief(node) + "' is not let in.");
    };
  }

  private ValueType binary(BinaryExpr node, Scope scope, boolean denied) {
    Expression left = node.getLeft();
    Expression right = node.getRight();
    switch (node.getOperator()) {
      case AND -> {
        Scope inner = denied ? scope.branch() : scope;
        inspect(left, inner, denied);
        inspect(right, inner, denied);
        return ValueType.BOOLEAN;
      }
      case OR -> {
        inspect(left, scope.branch(), denied);
        inspect(right, scope.branch(), denied);
        return ValueType.BOOLEAN;
      }
      case PLUS -> {
        ValueType one = value(left, scope);
        ValueType other = value(right, scope);
        return one.is(String.class) || other.is(String.class) ? ValueType.STRING : ValueType.NUMBER;
      }
      case MINUS, MULTIPLY, DIVIDE, REMAINDER -> {
        accesses.certain(left, value(left, scope), scope);
        accesses.certain(right, value(right, scope), scope);
        return ValueType.NUMBER;
      }
      case EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> {
        compare(node, scope, denied);
        return ValueType.BOOLEAN;
      }
      default -> {
        return refuse(node, "The operator '" + node.getOperator().asString() + "' is not let in.");
      }
    }
  }

  private void compare(BinaryExpr node, Scope scope, boolean denied) {
    Expression left = node.getLeft();
    Expression right = node.getRight();
    ValueType one = value(left, scope);
    ValueType other = value(right, scope);
    boolean different = node.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
    boolean equal = node.getOperator() == BinaryExpr.Operator.EQUALS;
    if (left instanceof NullLiteralExpr || right instanceof NullLiteralExpr) {
      if (different && !denied) {
        ensure(left instanceof NullLiteralExpr ? right : left, scope);
      }
      return;
    }
    fits(node, one, other);
    if (one.nullable() && other.nullable() && equal) {
      refuse(
          node,
          "'"
              + brief(node)
              + "' also holds when neither is known. Bind one of them to a value that is, as in"
              + " '$n : name.orNull != null'.");
    } else if (different != denied && (one.nullable() || other.nullable())) {
      silent(node, one.nullable() ? left : right, " != null");
    } else if (!different && !denied) {
      ensure(left, scope);
      ensure(right, scope);
    }
  }

  private void fits(BinaryExpr node, ValueType one, ValueType other) {
    boolean mixed =
        (one.is(Number.class) && other.is(String.class))
            || (one.is(String.class) && other.is(Number.class))
            || (one.is(Located.class) != other.is(Located.class)
                && one.raw() != null
                && other.raw() != null);
    if (mixed) {
      refuse(
          node,
          "'"
              + brief(node)
              + "' compares a "
              + one.name()
              + " with a "
              + other.name()
              + "; they are never equal."
              + (one.is(Located.class) || other.is(Located.class)
                  ? " Ask a Located for its value with '.orNull'."
                  : ""));
    }
  }

  private ValueType operator(PointFreeExpr node, Scope scope, boolean denied) {
    String operator = node.getOperator().asString();
    if (!OPERATORS.contains(operator) || node.getArg1() != null) {
      return refuse(
          node,
          "The operator '"
              + operator
              + "' is not let in. There are matches, contains, memberOf and in.");
    }
    ValueType left = value(node.getLeft(), scope);
    node.getRight().forEach(right -> value(right, scope));
    if (operator.equals("matches")
        && node.getRight().size() == 1
        && node.getRight().get(0) instanceof StringLiteralExpr pattern) {
      try {
        Pattern.compile(pattern.asString());
      } catch (PatternSyntaxException e) {
        refuse(
            node,
            "\"" + pattern.asString() + "\" is no regular expression: " + e.getDescription() + ".");
      }
    }
    if (left.nullable()) {
      if (node.isNegated() != denied) {
        silent(node, node.getLeft(), " != null");
      } else if (!denied) {
        ensure(node.getLeft(), scope);
      }
    }
    return ValueType.BOOLEAN;
  }

  private ValueType call(MethodCallExpr node, Scope scope, boolean denied) {
    String name = node.getNameAsString();
    ValueType self = scope.self();
    if (node.getScope().isEmpty() && self != null) {
      node.getArguments().forEach(argument -> value(argument, scope));
      return accesses.method(node, name, node.getArguments().size(), self, scope);
    }
    if (node.getScope().isEmpty()) {
      return refuse(
          node,
          "'"
              + name
              + "' is no function of rules; ask a fact or a variable, as in '$t."
              + name
              + "'.");
    }
    if (node.getTypeArguments().isPresent()) {
      return refuse(node, "Type arguments are not let in.");
    }
    node.getArguments().forEach(argument -> value(argument, scope));
    Expression owner = node.getScope().get();
    if (owner instanceof NameExpr global && global.getNameAsString().equals("settings")) {
      return accesses.setting(node);
    }
    ValueType type = value(owner, scope);
    ValueType result = accesses.method(node, name, node.getArguments().size(), type, scope);
    boolean known = scope.isCertain(Texts.of(owner) + ".orNull");
    if (type.is(Located.class) && name.equals("is") && denied && !known) {
      silent(node, owner, ".known");
    }
    if (type.is(Located.class) && name.equals("isKnown") && !denied) {
      ensureKnown(owner, scope);
    }
    return result;
  }

  /** What a field access to {@code known} makes certain; called by {@link Accesses}. */
  void ensureKnown(Expression owner, Scope scope) {
    if (!Texts.refersToOthers(owner, scope)) {
      scope.ensure(Texts.of(owner) + ".orNull");
    }
  }

  private static void ensure(Expression expression, Scope scope) {
    if (!Texts.refersToOthers(expression, scope) || expression instanceof NameExpr) {
      scope.ensure(Texts.of(expression));
    }
  }

  private ValueType safe(Node node, Expression owner, Scope scope, boolean denied) {
    ValueType type = value(owner, scope);
    if (scope.self() == null) {
      refuse(node, "'!.' is used inside of patterns only.");
    } else if (denied) {
      refuse(
          node,
          "'!.' is not evaluated under a '!'. Say first that the value is there, as in"
              + " 'name.orNull != null, !name.orNull.startsWith(\"x\")'.");
    } else {
      ensure(owner, scope);
    }
    return type;
  }

  private void silent(Node node, Expression unknown, String certain) {
    String text = brief(unknown);
    refuse(
        node,
        "'"
            + brief(node)
            + "' also holds when '"
            + text
            + "' is not known. Say first that it is: '"
            + text
            + certain
            + ", ...'.");
  }

  private ValueType refuse(Node node, String message) {
    refusals.at(node, message);
    return ValueType.UNKNOWN;
  }

  static String brief(Node node) {
    String text = Texts.of(node).replace('\n', ' ');
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
