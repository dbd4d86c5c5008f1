package io.headgate.spi.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value and its place. The value is <em>known</em>, or <em>absent</em> (nobody wrote it; the
 * place is that of its parent), or <em>unknown</em> (written as a template such as {@code
 * ${REPLICAS}}, or not readable as its type; the place is exact). Rules stay silent on what is
 * unknown. The place is never missing.
 */
public final class Located<T> {

  private static final Object ABSENT = new Object();
  private static final Object UNKNOWN = new Object();

  private final Object value;
  private final String attribute;
  private final Place place;

  private Located(Object value, String attribute, Place place) {
    this.value = value;
    this.attribute = attribute;
    this.place = place;
  }

  /** A value that is written at a place. */
  public static <T> Located<T> known(T value, String attribute, Place place) {
    return new Located<>(value, attribute, place);
  }

  /**
   * An attribute that nobody declared.
   *
   * @param parent where it would stand: the place of what it belongs to
   */
  public static <T> Located<T> absent(String attribute, Place parent) {
    return new Located<>(ABSENT, attribute, parent);
  }

  /** A value that is there but cannot be known before apply. */
  public static <T> Located<T> unknown(String attribute, Place place) {
    return new Located<>(UNKNOWN, attribute, place);
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** The path of the attribute in its resource, such as {@code config.retention.ms}. */
  public String attribute() {
    return attribute;
  }

  /** Whether there is a value to judge. */
  public boolean isKnown() {
    return value != ABSENT && value != UNKNOWN;
  }

  /** Whether nobody declared it. */
  public boolean isAbsent() {
    return value == ABSENT;
  }

  /** Whether it is declared but its value cannot be known. */
  public boolean isUnknown() {
    return value == UNKNOWN;
  }

  /** Whether the value is known and equal to {@code other}. */
  public boolean is(T other) {
    return value.equals(other);
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if it is not known
   */
  @SuppressWarnings("unchecked") // the sentinels never leave this class
  public T get() {
    if (!isKnown()) {
      throw new IllegalStateException("No value at " + place + " for '" + attribute + "'.");
    }
    return (T) value;
  }

  /** The value, or null if it is not known. */
  public @Nullable T orNull() {
    return isKnown() ? get() : null;
  }

  /** The value, or {@code other} if it is not known. */
  public T orElse(T other) {
    return isKnown() ? get() : other;
  }

  /** The same place with the value translated; what is not known stays so. */
  @SuppressWarnings("unchecked") // without a value the type argument is free
  public <R> Located<R> map(Function<? super T, ? extends R> translation) {
    return isKnown() ? known(translation.apply(get()), attribute, place) : (Located<R>) this;
  }

  /** The value for people: as text, or {@code (absent)} or {@code (unknown)}. */
  @Override
  public String toString() {
    return isKnown() ? String.valueOf(value) : isAbsent() ? "(absent)" : "(unknown)";
  }
}
