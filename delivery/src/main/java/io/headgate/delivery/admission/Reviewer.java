package io.headgate.delivery.admission;

/** Answers reviews. For several threads. */
interface Reviewer {

  /**
   * Judges one object.
   *
   * @throws NoVerdict if headgate or a rule broke: nobody may take that for an answer
   */
  Answer answer(AdmissionReview review);

  /** Hears that a review has come in, before it waits to be answered. */
  default void arrives() {}
}
