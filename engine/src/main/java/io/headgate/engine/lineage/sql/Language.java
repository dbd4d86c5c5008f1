package io.headgate.engine.lineage.sql;

import io.headgate.engine.sql.Token;
import java.util.List;

/** The kinds of SQL, which differ in what becomes of keys and names. */
enum Language {
  LENSES,
  FLINK,
  KSQL;

  /** The language of a script, by words that only one of them has. */
  static Language of(List<Token> tokens) {
    Language found = LENSES;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean more = i + 1 < tokens.size();
      if (token.is("KAFKA_TOPIC")
          || (token.is("EMIT")
              && more
              && (tokens.get(i + 1).is("CHANGES") || tokens.get(i + 1).is("FINAL")))
          || (token.is("STREAM")
              && i > 0
              && (tokens.get(i - 1).is("CREATE")
                  || tokens.get(i - 1).is("REPLACE")
                  || tokens.get(i - 1).is("SOURCE")))) {
        return KSQL;
      }
      if ((token.form() == Token.Form.STRING && token.text().equals("connector"))
          || token.is("DESCRIPTOR")) {
        found = FLINK;
      }
    }
    return found;
  }
}
