package io.headgate.engine.dialect.cfk;

import io.headgate.engine.document.Positions;
import io.headgate.engine.sql.SqlSetting;
import io.headgate.engine.sql.SqlTopics;
import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Token.Form;
import io.headgate.engine.sql.Tokens;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * The topics of a Flink statement. A table of a Kafka catalog is a topic of its name: {@code
 * catalog.database.topic}, of which all but the last part may be left out.
 *
 * @param inputs what is read
 * @param outputs what is written
 * @param created the topics that {@code CREATE TABLE} makes
 */
record FlinkSql(List<Located<String>> inputs, List<Located<String>> outputs, List<String> created) {

  static FlinkSql read(String sql, Positions positions) {
    List<Token> tokens = joined(Tokens.of(sql));
    SqlTopics topics = SqlTopics.read(tokens, positions);
    List<Located<String>> inputs = new ArrayList<>(topics.inputs());
    List<Located<String>> outputs = new ArrayList<>(topics.outputs());
    List<String> created = new ArrayList<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (!tokens.get(i).is("TABLE")) {
        continue;
      }
      Token before = tokens.get(i - 1);
      // A windowing function takes the whole of a table: TUMBLE(TABLE orders, ...).
      if (before.is("(") && tokens.get(i + 1).isName()) {
        add(inputs, tokens.get(i + 1), "inputs", positions);
      }
      int name = behindExists(tokens, i + 1);
      if (before.is("CREATE") && name < tokens.size() && tokens.get(name).isName()) {
        created.add(tokens.get(name).text());
        if (isSelected(tokens, name + 1)) {
          add(outputs, tokens.get(name), "outputs", positions);
        }
      }
    }
    return new FlinkSql(List.copyOf(inputs), List.copyOf(outputs), List.copyOf(created));
  }

  /** The options of tables and the settings: {@code 'key' = 'value'}. */
  static List<SqlSetting> options(String sql) {
    List<Token> tokens = Tokens.of(sql);
    List<SqlSetting> options = new ArrayList<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      Token value = tokens.get(i + 2);
      if (tokens.get(i).form() == Form.STRING
          && tokens.get(i + 1).is("=")
          && value.form() == Form.STRING) {
        options.add(new SqlSetting(tokens.get(i).text(), value.text(), value.from(), value.to()));
      }
    }
    return options;
  }

  private static int behindExists(List<Token> tokens, int at) {
    return tokens.get(at).is("IF") && at + 2 < tokens.size() ? at + 3 : at;
  }

  /** Whether a query behind the name of a new table fills it, ahead of the statement's end. */
  private static boolean isSelected(List<Token> tokens, int from) {
    for (int i = from; i + 1 < tokens.size() && !tokens.get(i).is(";"); i++) {
      if (tokens.get(i).is("AS") && (tokens.get(i + 1).is("SELECT") || tokens.get(i + 1).is("("))) {
        return true;
      }
    }
    return false;
  }

  private static void add(
      List<Located<String>> topics, Token token, String list, Positions positions) {
    for (Located<String> topic : topics) {
      if (topic.is(token.text())) {
        return;
      }
    }
    String attribute = list + "." + token.text();
    topics.add(
        token.isTemplated()
            ? Located.unknown(attribute, positions.place(token.from(), token.to()))
            : Located.known(token.text(), attribute, positions.place(token.from(), token.to())));
  }

  /** The tokens with each name of several parts as its last one. */
  private static List<Token> joined(List<Token> tokens) {
    List<Token> joined = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      Token last = tokens.get(i);
      while (i + 1 < tokens.size()
          && isPart(tokens.get(i))
          && isPart(tokens.get(i + 1))
          && tokens.get(i).touches(tokens.get(i + 1))) {
        i++;
        last = tokens.get(i);
      }
      joined.add(lastPart(last));
      i++;
    }
    return joined;
  }

  private static boolean isPart(Token token) {
    return token.form() == Form.NAME || token.form() == Form.WORD;
  }

  private static Token lastPart(Token token) {
    int dot = token.form() == Form.WORD ? token.text().lastIndexOf('.') : -1;
    return dot < 0 || token.isTemplated()
        ? token
        : new Token(Form.WORD, token.text().substring(dot + 1), token.from() + dot + 1, token.to());
  }
}
