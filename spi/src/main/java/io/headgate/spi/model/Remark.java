package io.headgate.spi.model;

/**
 * What the reading of an app or connector came upon.
 *
 * @param about what kind of thing it is
 * @param through the app or connector
 * @param text a clause for a message, without the full stop, placed at the statement or property
 */
public record Remark(About about, Resource through, Located<String> text) {

  /** The kinds of remarks. */
  public enum About {
    /** A statement cannot be read, so that every field is taken to pass. */
    UNREADABLE_SQL,
    /** What a transform does is not known, so that every field is taken to pass. */
    UNKNOWN_TRANSFORM,
    /** A transform is to mask or drop a field and does not reach it. */
    MISSED_FIELD
  }
}
