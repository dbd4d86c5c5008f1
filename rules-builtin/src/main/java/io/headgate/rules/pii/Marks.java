package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people say of a field: its tags, and properties such as {@code pii} or {@code not_pii}. */
final class Marks {

  /** The tags that mean personal or sensitive data unless a policy says otherwise. */
  static final List<String> TAGS =
      List.of("PII", "PERSONAL", "PRIVATE", "SENSITIVE", "CONFIDENTIAL", "GDPR", "PHI", "PCI");

  /** With the tags of {@link #TAGS}. */
  static final Marks USUAL = new Marks(TAGS);

  private static final Set<String> CLAIMS =
      Set.of("pii", "personal", "personaldata", "sensitive", "gdpr", "phi");
  private static final Set<String> DENIALS = Set.of("notpii", "nonpii", "nopii", "notpersonal");
  private static final Set<String> CLASSIFICATIONS =
      Set.of("classification", "dataclassification", "dataclass", "sensitivity", "privacy");
  private static final Set<String> NO = Set.of("", "false", "no", "none", "0", "null");

  private final List<String> tags;

  /**
   * Marks in the words of an organisation.
   *
   * @param tags the tags that mean personal or sensitive data; case does not matter
   */
  Marks(List<String> tags) {
    this.tags = tags;
  }

  /** The tag or property that says that the field is personal, as written; null if none does. */
  @Nullable String claim(Field field) {
    for (Located<String> tag : field.tags()) {
      if (tag.isKnown() && isPersonal(tag.get())) {
        return tag.get();
      }
    }
    String first = null;
    for (Map.Entry<String, String> property : field.properties().entrySet()) {
      String key = property.getKey();
      // The order of the properties differs from run to run.
      if (claims(word(key), property.getValue()) && (first == null || key.compareTo(first) < 0)) {
        first = key;
      }
    }
    return first;
  }

  private boolean claims(String word, String value) {
    return CLAIMS.contains(word)
        ? !isNo(value)
        : CLASSIFICATIONS.contains(word) && isPersonal(value);
  }

  /** Whether anybody classified the field at all, whatever the class. */
  static boolean hasAny(Field field) {
    return !field.tags().isEmpty()
        || field.properties().keySet().stream().anyMatch(key -> isMark(word(key)));
  }

  /** Whether somebody recorded that the field is not personal. */
  static boolean isDenied(Field field) {
    for (Map.Entry<String, String> property : field.properties().entrySet()) {
      String word = word(property.getKey());
      if (isNo(property.getValue()) ? CLAIMS.contains(word) : DENIALS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the tag is one of the tags, or a finer one such as {@code PII.Email}. */
  private boolean isPersonal(String tag) {
    for (String known : tags) {
      if (tag.regionMatches(true, 0, known, 0, known.length())
          && (tag.length() == known.length()
              || !Character.isLetterOrDigit(tag.charAt(known.length())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNo(String value) {
    return NO.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The word that a key is: {@code x-not-pii}, {@code not_pii} and {@code notPii} are one. Options
   * of Protobuf bear the name of a package, such as {@code acme.pii}: there the last part counts.
   */
  private static String word(String key) {
    String whole = plain(key);
    int dot = key.lastIndexOf('.');
    return dot < 0 || isMark(whole) ? whole : plain(key.substring(dot + 1));
  }

  private static boolean isMark(String word) {
    return CLAIMS.contains(word) || DENIALS.contains(word) || CLASSIFICATIONS.contains(word);
  }

  private static String plain(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = lower.startsWith("x-") || lower.startsWith("x_") ? 2 : 0;
        i < lower.length();
        i++) {
      if (Character.isLetterOrDigit(lower.charAt(i))) {
        plain.append(lower.charAt(i));
      }
    }
    return plain.toString();
  }
}
