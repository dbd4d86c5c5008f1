package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Access;
import io.headgate.engine.document.hcl.Expression.Attribute;
import io.headgate.engine.document.hcl.Expression.Index;
import io.headgate.engine.document.hcl.Expression.Literal;
import io.headgate.engine.document.hcl.Expression.Step;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Variable;
import org.jspecify.annotations.Nullable;

/** What to call a value that is not known: two values of one name are the same. */
final class Names {

  private Names() {}

  /** The path that an expression writes, from its module on; null where it is no plain path. */
  static @Nullable String of(Expression expression, Scope scope) {
    if (!(expression instanceof Access access)
        || !(access.on() instanceof Variable first)
        || scope.get(first.name()) != null) {
      return null;
    }
    StringBuilder name = new StringBuilder(scope.module().address()).append(first.name());
    for (Step step : access.steps()) {
      if (step instanceof Attribute attribute) {
        name.append('.').append(attribute.name());
      } else if (step instanceof Index index) {
        String key =
            index.key() instanceof Literal literal
                ? literal.text()
                : index.key() instanceof Template template && template.plain() != null
                    ? "\"" + template.plain() + "\""
                    : null;
        if (key == null) {
          return null;
        }
        name.append('[').append(key).append(']');
      } else {
        return null;
      }
    }
    return name.toString();
  }
}
