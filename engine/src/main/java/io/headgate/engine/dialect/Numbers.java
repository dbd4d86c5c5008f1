package io.headgate.engine.dialect;

import org.jspecify.annotations.Nullable;

/** Numbers as the tools write them; null where a text is none. */
final class Numbers {

  private Numbers() {}

  static @Nullable Integer toInteger(String text) {
    Long value = toLong(text);
    return value == null || value != value.intValue() ? null : Integer.valueOf(value.intValue());
  }

  static @Nullable Long toLong(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static @Nullable Double toDouble(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Double.valueOf(value) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
