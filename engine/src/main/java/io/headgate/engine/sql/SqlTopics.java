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
    return read(Tokens.of(sql), positions);
  }

  /**
   * Reads statements that are cut into tokens already.
   *
   * @param tokens of which each names a topic as a whole where it names one
   * @param positions where the characters of the statements are in the file
   */
  public static SqlTopics read(List<Token> tokens, Positions positions) {
    return new Reader(tokens, positions).read();
  }

  /** Where in a {@code SELECT} the reading is, for each open bracket. */
  private enum Clause {
    /** Ahead of any {@code SELECT}: a call, a list, a statement of another kind. */
    NONE,
    /** Behind {@code SELECT}: the next {@code FROM} names sources. */
    PROJECTION,
    /** Behind {@code FROM}: a comma leads to a further source. */
    SOURCES,
    /** Behind a keyword that ends the list of sources; a {@code JOIN} may still follow. */
    CONDITIONS
  }

  private static final Set<String> ENDS_OF_SOURCES =
      Set.of("ON", "WITHIN", "WHERE", "WINDOW", "GROUP", "HAVING", "ORDER", "LIMIT", "LATERAL");

  private static final class Reader {

    private final List<Token> tokens;
    private final Positions positions;
    private final Map<String, Located<String>> inputs = new LinkedHashMap<>();
    private final Map<String, Located<String>> outputs = new LinkedHashMap<>();
    private final Set<String> local = new HashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final Deque<Clause> clauses = new ArrayDeque<>(List.of(Clause.NONE));
    private boolean wantsSource;

    Reader(List<Token> tokens, Positions positions) {
      this.tokens = tokens;
      this.positions = positions;
    }

    SqlTopics read() {
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (wantsSource) {
          wantsSource = false;
          if (isTopic(i)) {
            input(token);
            continue;
          }
        }
        if (token.form() == Token.Form.MARK) {
          mark(token, i);
        } else if (token.form() == Token.Form.WORD) {
          word(token, i);
        }
      }
      return new SqlTopics(List.copyOf(inputs.values()), List.copyOf(outputs.values()));
    }

    private void mark(Token token, int i) {
      switch (token.text()) {
        case ";" -> {
          clauses.clear();
          clauses.push(Clause.NONE);
          closeLocals();
        }
        case "(" -> clauses.push(Clause.NONE);
        case ")" -> {
          if (clauses.size() > 1) {
            clauses.pop();
          }
          if (clauses.size() == 1) {
            closeLocals();
          }
        }
        case "," -> {
          wantsSource = clauses.getFirst() == Clause.SOURCES;
          if (clauses.getFirst() == Clause.NONE) {
            openLocal(i);
          }
        }
        default -> {
          // Every other mark belongs to an expression.
        }
      }
    }

    private void word(Token token, int i) {
      String word = token.text().toUpperCase(Locale.ROOT);
      Clause clause = clauses.getFirst();
      switch (word) {
        case "SELECT" -> now(Clause.PROJECTION);
        case "FROM" -> {
          boolean comparison = i > 0 && tokens.get(i - 1).is("DISTINCT");
          if (clause == Clause.PROJECTION && !comparison) {
            now(Clause.SOURCES);
            wantsSource = true;
          }
        }
        case "JOIN" -> {
          if (clause == Clause.SOURCES || clause == Clause.CONDITIONS) {
            now(Clause.SOURCES);
            wantsSource = true;
          }
        }
        case "WITH" -> openLocal(i);
        case "INTO" -> {
          if (i > 0 && tokens.get(i - 1).is("INSERT") && isTopic(i + 1)) {
            put(outputs, tokens.get(i + 1), "outputs");
          }
        }
        default -> {
          if (clause == Clause.SOURCES && ENDS_OF_SOURCES.contains(word)) {
            now(Clause.CONDITIONS);
          }
        }
      }
    }

    private void now(Clause clause) {
      clauses.pop();
      clauses.push(clause);
    }

    /** Notes the name that is given to a query: {@code WITH name AS}. */
    private void openLocal(int before) {
      if (before + 2 < tokens.size()
          && tokens.get(before + 1).isName()
          && tokens.get(before + 2).is("AS")) {
        opened.add(tokens.get(before + 1).text().toLowerCase(Locale.ROOT));
      }
    }

    /** Behind its query a name is local; inside, it can only mean the topic. */
    private void closeLocals() {
      local.addAll(opened);
      opened.clear();
    }

    /** Whether the token is a name that no bracket makes a call. */
    private boolean isTopic(int i) {
      return i < tokens.size()
          && tokens.get(i).isName()
          && !tokens.get(i).is("LATERAL")
          && !tokens.get(i).is("SELECT")
          && !(i + 1 < tokens.size() && tokens.get(i + 1).is("("));
    }

    private void input(Token token) {
      if (!local.contains(token.text().toLowerCase(Locale.ROOT))) {
        put(inputs, token, "inputs");
      }
    }

    private void put(Map<String, Located<String>> topics, Token token, String list) {
      String attribute = list + "." + token.text();
      topics.computeIfAbsent(
          token.text(),
          text ->
              token.isTemplated()
                  ? Located.unknown(attribute, positions.place(token.from(), token.to()))
                  : Located.known(text, attribute, positions.place(token.from(), token.to())));
    }
  }
}
