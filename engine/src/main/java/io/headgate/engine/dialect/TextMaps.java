package io.headgate.engine.dialect;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;

/**
 * Mappings whose values a definition of Kubernetes wants as texts: the API server refuses the whole
 * object for a number or a boolean without quotes.
 */
public final class TextMaps {

  private TextMaps() {}

  /** Reports each value below a key of a spec that YAML takes for a number or a boolean. */
  public static void check(MappingReader spec, String key, Reading reading) {
    if (!(spec.source().get(key) instanceof Mapping map)) {
      return;
    }
    for (Entry entry : map.entries()) {
      if (entry.value() instanceof Scalar value
          && value.style() == Style.PLAIN
          && !value.isTemplated()
          && isNoText(value.text())) {
        reading.unreadable(
            value.place(),
            key + "." + entry.key().text(),
            "'"
                + entry.key().text()
                + "' must be a text, but Kubernetes takes what stands here for a number or a"
                + " boolean and refuses the object; put it in quotes.");
      }
    }
  }

  private static boolean isNoText(String text) {
    return text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("false")
        || (Numbers.toDouble(text) != null && isDigits(text));
  }

  /** Java takes {@code 1f} and {@code 0x1p3} for numbers, too. */
  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
