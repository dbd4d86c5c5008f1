package io.headgate.engine.pack;

/** What a pack may hold: enough for any, too little for an outage. */
final class PackLimits {

  /** How many files. */
  static final int ENTRIES = 10_000;

  /** How large one of them may be once unpacked, in bytes. */
  static final int ENTRY_BYTES = 16 * 1024 * 1024;

  /** How large all of them may be once unpacked, and how large an archive may be, in bytes. */
  static final int TOTAL_BYTES = 64 * 1024 * 1024;

  /** How deep directories may nest. */
  static final int DEPTH = 32;

  private PackLimits() {}

  /** What to say of a file that is too large, as a sentence. */
  static String tooLarge(String name) {
    return "'"
        + EntryNames.shown(name)
        + "' makes the pack too large: it may have "
        + mebibytes(ENTRY_BYTES)
        + " in one file and "
        + mebibytes(TOTAL_BYTES)
        + " in all.";
  }

  private static String mebibytes(int bytes) {
    return bytes / (1024 * 1024) + " MiB";
  }
}
