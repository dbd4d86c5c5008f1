package io.headgate.engine.document;

/** What headgate is willing to read: enough for any landscape, too little for an outage. */
public final class Limits {

  /** The greatest size of a file, in bytes. */
  public static final int FILE_BYTES = 32 * 1024 * 1024;

  /** How deep mappings and sequences may nest, aliases resolved. */
  public static final int DEPTH = 200;

  /** How many nodes the aliases of one document may add. */
  public static final int ALIASED_NODES = 100_000;

  /**
   * How many nodes a file may have, those that its aliases add included: about 500 MB of memory.
   */
  public static final int NODES = 4_000_000;

  /** How many problems of a file are told before the rest of it is left unread. */
  public static final int PROBLEMS = 1_000;

  private Limits() {}
}
