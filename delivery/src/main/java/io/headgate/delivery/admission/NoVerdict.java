package io.headgate.delivery.admission;

/** There is no verdict to trust; the message is one sentence for who asked. */
final class NoVerdict extends RuntimeException {

  NoVerdict(String message) {
    super(message);
  }
}
