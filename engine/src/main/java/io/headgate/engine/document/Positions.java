package io.headgate.engine.document;

import io.headgate.spi.model.Place;

/** From offsets in a text to places in the file it came from, however it was written there. */
@FunctionalInterface
public interface Positions {

  /**
   * The place of a range of characters.
   *
   * @param from offset of the first character (UTF-16)
   * @param to offset after the last character; not less than {@code from}
   */
  Place place(int from, int to);

  /** The same positions for a text that begins at an offset of this one. */
  default Positions shifted(int by) {
    return by == 0 ? this : (from, to) -> place(from + by, to + by);
  }
}
