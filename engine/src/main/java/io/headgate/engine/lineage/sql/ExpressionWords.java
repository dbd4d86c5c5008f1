package io.headgate.engine.lineage.sql;

import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Token.Form;
import java.util.Set;

/** The words of expressions. */
final class ExpressionWords {

  private static final Set<String> KEPT =
      Words.of("AS AND OR NOT IN IS NULL LIKE BETWEEN DISTINCT TRUE FALSE EXISTS CASE");
  private static final Set<String> CASE_WORDS = Words.of("WHEN THEN ELSE END");
  private static final Set<String> CONSTANTS =
      Words.of(
          "CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME LOCALTIME LOCALTIMESTAMP ROWTIME "
              + "ROWOFFSET ROWPARTITION WINDOWSTART WINDOWEND WINDOW_START WINDOW_END "
              + "WINDOW_TIME");

  private final Rewriter rewriter;
  private final Cursor tokens;

  ExpressionWords(Rewriter rewriter, Cursor tokens) {
    this.rewriter = rewriter;
    this.tokens = tokens;
  }

  void word(String word, Token token) throws Unreadable {
    Rewriter.Frame frame = rewriter.frame();
    boolean call = tokens.is(1, "(");
    if (frame.cases > 0 && CASE_WORDS.contains(word)) {
      frame.cases -= word.equals("END") ? 1 : 0;
      rewriter.emit(word, token);
      tokens.next();
      return;
    }
    if (KEPT.contains(word) || (word.equals("FROM") && tokens.previousIs("DISTINCT"))) {
      kept(word, token, frame);
      return;
    }
    if (Character.isDigit(word.charAt(0))) {
      rewriter.emit("0", token);
      tokens.next();
      return;
    }
    switch (word) {
      case "OVER", "FILTER", "WITHIN", "IGNORE", "RESPECT" -> {
        if (tokens.previousIs(")") || tokens.previousIs("NULLS")) {
          tokens.next();
          if (tokens.is(0, "GROUP") || tokens.is(0, "NULLS") || !call) {
            tokens.next();
          }
          if (tokens.is(0, "(")) {
            tokens.skipGroup();
          }
          return;
        }
      }
      case "INTERVAL", "DATE", "TIME", "TIMESTAMP" -> {
        if (tokens.has(1) && tokens.get(1).form() == Form.STRING) {
          literal(word, token);
          return;
        }
      }
      case "AT" -> {
        if (tokens.is(1, "TIME") && tokens.is(2, "ZONE")) {
          tokens.moveTo(tokens.at() + 4);
          return;
        }
      }
      case "FOR" -> {
        if (rewriter.isInBrackets()) {
          rewriter.emit(",", token);
          tokens.next();
          return;
        }
      }
      case "BOTH", "LEADING", "TRAILING" -> {
        if (tokens.previousIs("(")) {
          tokens.next();
          if (tokens.is(0, "FROM")) { // TRIM(LEADING FROM s)
            tokens.next();
          }
          return;
        }
      }
      case "ESCAPE" -> {
        tokens.moveTo(tokens.at() + 2);
        return;
      }
      case "RLIKE", "REGEXP", "SIMILAR" -> {
        if (!call) {
          rewriter.emit("LIKE", token);
          tokens.next();
          if (tokens.is(0, "TO")) {
            tokens.next();
          }
          return;
        }
      }
      default -> {
        if (CONSTANTS.contains(word) && !call && !tokens.touches(0, ".")) {
          rewriter.emit("0", token);
          tokens.next();
          return;
        }
      }
    }
    rewriter.name(false);
  }

  private void kept(String word, Token token, Rewriter.Frame frame) {
    boolean cast =
        frame.call.last().equalsIgnoreCase("CAST")
            || frame.call.last().equalsIgnoreCase("TRY_CAST");
    if (word.equals("AS") && cast) {
      tokens.moveTo(tokens.frameEnd());
      return;
    }
    frame.cases += word.equals("CASE") ? 1 : 0;
    rewriter.emit(word, token);
    tokens.next();
  }

  private void literal(String word, Token token) {
    rewriter.emit("'s'", token);
    tokens.next();
    tokens.next();
    if (word.equals("INTERVAL")) {
      tokens.next();
      if (tokens.is(0, "(")) {
        tokens.skipGroup();
      }
      if (tokens.is(0, "TO")) {
        tokens.next();
        tokens.next();
      }
    }
  }
}
