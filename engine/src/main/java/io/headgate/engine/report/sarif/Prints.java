package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.PartialFingerprints;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.report.Fingerprints;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Sources;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * What makes a result known again in the next report. Results are to be given in the order of the
 * report, each once.
 */
final class Prints {

  private static final String OWN = "headgate/v1";
  private static final String GITHUB = "primaryLocationLineHash";

  private final Sources sources;
  private final Fingerprints own = new Fingerprints();
  private String file = "";
  private @Nullable LineHashes hashes;

  Prints(Sources sources) {
    this.sources = sources;
  }

  /** The fingerprints of a result. */
  PartialFingerprints of(Result result) {
    PartialFingerprints prints = new PartialFingerprints();
    prints.setAdditionalProperty(OWN, own.of(result));
    Place place = result.finding().place();
    LineHashes lines = hashes(place.file());
    if (lines != null && place.startLine() <= lines.lines()) {
      prints.setAdditionalProperty(GITHUB, lines.line(place.startLine()));
    }
    return prints;
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
