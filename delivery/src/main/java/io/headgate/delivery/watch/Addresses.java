package io.headgate.delivery.watch;

/** Addresses of repositories, as they may be shown to anybody. */
final class Addresses {

  private static final String SCHEME_END = "://";

  private static final int SHORTEST_TOKEN = 12;

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
    int path = address.indexOf('/', scheme + SCHEME_END.length());
    int at = address.lastIndexOf('@', path < 0 ? address.length() : path);
    if (at > scheme) {
      String user = address.substring(scheme + SCHEME_END.length(), at);
      int colon = user.indexOf(':');
      // A token may stand where others have a name; what is short is a name.
      String secret = colon >= 0 ? user.substring(colon + 1) : user;
      said = colon >= 0 || user.length() >= SHORTEST_TOKEN ? hidden(said, secret) : said;
    }
    int query = address.indexOf('?', scheme);
    return query < 0 ? said : hidden(said, address.substring(query + 1));
  }

  private static String hidden(String text, String secret) {
    return secret.isEmpty() ? text : text.replace(secret, "***");
  }
}
