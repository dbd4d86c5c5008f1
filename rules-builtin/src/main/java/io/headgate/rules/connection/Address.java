package io.headgate.rules.connection;

import org.jspecify.annotations.Nullable;

/** The addresses in a value such as {@code http://a:8083,http://b:8083}. */
final class Address {

  private Address() {}

  /** The first address of a scheme that leaves the machine; null if there is none. */
  static @Nullable String first(String value, String scheme) {
    for (String element : value.split(",", -1)) {
      String address = element.strip();
      if (address.regionMatches(true, 0, scheme, 0, scheme.length())
          && address.startsWith("://", scheme.length())
          && !isLoopback(host(address, scheme.length() + 3))) {
        return address;
      }
    }
    return null;
  }

  /** The host alone, so that a message never has what may stand ahead of it or behind. */
  static String host(String address, int from) {
    int end = from;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    int at = address.lastIndexOf('@', end);
    return address.substring(at >= from ? at + 1 : from, end);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.startsWith("localhost:")
        || host.startsWith("127.")
        || host.startsWith("[::1]");
  }
}
