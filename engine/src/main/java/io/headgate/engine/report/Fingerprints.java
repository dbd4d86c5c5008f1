package io.headgate.engine.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a result is known by in the next report, for tools that want one word: a digest of its
 * identity, with a number from the second result of one identity on. Each result of a report is to
 * be given once and in the order of the report, also those that are not shown, or the numbers
 * differ from format to format.
 */
public final class Fingerprints {

  private final MessageDigest sha256;
  private final Map<String, Integer> seen = new HashMap<>();

  /** For the results of one report. */
  public Fingerprints() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** The fingerprint of the next result. */
  public String of(Result result) {
    byte[] identity = result.identity().getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(sha256.digest(identity));
    int count = seen.merge(digest, 1, Integer::sum);
    return count == 1 ? digest : digest + ":" + count;
  }
}
