package io.headgate.engine.dialect;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.Fix;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Located;
import java.util.Set;

/** What is said about a key that nobody asked for. */
final class UnknownKey {

  private UnknownKey() {}

  /**
   * Says it.
   *
   * @param what in what it stands, for messages, such as {@code a topic}
   * @param known the keys that are known there
   */
  static void say(Scalar key, String what, Set<String> known, Reading reading) {
    String nearest = Nearest.to(key.text(), known);
    reading.find(
        CoreRules.UNKNOWN_FIELD,
        key.place(),
        key.text(),
        "The key '"
            + shortened(key.text())
            + "' is unknown in "
            + what
            + ", so it would be ignored."
            + (nearest == null ? "" : " Did you mean '" + nearest + "'?"),
        nearest == null ? null : Fix.replace(Located.known("", "", key.place()), nearest).unsafe());
  }

  /** The beginning of a text, for a message. */
  static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }
}
