package io.headgate.engine.document.hcl;

import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Binary;
import io.headgate.engine.document.hcl.Expression.Braces;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.engine.document.hcl.Expression.Conditional;
import io.headgate.engine.document.hcl.Expression.For;
import io.headgate.engine.document.hcl.Expression.Interpolation;
import io.headgate.engine.document.hcl.Expression.Literal;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Text;
import io.headgate.engine.document.hcl.Expression.Tuple;
import io.headgate.engine.document.hcl.Expression.Unary;
import io.headgate.engine.document.hcl.Expression.Variable;
import java.util.stream.Collectors;

/** Writes an expression with all of its parentheses. */
final class Written {

  private Written() {}

  static String of(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal.text();
    }
    if (expression instanceof Template template) {
      return template.parts().stream()
          .map(Written::part)
          .collect(Collectors.joining("", "\"", "\""));
    }
    if (expression instanceof Tuple tuple) {
      return tuple.items().stream().map(Written::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (expression instanceof Braces braces) {
      return braces.items().stream()
          .map(item -> of(item.key()) + " = " + of(item.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (expression instanceof Variable variable) {
      return variable.name();
    }
    if (expression instanceof Access access) {
      return of(access.on())
          + access.steps().stream().map(Written::step).collect(Collectors.joining());
    }
    if (expression instanceof Call call) {
      return call.arguments().stream()
          .map(Written::of)
          .collect(Collectors.joining(", ", call.name() + "(", call.expand() ? "...)" : ")"));
    }
    if (expression instanceof For loop) {
      return loop(loop);
    }
    if (expression instanceof Conditional choice) {
      return "("
          + of(choice.condition())
          + " ? "
          + of(choice.yes())
          + " : "
          + of(choice.no())
          + ")";
    }
    if (expression instanceof Unary unary) {
      return unary.operator() + of(unary.operand());
    }
    Binary binary = (Binary) expression;
    return "(" + of(binary.left()) + " " + binary.operator() + " " + of(binary.right()) + ")";
  }

  private static String loop(For loop) {
    return (loop.key() == null ? "[" : "{")
        + "for "
        + (loop.keyName() == null ? "" : loop.keyName() + ", ")
        + loop.valueName()
        + " in "
        + of(loop.collection())
        + " : "
        + (loop.key() == null ? "" : of(loop.key()) + " => ")
        + of(loop.value())
        + (loop.grouped() ? "..." : "")
        + (loop.condition() == null ? "" : " if " + of(loop.condition()))
        + (loop.key() == null ? "]" : "}");
  }

  private static String part(Expression.Part part) {
    if (part instanceof Text text) {
      return text.text().replace('\n', '⏎');
    }
    return part instanceof Interpolation inner ? "${" + of(inner.value()) + "}" : "%{}";
  }

  private static String step(Expression.Step step) {
    if (step instanceof Expression.Attribute attribute) {
      return "." + attribute.name();
    }
    return step instanceof Expression.Index index
        ? "[" + of(index.key()) + "]"
        : ((Expression.Splat) step).full() ? "[*]" : ".*";
  }
}
