package io.headgate.engine.lineage.sql;

import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Token.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts a query into words that every SQL has: each name becomes its number, each literal a
 * constant, and what is not about where values come from is left out: conditions, windows, orders.
 * What is left is read by a parser that knows none of the three languages, and a number leads back
 * to the place of its name.
 */
final class Rewriter {

  private static final int DEEPEST = 150;
  private static final String OPERATORS = "+-*/%<>=!|,)]";

  /** Where in a query or a call the reading is. */
  private enum Clause {
    EXPRESSION,
    PROJECTION,
    SOURCES,
    GROUP
  }

  /** What a bracket, or the whole statement, holds. */
  static final class Frame {
    private Clause clause;
    private final char close;
    final Name call;
    int cases;

    Frame(Clause clause, char close, Name call) {
      this.clause = clause;
      this.close = close;
      this.call = call;
    }
  }

  private static final Name NO_CALL = new Name(List.of(), false, true, 0, 0, List.of());

  private final Cursor tokens;
  private final StringBuilder out = new StringBuilder();
  private final List<Name> names = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<int[]> places = new ArrayList<>();
  private final Set<Integer> conditions = new HashSet<>();
  private int lastMark = -1;
  private final SourceWords sources;
  private final ExpressionWords expressions;

  private Rewriter(List<Token> tokens) {
    this.tokens = new Cursor(tokens);
    this.sources = new SourceWords(this, this.tokens);
    this.expressions = new ExpressionWords(this, this.tokens);
  }

  static Plain rewrite(List<Token> tokens) throws Unreadable {
    Rewriter rewriter = new Rewriter(tokens);
    rewriter.frames.push(new Frame(Clause.EXPRESSION, ';', NO_CALL));
    while (rewriter.tokens.has(0)) {
      rewriter.step();
    }
    return new Plain(rewriter.out.toString(), rewriter.names, rewriter.conditions, rewriter.places);
  }

  /** Whether the reading is in brackets. */
  boolean isInBrackets() {
    return frames.size() > 1;
  }

  Frame frame() {
    return frames.getFirst();
  }

  private void step() throws Unreadable {
    Token token = tokens.get(0);
    switch (token.form()) {
      case STRING -> {
        emit("'s'", token);
        tokens.next();
      }
      case NAME -> name(frame().clause == Clause.SOURCES);
      case MARK -> mark(token);
      case WORD -> word(token);
    }
  }

  void emit(String text, Token token) {
    places.add(new int[] {out.length(), token.from()});
    out.append(' ').append(text);
    lastMark = -1;
  }

  // Marks

  private void mark(Token token) throws Unreadable {
    switch (token.text()) {
      case "(" -> open(NO_CALL);
      case ")", "]" -> {
        if (frames.size() > 1 && frame().close == token.text().charAt(0)) {
          frames.pop();
          emit(")", token);
        } else {
          emit(token.text(), token);
        }
        tokens.next();
        dereference();
      }
      case "*" -> {
        if (isStar()) {
          names.add(new Name(List.of(), true, true, token.from(), token.to()));
          emit("n" + (names.size() - 1), token);
        } else {
          emit("*", token);
        }
        tokens.next();
      }
      case ":" -> colon(token);
      case "=" -> {
        if (tokens.touches(0, "=")) { // a == b
          tokens.next();
        } else if (tokens.touches(0, ">")) { // x => f(x), DATA => TABLE t
          tokens.next();
          emit(",", token);
          tokens.next();
          return;
        }
        operator(token);
      }
      default -> operator(token);
    }
  }

  private void operator(Token token) throws Unreadable {
    if (token.text().length() != 1 || OPERATORS.indexOf(token.text()) < 0) {
      throw new Unreadable("a character stands where none is understood", token.from(), token.to());
    }
    if (lastMark == token.from()) {
      out.append(token.text());
    } else {
      emit(token.text(), token);
    }
    lastMark = token.to();
    tokens.next();
  }

  /**
   * {@code x::TYPE} is a cast; {@code name := value} is read where the name is, and of {@code
   * MAP('name' := value)} the value is one more argument.
   */
  private void colon(Token token) throws Unreadable {
    if (tokens.touches(0, "=") && !frame().call.segments().isEmpty()) {
      emit(",", token);
      tokens.next();
      tokens.next();
      return;
    }
    if (!tokens.touches(0, ":")) {
      throw new Unreadable("a colon stands where none is understood", token.from(), token.to());
    }
    tokens.next();
    tokens.next();
    if (tokens.has(0)) {
      tokens.next();
    }
  }

  private boolean isStar() {
    boolean starts =
        tokens.previousIs("SELECT")
            || tokens.previousIs("DISTINCT")
            || tokens.previousIs("STREAM")
            || tokens.previousIs("TABLE")
            || tokens.previousIs(",")
            || tokens.previousIs("(");
    return starts
        && (frame().clause == Clause.PROJECTION || tokens.previousIs("("))
        && (!tokens.has(1) || tokens.is(1, ",") || tokens.is(1, "FROM") || tokens.is(1, ")"));
  }

