package io.headgate.engine.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A setting of an application: {@code SET key = value}.
 *
 * @param key without back-ticks
 * @param value without quotes
 * @param from offset of the first character of the value
 * @param to offset after the last character of the value
 */
public record SqlSetting(String key, String value, int from, int to) {

  /** The settings among statements, in their order. */
  public static List<SqlSetting> read(String sql) {
    List<Token> tokens = Tokens.of(sql);
    List<SqlSetting> settings = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).is("SET")) {
        continue;
      }
      StringBuilder key = new StringBuilder();
      int at = i + 1;
      while (at < tokens.size() && !tokens.get(at).is("=") && !tokens.get(at).is(";")) {
        key.append(tokens.get(at).text());
        at++;
      }
      if (at + 1 < tokens.size() && tokens.get(at).is("=") && !tokens.get(at + 1).is(";")) {
        Token first = tokens.get(at + 1);
        int to = first.form() == Token.Form.STRING ? first.to() : last(tokens, at + 1).to();
        settings.add(
            new SqlSetting(key.toString(), sql.substring(first.from(), to), first.from(), to));
      }
      i = at;
    }
    return settings;
  }

  /** The last token of a value without quotes, which ends at a gap. */
  private static Token last(List<Token> tokens, int first) {
    int at = first;
    while (at + 1 < tokens.size()
        && !tokens.get(at + 1).is(";")
        && tokens.get(at).touches(tokens.get(at + 1))) {
      at++;
    }
    return tokens.get(at);
  }
}
