package io.headgate.engine.drl.compile;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/** Expressions as text. */
final class Texts {

  private Texts() {}

  /** The same for a property and for the call of its method. */
  static String of(Node node) {
    String text = PrintUtil.printNode(node);
    return text.replace("()", "").replace("!.", ".").replace(".isKnown", ".known");
  }

  /** The word by which an expression is found in its text. */
  static String anchor(Node node) {
    if (node instanceof NodeWithSimpleName<?> named) {
      return named.getNameAsString();
    }
    if (node instanceof PointFreeExpr operator) {
      return anchor(operator.getLeft());
    }
    if (node instanceof BinaryExpr binary) {
      return anchor(binary.getLeft());
    }
    return node.findFirst(NameExpr.class).map(NameExpr::getNameAsString).orElse("");
  }

  /** Whether a variable's whole name stands in the text of an expression. */
  static boolean mentions(String expression, String variable) {
    for (int at = expression.indexOf(variable);
        at >= 0;
        at = expression.indexOf(variable, at + 1)) {
      int end = at + variable.length();
      if (end == expression.length() || !Character.isJavaIdentifierPart(expression.charAt(end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it refers to a variable of another pattern. */
  static boolean refersToOthers(Expression expression, Scope scope) {
    return expression.findAll(NameExpr.class).stream()
        .anyMatch(name -> scope.isForeign(name.getNameAsString()));
  }
}
