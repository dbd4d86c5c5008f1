package io.headgate.engine.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the value of a secret key can be instead of a secret. */
final class SecretValues {

  /** What Lenses writes into an export in the place of a secret, and what Kafka prints. */
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "true",
          "false",
          "null",
          "none",
          "~",
          "?",
          "%s",
          "...",
          "[hidden]",
          "[secret hidden by lenses]",
          "redacted",
          "[redacted]");

  private static final int LONGEST_NOTHING = "[secret hidden by lenses]".length();

  /** How the references of stores and ciphertexts begin. */
  private static final List<String> BEGINNINGS =
      List.of(
          "vault:",
          "secretKeyRef:",
          "ENC[",
          "{cipher}",
          "op://",
          "ref+",
          "arn:aws:secretsmanager:",
          "arn:aws:ssm:",
          "$ANSIBLE_VAULT;",
          "-----BEGIN AGE ENCRYPTED FILE-----",
          "-----BEGIN PGP MESSAGE-----");

  private SecretValues() {}

  /** Whether nothing is written: empty, a boolean, or a sign that the secret was left out. */
  static boolean isNothing(String value) {
    String text = value.strip();
    // Every value of every file is asked about, whole schemas too.
    return (text.length() <= LONGEST_NOTHING && NOTHING.contains(text.toLowerCase(Locale.ROOT)))
        || isStars(text)
        || (text.startsWith("<") && text.endsWith(">"));
  }

  private static boolean isStars(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '*') {
        return false;
      }
    }
    return true;
  }

  /** Whether the value says where the secret is, or is a ciphertext. */
  static boolean isReference(String value) {
    String text = value.strip();
    return text.contains("${")
        || text.contains("{{")
        || isWrapped(text, "$(", ")")
        || isWrapped(text, "#{", "}#")
        || isWrapped(text, "__", "__")
        || isVariable(text)
        || BEGINNINGS.stream().anyMatch(text::startsWith);
  }

  /** Whether the value is a reference with a default in the clear: {@code ${NAME:-secret}}. */
  static boolean hasDefault(String value) {
    int open = value.indexOf("${");
    int close = value.indexOf('}', Math.max(0, open));
    int given = open < 0 ? -1 : value.indexOf(":-", open);
    return given >= 0 && given + 2 < close && !value.startsWith("${", given + 2);
  }

  /** Whether the value is a reference and nothing else, so that it may be told. */
  static boolean isBareReference(String value) {
    String text = value.strip();
    String bare = text.startsWith("\\") ? text.substring(1) : text;
    boolean one =
        (isWrapped(bare, "${", "}") && bare.indexOf('}') == bare.length() - 1)
            || (isWrapped(bare, "{{", "}}") && bare.indexOf("}}") == bare.length() - 2);
    return one || (!text.contains("${") && !text.contains("{{") && isReference(text));
  }

  /** {@code $NAME} or {@code %NAME%}; a dollar alone may be part of a password. */
  private static boolean isVariable(String text) {
    if (isWrapped(text, "%", "%")) {
      return isName(text.substring(1, text.length() - 1));
    }
    String name = text.startsWith("$") ? text.substring(1) : "";
    return isName(name)
        && (name.equals(name.toUpperCase(Locale.ROOT)) || SecretNames.isSecret(name));
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && !Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private static boolean isWrapped(String text, String open, String close) {
    return text.length() > open.length() + close.length()
        && text.startsWith(open)
        && text.endsWith(close);
  }

  /**
   * Whether the value is the path of a file: absolute, or relative with its dot, or {@code file:}.
   */
  static boolean isPath(String value) {
    String text = value.strip();
    String path = text.startsWith("file:") ? text.substring("file:".length()) : text;
    boolean begins = path.startsWith("/") || path.startsWith("./") || path.startsWith("~/");
    return begins
        && path.length() < 256
        && path.chars()
            .allMatch(c -> "/._-~".indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c)));
  }
}
