package io.headgate.engine.report.sarif;

/**
 * Whom a log is for. Code hosts refuse a log that exceeds their limits, and take for open what they
 * do not know to be accepted or gone.
 *
 * <p>Sources: GitHub, "SARIF support for code scanning", which takes 25,000 results of a run, keeps
 * 5,000 and takes 10 MB of gzip; GitLab, "SARIF", which takes 5,000 results of a run and 10 MB.
 */
public enum Profile {
  /** For readers that take all: every result, also what is accepted or gone. */
  ARCHIVE("", Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, false, true, true),

  /** For code scanning of GitHub, which shows an accepted result as an open alert. */
  GITHUB("GitHub", 5_000, Limits.BYTES, 100, true, false, false),

  /** For the security reports of GitLab, which skips accepted results. */
  GITLAB("GitLab", 5_000, Limits.BYTES, 100, false, true, false);

  private static final class Limits {
    /** Of 10 MB, with room for the one result that exceeds it and for what follows the results. */
    private static final long BYTES = 8_500_000;
  }

  private final String host;
  private final int results;
  private final long bytes;
  private final int places;
  private final boolean zipped;
  private final boolean accepted;
  private final boolean gone;

  Profile(
      String host,
      int results,
      long bytes,
      int places,
      boolean zipped,
      boolean accepted,
      boolean gone) {
    this.host = host;
    this.results = results;
    this.bytes = bytes;
    this.places = places;
    this.zipped = zipped;
    this.accepted = accepted;
    this.gone = gone;
  }

  /** Who reads it; empty for anybody. */
  String host() {
    return host;
  }

  /** How many results it takes. */
  int results() {
    return results;
  }

  /** How large the log may grow before no further result goes into it. */
  long bytes() {
    return bytes;
  }

  /** How many related places, and how many steps, it takes of a result. */
  int places() {
    return places;
  }

  /** Whether {@link #bytes} are those of the log as gzip has it. */
  boolean isZipped() {
    return zipped;
  }

  /** Whether it takes what is waived or known by the baseline. */
  boolean takesAccepted() {
    return accepted;
  }

  /** Whether it takes what was there before the change and is gone. */
  boolean takesGone() {
    return gone;
  }

  /** Whether the upload says what tells the log from others, and what the log says would win. */
  boolean isNamedByUpload() {
    return this == GITHUB;
  }

  /** Whether there is something that it does not take. */
  boolean isLimited() {
    return !host.isEmpty();
  }
}
