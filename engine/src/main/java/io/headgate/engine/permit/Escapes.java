package io.headgate.engine.permit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of RFC 3986. */
final class Escapes {

  private static final String PLAIN = "-._~/";

  private Escapes() {}

  /** A path as it may stand in a URI. */
  static String of(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return escaped.toString();
  }
}
