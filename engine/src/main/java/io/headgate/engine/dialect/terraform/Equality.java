package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether two values are equal. */
final class Equality {

  private Equality() {}

  /** Null where that is not sure, which of lists and objects it never is. */
  static @Nullable Boolean of(Value left, Value right) {
    if (!left.isKnown() || !right.isKnown()) {
      return null;
    }
    if (left.is(Kind.NULL) || right.is(Kind.NULL)) {
      return left.is(Kind.NULL) && right.is(Kind.NULL);
    }
    if (left.kind() != right.kind() || left.is(Kind.LIST) || left.is(Kind.OBJECT)) {
      // A variable of type number that is given a text holds a number.
      return null;
    }
    if (left.is(Kind.NUMBER)) {
      BigDecimal one = left.number();
      BigDecimal other = right.number();
      return one != null && other != null && one.compareTo(other) == 0;
    }
    String text = left.text();
    return text != null && text.equals(right.text());
  }
}
