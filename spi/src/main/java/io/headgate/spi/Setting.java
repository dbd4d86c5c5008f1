package io.headgate.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One knob of a rule, with its type and the value it has when the policy is silent.
 *
 * @param name kebab case, as written in the policy
 * @param type how the policy writes it
 * @param fallback the value when the policy is silent
 * @param description one sentence for the documentation
 * @param form what each word must be like as a whole; null for any
 */
public record Setting<T>(
    String name, Type type, T fallback, String description, @Nullable Pattern form) {

  /** A setting whose words may be any. */
  public Setting(String name, Type type, T fallback, String description) {
    this(name, type, fallback, description, null);
  }

  /** The types that a policy can write. */
  public enum Type {
    /** A whole number: {@link Long}. */
    INTEGER,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link String}. */
    TEXT,
    /** A {@link Pattern} that must match a whole name. */
    PATTERN,
    /** {@code List<String>}. */
    TEXTS;

    /** The word that stands for it where settings are declared or listed. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A whole number. */
  public static Setting<Long> integer(String name, long fallback, String description) {
    return new Setting<>(name, Type.INTEGER, fallback, description);
  }

  /** Yes or no. */
  public static Setting<Boolean> bool(String name, boolean fallback, String description) {
    return new Setting<>(name, Type.BOOLEAN, fallback, description);
  }

  /** A word or a sentence. */
  public static Setting<String> text(String name, String fallback, String description) {
    return new Setting<>(name, Type.TEXT, fallback, description);
  }

  /** A regular expression ({@link Pattern}) for whole names. */
  public static Setting<Pattern> pattern(String name, String fallback, String description) {
    return new Setting<>(name, Type.PATTERN, Pattern.compile(fallback), description);
  }

  /** A list of words. */
  public static Setting<List<String>> texts(
      String name, List<String> fallback, String description) {
    return new Setting<>(name, Type.TEXTS, List.copyOf(fallback), description);
  }

  /**
   * The same list, of words of one form: a policy with another one is refused at its place.
   *
   * @param regex what each word must match as a whole; the description says it in words
   */
  public Setting<T> like(String regex) {
    return new Setting<>(name, type, fallback, description, Pattern.compile(regex));
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Setting<?> setting
            && name.equals(setting.name)
            && type == setting.type
            && Objects.equals(fallback, setting.fallback)
            && description.equals(setting.description));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
