package io.headgate.engine.report.sarif;

import java.nio.charset.StandardCharsets;

/** Paths as URI references (RFC 3986). */
final class UriReferences {

  private static final String UNRESERVED = "-._~/";
  private static final String HEX = "0123456789ABCDEF";

  private UriReferences() {}

  /**
   * The reference of a path: relative for a relative path, a {@code file} URI for an absolute one.
   * All but unreserved characters is encoded, so that neither a blank nor a colon, a percent sign
   * or a hash in a name changes its meaning.
   *
   * @param path with forward slashes
   */
  static String toUriReference(String path) {
    StringBuilder uri = new StringBuilder();
    if (isAbsolute(path)) {
      uri.append("file://").append(path.startsWith("/") ? "" : "/");
    }
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return uri.toString();
  }

  /** Whether a path has a place of its own, such as a file that was named outside the root. */
  static boolean isAbsolute(String path) {
    return path.startsWith("/") || (path.length() > 2 && path.startsWith(":/", 1));
  }
}
