package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.head;
import static io.headgate.engine.schema.JsonNodes.integer;
import static io.headgate.engine.schema.JsonNodes.isTemplated;
import static io.headgate.engine.schema.JsonNodes.kind;
import static io.headgate.engine.schema.JsonNodes.string;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;

/**
 * The logical type decimal. The library drops a decimal that is wrong and reads the bare bytes;
 * here it is a problem, because nobody means that.
 */
final class AvroDecimals {

  /** The largest array of the JVM, which is the library's limit. */
  static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private AvroDecimals() {}

  /**
   * Says what is wrong with a type if it is a decimal.
   *
   * @param bytes how many bytes it has, or {@code Long.MAX_VALUE} for any number
   */
  static void read(Mapping node, long bytes, SchemaPath path, Problems problems) {
    Node logical = node.get("logicalType");
    if (logical == null || !"decimal".equals(string(logical))) {
      return;
    }
    Node precision = node.get("precision");
    Node scale = node.get("scale");
    Long digits = integer(precision);
    if (precision == null) {
      problems.add(path, logical.place(), "a decimal needs a 'precision': how many digits it has.");
      return;
    }
    if (!isTemplated(precision)) {
      long most = mostDigits(bytes);
      if (digits == null || digits <= 0 || digits > most) {
        problems.add(
            path,
            head(precision),
            "the 'precision' of this decimal is a number from 1 to "
                + most
                + ", not "
                + kind(precision)
                + ".");
        return;
      }
    }
    Long places = integer(scale);
    if (scale != null
        && !isTemplated(scale)
        && (places == null || places < 0 || (digits != null && places > digits))) {
      problems.add(
          path,
          head(scale),
          "the 'scale' of this decimal is a number from 0 to its precision"
              + (digits == null ? "" : " of " + digits)
              + ", not "
              + kind(scale)
              + ".");
    }
  }

  /** How many digits fit for certain into so many bytes, by the specification's formula. */
  private static long mostDigits(long bytes) {
    return bytes > MOST_BYTES
        ? Integer.MAX_VALUE
        : (long) Math.floor(Math.log10(2) * (8 * bytes - 1));
  }
}