  private void open(Name call) throws Unreadable {
    Token token = tokens.get(0);
    if (frames.size() > DEEPEST) {
      throw new Unreadable(
          "it is nested more than " + DEEPEST + " levels deep", token.from(), token.to());
    }
    boolean joins = frame().clause == Clause.SOURCES && call.segments().isEmpty();
    frames.push(
        new Frame(
            joins ? Clause.SOURCES : Clause.EXPRESSION,
            token.text().equals("[") ? ']' : ')',
            call));
    emit("(", token);
    tokens.next();
    if (call.last().equalsIgnoreCase("EXTRACT") && tokens.is(1, "FROM")) {
      tokens.next();
      tokens.next();
    }
  }

  /** What is taken out of the value of an expression: {@code f(x)->y}, {@code f(x)[1].z}. */
  private void dereference() throws Unreadable {
    while (true) {
      if (tokens.is(0, "[")) {
        tokens.skipGroup();
      } else if (tokens.is(0, "-") && tokens.touches(0, ">")) {
        tokens.next();
        tokens.next();
        if (tokens.has(0)) {
          tokens.next();
        }
      } else if (tokens.has(0)
          && tokens.get(0).form() == Form.WORD
          && tokens.get(0).text().startsWith(".")
          && tokens.touchesPrevious()) {
        tokens.next();
      } else {
        return;
      }
    }
  }

  // Words

  private void word(Token token) throws Unreadable {
    String word = token.text().toUpperCase(Locale.ROOT);
    Clause clause = frame().clause;
    if (clause == Clause.SOURCES && sources.word(word, token)) {
      return;
    }
    if (clause != Clause.SOURCES && word.equals("FROM") && !tokens.previousIs("DISTINCT")) {
      from(token);
      return;
    }
    if (clauseOf(word, token)) {
      return;
    }
    if (clause == Clause.SOURCES) {
      name(true);
    } else {
      expressions.word(word, token);
    }
  }

  private void from(Token token) {
    if (frame().clause == Clause.PROJECTION) {
      frame().clause = Clause.SOURCES;
      emit("FROM", token);
    } else {
      emit(",", token); // SUBSTRING(s FROM 1 FOR 3), TRIM('x' FROM s)
    }
    tokens.next();
  }

  /** The words that begin a clause; false if it is none of them. */
  private boolean clauseOf(String word, Token token) throws Unreadable {
    switch (word) {
      case "SELECT" -> {
        frame().clause = Clause.PROJECTION;
        emit("SELECT", token);
        tokens.next();
        while (tokens.is(0, "STREAM") || (tokens.is(0, "TABLE") && !tokens.is(1, "."))) {
          tokens.next();
        }
        return true;
      }
      case "UNION", "INTERSECT", "EXCEPT", "MINUS" -> {
        if (!tokens.startsClause(0)) {
          return false;
        }
        frame().clause = Clause.EXPRESSION;
        emit(word, token);
        tokens.next();
        if (tokens.is(0, "ALL")) {
          emit("ALL", token);
          tokens.next();
        } else if (tokens.is(0, "DISTINCT")) {
          tokens.next();
        }
        return true;
      }
      case "WITH" -> {
        emit("WITH", token);
        tokens.next();
        return true;
      }
      case "GROUP", "PARTITION" -> {
        if (!tokens.is(1, "BY") || frame().clause == Clause.EXPRESSION) {
          return false;
        }
        frame().clause = Clause.GROUP;
        emit("GROUP BY", token);
        tokens.next();
        tokens.next();
        return true;
      }
      case "WHERE", "HAVING", "ORDER", "LIMIT", "WINDOW", "EMIT", "FETCH", "OFFSET" -> {
        if (!tokens.startsClause(0) || frame().clause == Clause.EXPRESSION) {
          return false;
        }
        tokens.next();
        tokens.skipToClause(false);
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  // Names

  /** Notes a name; its number is what the parser sees. */
  int add(Name name) {
    names.add(name);
    return names.size() - 1;
  }

  /** Notes that the source that was named last is joined by more than whole keys. */
  void condition() {
    conditions.add(names.size() - 1);
  }

  void name(boolean source) throws Unreadable {
    if (!tokens.has(0)) {
      throw new Unreadable("it ends in the middle", 0, 0);
    }
    Token first = tokens.get(0);
    if (!source && first.form() == Form.WORD && tokens.splitHyphens()) {
      first = tokens.get(0);
      if (first.form() == Form.MARK) {
        return;
      }
    }
    Name name = NameReader.read(tokens, source);
    if (name.segments().isEmpty() && !name.star()) {
      emit(first.text(), first);
      return;
    }
    if (!source && tokens.is(0, ":") && tokens.touches(0, "=")) {
      if (frame().call.segments().isEmpty()) {
        throw new Unreadable("':=' stands where none is understood", name.from(), name.to());
      }
      frame().call.keys().add(name.last());
      tokens.next();
      tokens.next();
      return;
    }
    names.add(name);
    emit("n" + (names.size() - 1), first);
    boolean array =
        tokens.is(0, "[")
            && (name.last().equalsIgnoreCase("ARRAY") || name.last().equalsIgnoreCase("MAP"));
    if (tokens.is(0, "(") || array) {
      open(name);
    }
  }
}
