package io.headgate.spi.model;

/**
 * A version of Apache Kafka.
 *
 * @param major such as 4
 * @param minor such as 1
 */
public record KafkaVersion(int major, int minor) implements Comparable<KafkaVersion> {

  /**
   * Reads {@code 4.1} or {@code 4.1.0}.
   *
   * @throws IllegalArgumentException if the text is no version
   */
  public static KafkaVersion parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException("'" + text + "' is no version of Kafka such as '4.1'.");
    }
    try {
      return new KafkaVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no version of Kafka such as '4.1'.", e);
    }
  }

  /** Whether this is {@code major.minor} or newer. */
  public boolean atLeast(int otherMajor, int otherMinor) {
    return compareTo(new KafkaVersion(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(KafkaVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
