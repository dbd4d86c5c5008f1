package io.headgate.engine.dialect;

/**
 * The dialects in the order in which they are asked. None of a dialect's classes is needed before
 * one of its files is met, so that a start pays only for what it reads.
 */
public interface DialectList {

  /** How many there are. */
  int size();

  /**
   * Which dialects a file could hold a document of, by a glance that needs none of their classes.
   *
   * @param path relative to the root
   * @param text all of the file
   * @return a bit for each of them, the lowest for the first
   */
  long glance(String path, String text);

  /**
   * A dialect; from now on its classes are needed.
   *
   * @param index which one, from 0
   */
  Dialect get(int index);
}
