package io.headgate.engine.dialect.terraform;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers within limits: a hostile exponent must not become gigabytes of zeros. */
final class Numbers {

  private static final int LONGEST = 100;

  private Numbers() {}

  /** A number as written, or null if it is none or too long. */
  static @Nullable BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    try {
      return limited(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The number, or null if it has too many digits. */
  static @Nullable BigDecimal limited(BigDecimal number) {
    return Math.abs((long) number.scale()) > LONGEST || number.precision() > LONGEST
        ? null
        : number;
  }

  /** The result of an operator, or null if there is none. */
  static @Nullable BigDecimal apply(String operator, BigDecimal left, BigDecimal right) {
    try {
      return switch (operator) {
        case "+" -> limited(left.add(right));
        case "-" -> limited(left.subtract(right));
        case "*" -> limited(left.multiply(right));
        case "/" -> limited(left.divide(right, MathContext.DECIMAL128));
        case "%" -> limited(left.remainder(right));
        default -> null;
      };
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** Without exponent and without zeros at the end. */
  static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
