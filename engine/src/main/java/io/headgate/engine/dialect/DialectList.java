package io.headgate.engine.dialect;

/**
 * The dialects in the order in which they are asked. None of a dialect's classes is needed before
 * one of its files is met, so that a start pays only for what it reads.
 */
public interface DialectList {

  /** How many there are. */
  int size();

  /**
   * Whether a file could hold a document of a dialect, by a glance that needs none of its classes.
   *
   * @param index which dialect, from 0
   * @param path relative to the root
   * @param text all of the file
   */
  boolean mayRead(int index, String path, String text);

  /**
   * A dialect; from now on its classes are needed.
   *
   * @param index which one, from 0
   */
  Dialect get(int index);
}
