package io.headgate.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * One step of a field through an app or a connector.
 *
 * @param from the field that is read; null where a source connector brings it from outside
 * @param to the field that is written; null where a sink connector takes it outside
 * @param through the app or connector
 * @param effect what becomes of the value
 * @param by the name of the function or transform that decides the effect, placed at the expression
 *     or transform; empty for a plain copy
 */
public record Flow(
    @Nullable FieldRef from,
    @Nullable FieldRef to,
    Resource through,
    Effect effect,
    Located<String> by) {

  /** What becomes of a value; of several, the last in this order counts. */
  public enum Effect {
    /** It is the same value, under this or another name or type. */
    COPY,
    /** It is part of the new value, as in a concatenation. */
    DERIVE,
    /** Nobody can tell: the app or transform could not be read, so it may be the same. */
    OPAQUE,
    /** It is hashed without a key: who knows the value finds it again. */
    HASH,
    /** It is counted, averaged or compared: the value itself is gone. */
    AGGREGATE,
    /** It is masked, encrypted or replaced. */
    MASK;

    /** Whether the value, or something that gives it away, is still there. */
    public boolean carries() {
      return compareTo(AGGREGATE) < 0;
    }

    /** The effect as written in reports, such as {@code copy}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
