package io.headgate.engine.schema;

/** Ends the reading of a Protobuf text: from here on nothing in it can be relied on. */
final class ProtobufError extends Exception {

  private static final long serialVersionUID = 1L;

  private final int from;
  private final int to;

  ProtobufError(int from, int to, String message) {
    super(message);
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
