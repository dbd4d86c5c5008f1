package io.headgate.engine.drl.compile;

import io.headgate.spi.Nearest;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what people forget in a file that is no DRL: an {@code end}, a quote, a bracket. The parser
 * itself only says where it could not go on, which is often in the next rule.
 */
final class Syntax {

  private final Source source;
  private final Mistakes mistakes;
  private final List<Tokens.Token> tokens;
  private boolean found;

  private Syntax(Source source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
    this.tokens = Tokens.of(source.text());
  }

  /** Says what is missing; false if it cannot tell. */
  static boolean explains(Source source, Mistakes mistakes) {
    Syntax syntax = new Syntax(source, mistakes);
    syntax.quotes();
    if (!syntax.found) {
      syntax.rules();
    }
    return syntax.found;
  }

  /** No string goes over the end of a line. */
  private void quotes() {
    for (Tokens.Token token : tokens) {
      int lineEnd = source.text().indexOf('\n', token.start());
      if (token.isString()
          && (token.end() - token.start() < 2
              || !token.text().endsWith(token.text().substring(0, 1))
              || (lineEnd >= 0 && lineEnd < token.end()))) {
        add(token.start(), "", "A quote opens here and is not closed on its line.");
        return;
      }
    }
  }

  private void rules() {
    for (int at = 0; at < tokens.size(); at++) {
      if (opensRule(at)) {
        int next = at + 1;
        while (next < tokens.size() && !opensRule(next)) {
          next++;
        }
        rule(tokens.subList(at, next));
        at = next - 1;
      }
    }
  }

  private boolean opensRule(int at) {
    Tokens.Token token = tokens.get(at);
    int lineStart = source.text().lastIndexOf('\n', token.start()) + 1;
    return token.is("rule") && source.text().substring(lineStart, token.start()).isBlank();
  }

  /** The tokens from one {@code rule} to the next. */
  private void rule(List<Tokens.Token> rule) {
    Tokens.Token head = rule.get(0);
    if (rule.size() < 2 || !rule.get(1).isString()) {
      add(
          head.start(),
          "",
          "Put the name of the rule in quotes, as in 'rule \"acme-missing-dlq\"'.");
      return;
    }
    String name = rule.get(1).text();
    String id = name.substring(1, name.length() - 1);
    int from = 0;
    for (String word : List.of("when", "then", "end")) {
      int index = index(rule, word, from);
      if (index < 0) {
        missing(word, rule, from, id);
        return;
      }
      from = index;
    }
    brackets(rule, id);
  }

  private void missing(String word, List<Tokens.Token> rule, int from, String id) {
    for (Tokens.Token token : rule.subList(from + 1, rule.size())) {
      if (token.isWord() && Nearest.to(token.text(), List.of(word)) != null) {
        add(
            token.start(),
            id,
            "There is no '"
                + word
                + "' in the rule. Did you mean it where '"
                + token.text()
                + "' is?");
        return;
      }
    }
    add(
        rule.get(0).start(),
        id,
        "The rule has no '"
            + word
            + "'; it is written: rule \"...\" when ... then ... end, each of these words on a line"
            + " of its own.");
  }

  private static int index(List<Tokens.Token> tokens, String word, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }

  private void brackets(List<Tokens.Token> rule, String id) {
    List<Tokens.Token> open = new ArrayList<>();
    for (Tokens.Token token : rule) {
      if (token.is("(")) {
        open.add(token);
      } else if (token.is(")")) {
        if (open.isEmpty()) {
          add(token.start(), id, "This bracket closes none.");
          return;
        }
        open.remove(open.size() - 1);
      } else if ((token.is("then") || token.is("end")) && !open.isEmpty()) {
        add(open.get(0).start(), id, "This bracket is not closed.");
        return;
      }
    }
  }

  private void add(int offset, String rule, String message) {
    found = true;
    mistakes.add(source, offset, rule, message);
  }
}
