package io.headgate.engine.permit;

import java.time.Instant;
import java.util.List;

/**
 * That the gate was open for what the evidence names.
 *
 * @param headgate the version that judged
 * @param time when it judged
 * @param name what was judged, for people: a path relative to the root
 * @param evidence what the judgement rests on
 * @param terms how it was judged
 * @param base the commit or directory that it was compared with; empty if there was none
 * @param commit the commit of Git whose content this is, to the byte; empty if it is not known to
 *     be one
 * @param open whether the gate was open; headgate writes no other permit, yet may meet one
 */
public record Permit(
    String headgate,
    Instant time,
    String name,
    Evidence evidence,
    Terms terms,
    String base,
    String commit,
    boolean open) {

  /** What the statement is about, for those who read statements. */
  static final String STATEMENT = "https://in-toto.io/Statement/v1";

  /** Verification Summary Attestation of SLSA. */
  static final String PREDICATE = "https://slsa.dev/verification_summary/v1";

  static final String VERIFIER = "pkg:maven/io.headgate/headgate";

  /** Not one of SLSA's levels, for headgate looks at none of what they are about. */
  static final String LEVEL = "HEADGATE_GATE_OPEN";

  /** The name of the extension field, which is to be a URI, and begins of URIs. */
  static final String EXTENSION = "headgate:permit";

  static final String SCHEME = "headgate:";

  /** What holds where there is no policy: each rule as its author made it. */
  static final String NO_POLICY = "recommended";

  /** Of the extension: another one where something in it goes or means something else. */
  static final int VERSION = 1;

  /**
   * How it was judged.
   *
   * @param threshold the lightest severity that closes the gate, as a word
   * @param environment the only environment that was judged; empty if all were
   * @param options the options that change what counts, without hyphens, in order
   */
  public record Terms(String threshold, String environment, List<String> options) {

    /** Copies the list. */
    public Terms {
      options = List.copyOf(options);
    }
  }
}
