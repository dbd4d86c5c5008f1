package io.headgate.engine.sql;

import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Located;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The topics that statements name: behind {@code INSERT INTO}, and behind {@code FROM} and {@code
 * JOIN} of a {@code SELECT}. What {@code WITH} names is local and no topic.
 *
 * @param inputs what is read, each at its first mention
 * @param outputs what is written, each at its first mention
 */
public record SqlTopics(List<Located<String>> inputs, List<Located<String>> outputs) {

  /** No topics at all. */
  public static final SqlTopics NONE = new SqlTopics(List.of(), List.of());

  /** Copies the lists. */
  public SqlTopics {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Reads statements.
   *
   * @param sql one or more statements
   * @param positions where the characters of the statements are in the file
   */
  public static SqlTopics read(String sql, Positions positions) {
    List<Token> tokens = Tokens.of(sql);
    Map<String, Located<String>> inputs = new LinkedHashMap<>();
    Map<String, Located<String>> outputs = new LinkedHashMap<>();
    Set<String> local = new HashSet<>();
    // For each open bracket, and the statement itself: whether a SELECT there waits for its FROM.
    Deque<Boolean> selects = new ArrayDeque<>(List.of(false));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
      if (token.is(";")) {
        selects.clear();
        selects.push(false);
      } else if (token.is("(")) {
        selects.push(false);
      } else if (token.is(")") && selects.size() > 1) {
        selects.pop();
      } else if (token.is("SELECT")) {
        selects.pop();
        selects.push(true);
      } else if (token.is("WITH") && next != null && isFollowedByAs(tokens, i)) {
        local.add(next.text().toLowerCase(Locale.ROOT));
      } else if (token.is("INTO") && next != null && i > 0 && tokens.get(i - 1).is("INSERT")) {
        put(outputs, next, "outputs", positions);
      } else if (next != null && isSource(token, selects) && isName(next)) {
        if (!local.contains(next.text().toLowerCase(Locale.ROOT))) {
          put(inputs, next, "inputs", positions);
        }
      }
    }
    return new SqlTopics(List.copyOf(inputs.values()), List.copyOf(outputs.values()));
  }

  private static boolean isFollowedByAs(List<Token> tokens, int with) {
    return with + 2 < tokens.size() && tokens.get(with + 2).is("AS");
  }

  /** A JOIN, or the FROM of a SELECT; a FROM inside a call, as in EXTRACT, is neither. */
  private static boolean isSource(Token token, Deque<Boolean> selects) {
    return token.is("JOIN") || (token.is("FROM") && Boolean.TRUE.equals(selects.peek()));
  }

  private static boolean isName(Token token) {
    return !token.is("(") && !token.is("LATERAL") && !token.is(";");
  }

  private static void put(
      Map<String, Located<String>> topics, Token token, String list, Positions positions) {
    String attribute = list + "." + token.text();
    topics.putIfAbsent(
        token.text(),
        token.text().contains("${")
            ? Located.unknown(attribute, positions.place(token.from(), token.to()))
            : Located.known(token.text(), attribute, positions.place(token.from(), token.to())));
  }
}
