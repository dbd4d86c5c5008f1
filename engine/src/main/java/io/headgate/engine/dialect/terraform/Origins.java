package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import org.jspecify.annotations.Nullable;

/** Where the texts of an instance come from. */
interface Origins {

  /** Where the characters of a text are written. */
  Positions positions(Scalar text);

  /** The tree that a text of JSON is, or null if it is none. */
  @Nullable Node json(Scalar text);
}
