package io.headgate.engine.dialect;

import java.util.Set;

/**
 * Tells random values by how evenly their characters are spread, below keys that sound like a
 * secret but may well name something else. The thresholds are those that detect-secrets and
 * gitleaks use.
 */
final class SecretRandom {

  private static final double BASE64_BITS = 4.5;
  private static final double MIXED_BITS = 3.5;
  private static final double HEX_BITS = 3.0;
  private static final int SHORTEST = 16;
  private static final int SHORTEST_HEX = 20;
  private static final int LONGEST = 512;

  /** The last words of keys that may hold a secret. */
  private static final Set<String> LAST =
      Set.of(
          "auth",
          "authorization",
          "bearer",
          "cookie",
          "cred",
          "jwt",
          "key",
          "keys",
          "otp",
          "pass",
          "passcode",
          "pat",
          "pw",
          "salt",
          "sas",
          "secrets",
          "seed",
          "session",
          "signature",
          "tokens");

  /** Words anywhere in a key that say so. */
  private static final Set<String> ANYWHERE =
      Set.of("apikey", "credential", "credentials", "password", "secret", "token");

  /** Words that say of what is random that it is no secret. */
  private static final Set<String> PUBLIC =
      Set.of(
          "alias",
          "cert",
          "certificate",
          "checksum",
          "class",
          "cluster",
          "column",
          "columns",
          "converter",
          "digest",
          "endpoint",
          "field",
          "fields",
          "file",
          "fingerprint",
          "foreign",
          "hash",
          "id",
          "ids",
          "kid",
          "location",
          "md5",
          "name",
          "names",
          "partition",
          "path",
          "primary",
          "provider",
          "public",
          "schema",
          "serializer",
          "deserializer",
          "sha",
          "sha1",
          "sha256",
          "subject",
          "topic",
          "type",
          "uri",
          "url",
          "version");

  private SecretRandom() {}

  /** Whether a value is random and its key sounds like a secret. */
  static boolean is(String key, String value) {
    String text = value.strip();
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && looksRandom(text)
        && sounds(SecretNames.normal(key));
  }

  private static boolean sounds(String name) {
    String[] words = name.split("\\.", -1);
    boolean sounds = LAST.contains(words[words.length - 1]);
    for (String word : words) {
      if (PUBLIC.contains(word)) {
        return false;
      }
      sounds |= ANYWHERE.contains(word);
    }
    return sounds;
  }

  private static boolean looksRandom(String text) {
    int digits = 0;
    int upper = 0;
    int lower = 0;
    int signs = 0;
    boolean hex = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c >= 'A' && c <= 'Z') {
        upper++;
      } else if (c >= 'a' && c <= 'z') {
        lower++;
      } else if ("+/=_-".indexOf(c) >= 0) {
        signs++;
      } else {
        return false;
      }
      hex &= Character.digit(c, 16) >= 0;
    }
    if (digits == 0 || upper + lower == 0 || isUuid(text)) {
      return false;
    }
    double bits = bits(text);
    if (hex) {
      return text.length() >= SHORTEST_HEX && (upper == 0 || lower == 0) && bits >= HEX_BITS;
    }
    boolean mixed = signs == 0 && digits >= 3 && upper >= 3 && lower >= 3 && isMixed(text);
    return bits >= BASE64_BITS || (mixed && bits >= MIXED_BITS);
  }

  /** Whether capitals, small letters and digits take turns more often than words make them. */
  private static boolean isMixed(String text) {
    int turns = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.getType(text.charAt(i)) != Character.getType(text.charAt(i - 1))) {
        turns++;
      }
    }
    return turns * 20 >= text.length() * 9;
  }

  /** Eight, three times four, and twelve hexadecimal digits. */
  private static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen != (text.charAt(i) == '-')
          || (!hyphen && Character.digit(text.charAt(i), 16) < 0)) {
        return false;
      }
    }
    return true;
  }

  /** Shannon's entropy in bits for each character. */
  private static double bits(String text) {
    int[] counts = new int[128];
    for (int i = 0; i < text.length(); i++) {
      counts[text.charAt(i)]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
