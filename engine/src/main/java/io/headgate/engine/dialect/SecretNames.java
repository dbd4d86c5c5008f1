package io.headgate.engine.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which keys hold a secret, by their names in any spelling: those that Kafka types as password
 * ({@code SslConfigs}, {@code SaslConfigs}), that Lenses' provisioning schema marks as secret, and
 * that connectors commonly use. Certificates are typed as password too, but they are public.
 */
final class SecretNames {

  /** Ends of a name at a border between words. */
  private static final List<String> ENDS =
      List.of(
          "pwd",
          "secret",
          "secret.key",
          "secret.access.key",
          "access.key",
          "api.key",
          "api.secret",
          "application.key",
          "agent.key",
          "integration.key",
          "account.key",
          "private.key",
          "keystore.key",
          "aes256.key",
          "token",
          "credentials",
          "credentials.json",
          "creds",
          "connection.string",
          "user.info",
          "webhook.url");

  /** Ends of a name wherever its words begin. */
  private static final List<String> LOOSE_ENDS = List.of("password", "passwd", "passphrase");

  /** Names in which nobody marked the borders between words. */
  private static final Set<String> RUN_TOGETHER =
      Set.of(
          "accesskey",
          "accesstoken",
          "apikey",
          "apisecret",
          "authtoken",
          "clientsecret",
          "privatekey",
          "secretaccesskey",
          "secretkey");

  /** Names of secrets, not secrets; and counters of what a token bucket holds. */
  private static final List<String> PUBLIC_ENDS =
      List.of("pull.secret", "push.secret", "tls.secret", "next.token", "page.token");

  /** Keys whose secret may well be a file of its own, so that a path is what they want. */
  private static final List<String> FILES =
      List.of("private.key", "keystore.key", "credentials", "credentials.json", "creds", "token");

  private static final List<String> KEY_STORES = List.of("keystore", "keytab", "key.store");

  private static final List<String> STATEMENTS =
      List.of("query", "sql", "kcql", "statement", "where");

  /** How all of these end: nearly every other key is told from them by its last three letters. */
  private static final List<String> TAILS = tails(List.of(ENDS, LOOSE_ENDS, RUN_TOGETHER));

  private static final List<String> STATEMENT_TAILS = tails(List.of(STATEMENTS));

  private SecretNames() {}

  /** Whether the value of a key is a secret by the key's name. */
  static boolean isSecret(String key) {
    if (!hasTail(key, TAILS)) {
      return false;
    }
    String name = normal(key);
    if (endsWithOne(name, PUBLIC_ENDS)) {
      return false;
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    return LOOSE_ENDS.stream().anyMatch(last::endsWith)
        || RUN_TOGETHER.contains(last)
        || endsWithOne(name, ENDS);
  }

  /** Whether the value of a secret key may be the path of a file that holds the secret. */
  static boolean mayBeFile(String key) {
    return endsWithOne(normal(key), FILES);
  }

  /**
   * The key that counts for a value in a mapping: {@code password} for the {@code value} below
   * {@code password}; and a store of keys that is written {@code inline} is itself a secret.
   */
  static String below(String key, String own) {
    return switch (own) {
      case "value", "fileRef" -> key;
      case "inline" -> endsWithOne(normal(key), KEY_STORES) ? "password" : key;
      default -> own;
    };
  }

  /** Whether the value of a key is a statement, in which a comparison is no assignment. */
  static boolean isStatement(String key) {
    return hasTail(key, STATEMENT_TAILS) && endsWithOne(normal(key), STATEMENTS);
  }

  private static List<String> tails(List<Collection<String>> names) {
    List<String> tails = new ArrayList<>();
    for (Collection<String> some : names) {
      for (String name : some) {
        String tail = name.substring(name.length() - 3);
        if (!tails.contains(tail)) {
          tails.add(tail);
        }
      }
    }
    return List.copyOf(tails);
  }

  /** Whether a key ends so in whatever case; a tail is letters alone, in any spelling. */
  private static boolean hasTail(String key, List<String> tails) {
    int from = key.length() - 3;
    for (int i = 0; i < tails.size(); i++) {
      if (key.regionMatches(true, from, tails.get(i), 0, 3)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithOne(String name, List<String> ends) {
    for (String end : ends) {
      if (name.endsWith(end)
          && (name.length() == end.length()
              || name.charAt(name.length() - end.length() - 1) == '.')) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code sslKeyPassword}, {@code SSL_KEY_PASSWORD} and {@code ssl-key-password} as {@code
   * ssl.key.password}.
   */
  static String normal(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (i > 0 && isHump(key, i)) {
        name.append('.');
      }
      name.append(c == '_' || c == '-' || c == ' ' ? '.' : Character.toLowerCase(c));
    }
    return name.toString();
  }

  /** Whether a word begins: {@code ssl|Key}, {@code aes256|Key}, {@code AWS|Secret}. */
  private static boolean isHump(String key, int i) {
    if (!Character.isUpperCase(key.charAt(i))) {
      return false;
    }
    char before = key.charAt(i - 1);
    boolean ahead = i + 1 < key.length() && Character.isLowerCase(key.charAt(i + 1));
    return Character.isLowerCase(before)
        || (Character.isDigit(before) && ahead)
        || (Character.isUpperCase(before) && ahead);
  }
}
