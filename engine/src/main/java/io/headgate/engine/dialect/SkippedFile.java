package io.headgate.engine.dialect;

import java.util.List;

/**
 * A file of which nothing is read.
 *
 * @param file its path
 * @param reason why, as a clause that goes with the path
 * @param signs what in it looks like Kafka all the same
 */
public record SkippedFile(String file, String reason, List<Sign> signs) implements Looked {

  /** Copies the list. */
  public SkippedFile {
    signs = List.copyOf(signs);
  }
}
