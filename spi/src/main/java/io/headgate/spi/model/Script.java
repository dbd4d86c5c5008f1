package io.headgate.spi.model;

/**
 * The statements of an app. Secrets that were recognised in them are blotted out. No message may
 * quote them, and {@code toString()} does not.
 */
public interface Script {

  /** The statements. */
  String text();

  /**
   * Where a range of characters is written.
   *
   * @param from offset of the first character (UTF-16)
   * @param to offset after the last character; not less than {@code from}
   */
  Place place(int from, int to);
}
