package io.headgate.delivery.watch;

/** Addresses of repositories, as they may be shown to anybody. */
final class Addresses {

  private static final String SCHEME_END = "://";

  private Addresses() {}

  /** An address without user, password, query and fragment. */
  static String shown(String address) {
    int scheme = address.indexOf(SCHEME_END);
    if (scheme < 0) {
      return address;
    }
    int host = scheme + SCHEME_END.length();
    int end = address.length();
    for (int i = host; i < end; i++) {
      char c = address.charAt(i);
      if (c == '?' || c == '#') {
        end = i;
      }
    }
    int path = address.indexOf('/', host);
    int at = address.lastIndexOf('@', path < 0 || path > end ? end : path);
    return address.substring(0, host) + address.substring(at < host ? host : at + 1, end);
  }

  /** A text of git without what an address has and must not be shown. */
  static String without(String text, String address) {
    String said = text.replace(address, shown(address));
    int scheme = address.indexOf(SCHEME_END);
    if (scheme < 0) {
      return said;
    }
    int at = address.lastIndexOf('@');
    if (at > scheme) {
      String user = address.substring(scheme + SCHEME_END.length(), at);
      said = hidden(hidden(said, user), user.substring(user.indexOf(':') + 1));
    }
    int query = address.indexOf('?', scheme);
    return query < 0 ? said : hidden(said, address.substring(query + 1));
  }

  private static String hidden(String text, String secret) {
    return secret.isEmpty() ? text : text.replace(secret, "***");
  }
}
