package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.document.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are written in a plan.
 *
 * @param source the plan
 */
record PlanOrigins(SourceText source) implements Origins {

  @Override
  public Positions positions(Scalar text) {
    return ScalarText.of(text, source);
  }

  @Override
  public @Nullable Node json(Scalar text) {
    return JsonText.read(text.text(), positions(text)).root();
  }
}
