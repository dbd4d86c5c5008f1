package io.headgate.engine.drl.compile;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.headgate.engine.drl.Names;
import io.headgate.spi.Related;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;

/** Inspects what stands between {@code then} and {@code end}: calls that report, and no more. */
final class Consequences {

  private final Source source;
  private final String rule;
  private final int start;
  private final Mistakes mistakes;
  private final Accesses accesses;
  private final Expressions expressions;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * @param start the character behind {@code then}
   */
  Consequences(Source source, String rule, int start, ModelTypes types, Mistakes mistakes) {
    this.source = source;
    this.rule = rule;
    this.start = start;
    this.mistakes = mistakes;
    accesses = new Accesses(types, this::refuse);
    expressions = new Expressions(accesses, this::refuse);
  }

  Accesses accesses() {
    return accesses;
  }

  private static String said(String message) {
    String first = message.lines().findFirst().orElse("");
    // The parser sees a block around the text, and lists all operators that could go on.
    return first.contains("\";\"") ? "a ';' is missing ahead of this." : first + ".";
  }

  /** Inspects the text up to {@code end}; gives what must be changed for Java to take it. */
  List<Edit> inspect(String text, Scope scope) {
    BlockStmt block;
    try {
      block = DrlxParseUtil.parseBlock(text);
    } catch (ParseProblemException e) {
      mistakes.add(
          source,
          e.getProblems()
              .get(0)
              .getLocation()
              .flatMap(TokenRange::toRange)
              .map(this::offset)
              .orElse(start),
          rule,
          "What follows 'then' cannot be read: " + said(e.getProblems().get(0).getMessage()));
      return List.of();
    }
    if (block.getStatements().isEmpty()) {
      mistakes.add(
          source,
          start,
          rule,
          "The rule reports nothing; call findings.add($t, $t.name, \"...\").");
    }
    for (Statement statement : block.getStatements()) {
      statement(statement, scope);
    }
    for (Accesses.Use use : accesses.uses()) {
      if (use.node() instanceof FieldAccessExpr field && field.getName().getRange().isPresent()) {
        int from = offset(field.getName().getRange().get());
        edits.add(new Edit(from, field.getNameAsString().length(), use.method().getName() + "()"));
      }
    }
    return edits;
  }

  private void statement(Statement statement, Scope scope) {
    if (statement instanceof ExpressionStmt expression
        && expression.getExpression() instanceof MethodCallExpr call
        && call.getNameAsString().equals("add")
        && call.getTypeArguments().isEmpty()
        && call.getScope().isPresent()
        && call.getScope().get() instanceof NameExpr global
        && global.getNameAsString().equals(Names.FINDINGS)) {
      report(call, scope);
    } else {
      refuse(
          statement,
          "A rule only reports: what follows 'then' are calls of findings.add, not '"
              + Expressions.brief(statement)
              + "'.");
    }
  }

  private void report(MethodCallExpr call, Scope scope) {
    NodeList<Expression> arguments = call.getArguments();
    if (arguments.size() < 3) {
      refuse(
          call,
          "findings.add takes the resource at fault, the attribute to point at, and a message, as in"
              + " findings.add($t, $t.name, \"...\").");
      return;
    }
    argument(
        arguments.get(0), Resource.class, "the resource at fault, such as a bound Topic", scope);
    argument(arguments.get(1), Located.class, "the attribute to point at, such as $t.name", scope);
    argument(arguments.get(2), String.class, "the message, a text", scope);
    for (Expression related : arguments.subList(3, arguments.size())) {
      related(related, scope);
    }
  }

  private void argument(Expression argument, Class<?> wanted, String what, Scope scope) {
    ValueType type = expressions.value(argument, scope);
    if (!type.canBe(wanted) || type.equals(ValueType.NULL)) {
      refuse(
          argument,
          "'"
              + Expressions.brief(argument)
              + "' is a "
              + type.name()
              + "; here findings.add takes "
              + what
              + ".");
    }
  }

  private void related(Expression related, Scope scope) {
    if (related instanceof ObjectCreationExpr creation
        && creation.getType().asString().equals(Related.class.getSimpleName())
        && creation.getScope().isEmpty()
        && creation.getAnonymousClassBody().isEmpty()
        && creation.getArguments().size() == 2) {
      argument(creation.getArgument(0), Place.class, "a place, such as $s.subject.place", scope);
      argument(creation.getArgument(1), String.class, "a text", scope);
    } else {
      refuse(
          related,
          "After the message come further places, as in new Related($s.subject.place, \"...\").");
    }
  }

  /** The parser was given the text on a line of its own, behind a brace. */
  private int offset(Range range) {
    int from = start;
    for (int left = range.begin.line - 2; left > 0; left--) {
      from = source.text().indexOf('\n', from) + 1;
    }
    return from + range.begin.column - 1;
  }

  private void refuse(Node node, String message) {
    Node at = node instanceof NodeWithSimpleName<?> named ? named.getName() : node;
    mistakes.add(source, at.getRange().map(this::offset).orElse(start), rule, message);
  }
}
