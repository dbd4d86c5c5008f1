package io.headgate.engine.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets in the midst of a text: the assignments of a JAAS configuration, of properties and
 * of the query of a URL, the members of a JSON object, the user information of a URL, and private
 * keys. In one pass over the text.
 */
final class SecretText {

  private static final int LONGEST_NAME = 100;
  private static final String PRIVATE_KEY = "PRIVATE KEY-----";
  private static final List<String> CREDENTIAL_HOOKS = List.of("hooks.slack.com/services/");

  private final String text;
  private final boolean url;
  private final boolean plainLogin;
  private final List<Range> found = new ArrayList<>();

  private SecretText(String text) {
    this.text = text;
    this.url = text.contains("://");
    this.plainLogin = text.contains("PlainLoginModule");
  }

  /**
   * Some characters of the text.
   *
   * @param from offset of the first
   * @param to offset after the last
   * @param reference whether they only say where the secret is
   */
  record Range(int from, int to, boolean reference) {}

  /** The secrets in a text, from its start to its end. */
  static List<Range> find(String text) {
    boolean key = text.contains(PRIVATE_KEY) && text.contains("-----BEGIN ");
    if (key || CREDENTIAL_HOOKS.stream().anyMatch(text::contains)) {
      return List.of(new Range(0, text.length(), false));
    }
    if (text.indexOf('=') < 0 && !text.contains("://") && text.indexOf("\":") < 0) {
      return List.of();
    }
    SecretText reader = new SecretText(text);
    reader.read();
    return reader.found;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$' && text.startsWith("${", at)) {
        int end = text.indexOf('}', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (c == '=' || (c == ':' && at > 0 && text.charAt(at - 1) == '"')) {
        at = assignment(at);
      } else if (c == ':' && text.startsWith("://", at)) {
        at = userInfo(at + 3);
      } else {
        at++;
      }
    }
  }

  /** Reads what stands around an equals sign or colon; gives the offset at which to go on. */
  private int assignment(int sign) {
    String name = nameAhead(sign);
    if (name.isEmpty() || !isSecret(name)) {
      return sign + 1;
    }
    int from = sign + 1;
    while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
      from++;
    }
    if (from >= text.length() || text.charAt(from) == '=') {
      return from + 1;
    }
    boolean escaped = text.startsWith("\\\"", from) || text.startsWith("\\'", from);
    char first = text.charAt(escaped ? from + 1 : from);
    if (first != '"' && first != '\'') {
      return text.charAt(sign) == ':' ? from : add(from, bareEnd(from));
    }
    from += escaped ? 2 : 1;
    int end = escaped ? text.indexOf("\\" + first, from) : quoteEnd(from, first);
    return add(from, end < 0 ? text.length() : end);
  }

  private boolean isSecret(String name) {
    return SecretNames.isSecret(name)
        || (name.startsWith("user_") && plainLogin)
        || (name.equals("sig") && url);
  }

  private int add(int from, int to) {
    String value = text.substring(from, to);
    if (!SecretValues.isNothing(value)) {
      boolean reference = SecretValues.isReference(value) && !SecretValues.hasDefault(value);
      found.add(new Range(from, to, reference));
    }
    return to;
  }

  /** The name that ends ahead of a sign, without its quotes; empty if there is none. */
  private String nameAhead(int sign) {
    int end = sign;
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    while (end > 0 && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\\')) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < LONGEST_NAME && isNamePart(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '-' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private int quoteEnd(int from, char quote) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private int bareEnd(int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (text.startsWith("${", end)) {
        int close = text.indexOf('}', end);
        end = close < 0 ? text.length() : close + 1;
      } else if (Character.isWhitespace(c)
          || c == ';'
          || c == '"'
          || c == '\''
          || (c == '&' && url)
          || text.startsWith("\\\"", end)) {
        return end;
      } else {
        end++;
      }
    }
    return end;
  }

  /** Reads the authority of a URL; gives the offset at which to go on. */
  private int userInfo(int start) {
    int end = start;
    int colon = -1;
    int at = -1;
    while (end < text.length() && "/?#\"' \t\r\n<>".indexOf(text.charAt(end)) < 0) {
      if (text.startsWith("${", end)) {
        int close = text.indexOf('}', end);
        end = close < 0 ? text.length() : close + 1;
        continue;
      }
      colon = colon < 0 && text.charAt(end) == ':' ? end : colon;
      at = text.charAt(end) == '@' ? end : at;
      end++;
    }
    if (colon >= 0 && colon < at) {
      add(colon + 1, at);
    }
    return end;
  }
}
