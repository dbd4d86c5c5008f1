package io.headgate.delivery.admission;

/** What was sent is no review that can be answered; the message is one sentence for the sender. */
final class BadReview extends RuntimeException {

  BadReview(String message) {
    // It is thrown on the way of hostile input: a trace would cost more than the answer.
    super(message, null, false, false);
  }
}
