package io.headgate.engine.error;

/**
 * A checker broke: headgate cannot vouch for the bundle.
 *
 * @param rules the ids of the checker's rules, with commas between them
 * @param bundle the bundle it was looking at
 * @param cause what happened, in one line, without values from the bundle
 */
public record Failure(String rules, String bundle, String cause) {

  /** What to tell people, in two sentences. */
  public String message() {
    return "The rule "
        + rules
        + " broke on bundle '"
        + bundle
        + "': "
        + cause
        + ". What it would have found is not known.";
  }
}
