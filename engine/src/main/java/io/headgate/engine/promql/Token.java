package io.headgate.engine.promql;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text as it is written; of a text what it means
 * @param value of a number, and of a duration in seconds
 * @param from the offset of its first character
 * @param to the offset behind its last character
 */
record Token(Kind kind, String text, double value, int from, int to) {

  /** The kinds of pieces. */
  enum Kind {
    NUMBER,
    DURATION,
    NAME,
    TEXT,
    /** Something that a template puts here. */
    OPEN,
    /** An operator, a bracket or a comma. */
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it is a word of the language, which may be written in any case. */
  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  /** For messages. */
  String shown() {
    return switch (kind) {
      case END -> "it ends";
      case TEXT -> "a text stands";
      case OPEN -> "a template stands";
      default -> "'" + text + "' stands";
    };
  }
}
