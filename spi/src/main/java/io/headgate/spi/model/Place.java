package io.headgate.spi.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of characters in a file, as in SARIF: lines and columns count from 1, columns count code
 * points, and the end is exclusive.
 *
 * @param file relative to the root of the run, with forward slashes
 * @param startLine first line
 * @param startColumn first column
 * @param endLine last line
 * @param endColumn the column after the last character
 * @param origin where the text itself is written when it reached this place through a YAML alias or
 *     merge key; null when it is written here
 */
public record Place(
    String file, int startLine, int startColumn, int endLine, int endColumn, @Nullable Place origin)
    implements Comparable<Place> {

  /**
   * @throws IllegalArgumentException if the range is not one: a count below 1, or an end ahead of
   *     its start
   */
  public Place {
    if (startLine < 1
        || startColumn < 1
        || endLine < startLine
        || (endLine == startLine && endColumn < startColumn)) {
      throw new IllegalArgumentException(
          "No range: " + startLine + ":" + startColumn + "-" + endLine + ":" + endColumn);
    }
  }

  /** A place that is written where it stands. */
  public Place(String file, int startLine, int startColumn, int endLine, int endColumn) {
    this(file, startLine, startColumn, endLine, endColumn, null);
  }

  /** The first character of a file. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1, 1, 1);
  }

  /** The range from the start of this place to the end of {@code last}, in the same file. */
  public Place to(Place last) {
    return new Place(file, startLine, startColumn, last.endLine, last.endColumn, origin);
  }

  /** By file, then by position. */
  @Override
  public int compareTo(Place other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(startLine, other.startLine);
    order = order != 0 ? order : Integer.compare(startColumn, other.startColumn);
    order = order != 0 ? order : Integer.compare(endLine, other.endLine);
    return order != 0 ? order : Integer.compare(endColumn, other.endColumn);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + startLine + ":" + startColumn;
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Place place
            && startLine == place.startLine
            && startColumn == place.startColumn
            && endLine == place.endLine
            && endColumn == place.endColumn
            && file.equals(place.file)
            && Objects.equals(origin, place.origin));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + startLine) + startColumn;
  }
}
