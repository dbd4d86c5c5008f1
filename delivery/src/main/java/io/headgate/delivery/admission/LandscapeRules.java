package io.headgate.delivery.admission;

/** What rules do that need the rest of the landscape. */
public enum LandscapeRules {
  /**
   * They warn, as far as there is time: an object is judged against the landscape in the
   * background, and an answer that cannot wait says so.
   */
  WARN,
  /** They deny like all others, and a review waits for them. */
  DENY
}
