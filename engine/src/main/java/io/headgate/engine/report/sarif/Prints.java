package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.PartialFingerprints;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Sources;
import io.headgate.spi.model.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a result known again in the next report. Results are to be given in the order of the
 * report, each once.
 */
final class Prints {

  private static final String OWN = "headgate/v1";
  private static final String GITHUB = "primaryLocationLineHash";

  private final Sources sources;
  private final MessageDigest sha256;
  private final Map<String, Integer> seen = new HashMap<>();
  private String file = "";
  private @Nullable LineHashes hashes;

  Prints(Sources sources) {
    this.sources = sources;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** The fingerprints of a result. */
  PartialFingerprints of(Result result) {
    PartialFingerprints prints = new PartialFingerprints();
    prints.setAdditionalProperty(OWN, own(result));
    Place place = result.finding().place();
    LineHashes lines = hashes(place.file());
    if (lines != null && place.startLine() <= lines.lines()) {
      prints.setAdditionalProperty(GITHUB, lines.line(place.startLine()));
    }
    return prints;
  }

  /** The digest of its identity; from the second result of one identity on with its number. */
  private String own(Result result) {
    byte[] identity = result.identity().getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(sha256.digest(identity));
    int count = seen.merge(digest, 1, Integer::sum);
    return count == 1 ? digest : digest + ":" + count;
  }

  /**
   * The hashes of the text with its secrets blotted: a hash of the text as it is would let
   * strangers try out what the secret may be.
   */
  private @Nullable LineHashes hashes(String path) {
    if (!path.equals(file)) {
      SourceText source = sources.text(path);
      file = path;
      hashes = source == null ? null : LineHashes.of(source.text());
    }
    return hashes;
  }
}
