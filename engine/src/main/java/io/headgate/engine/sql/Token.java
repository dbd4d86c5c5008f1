package io.headgate.engine.sql;

/**
 * A word or a mark of a statement.
 *
 * @param form what it is
 * @param text without back-ticks or quotes
 * @param from offset of the first character of the text
 * @param to offset after the last character of the text
 */
public record Token(Form form, String text, int from, int to) {

  /** The forms of tokens. */
  public enum Form {
    /** A name without quotes, a number or a keyword. */
    WORD,
    /** A name in back-ticks. */
    NAME,
    /** A string in quotes of either kind: no name in Lenses SQL. */
    STRING,
    /** Any other character. */
    MARK
  }

  /** Whether this is the keyword or mark. */
  public boolean is(String word) {
    return (form == Form.WORD || form == Form.MARK) && text.equalsIgnoreCase(word);
  }

  /** Whether the text is only known once a template is filled in. */
  public boolean isTemplated() {
    return text.contains("${") || text.contains("{{");
  }

  /** Whether it can name a topic. */
  public boolean isName() {
    return (form == Form.NAME || form == Form.WORD)
        && (isTemplated() || text.codePoints().anyMatch(Character::isLetterOrDigit));
  }

  /** Whether the next token follows without a gap, quotes aside. */
  public boolean touches(Token next) {
    int quotes = (form == Form.WORD || form == Form.MARK ? 0 : 1) + (next.isQuoted() ? 1 : 0);
    return next.from - to == quotes;
  }

  private boolean isQuoted() {
    return form == Form.NAME || form == Form.STRING;
  }
}
