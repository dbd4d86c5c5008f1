package io.headgate.engine.dialect.prometheus;

import io.headgate.spi.model.NamePattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a regular expression of Prometheus matches, as patterns. It must match the whole
 * name (Prometheus' documentation, <em>Querying basics</em>). What patterns cannot say, such as a
 * class of characters, becomes a wildcard: then they match more names than the expression does.
 */
final class RegexNames {

  private static final int MAX_NAMES = 64;
  private static final int MAX_DEPTH = 20;
  private static final String ANY = "*";

  private final String regex;
  private int at;
  private int depth;
  private boolean exact = true;

  private RegexNames(String regex) {
    this.regex = regex;
  }

  /**
   * Names.
   *
   * @param patterns each name that matches, matches one of them
   * @param exact whether no other name does
   */
  record Names(List<NamePattern> patterns, boolean exact) {}

  static Names of(String regex) {
    RegexNames reader = new RegexNames(regex);
    Set<String> texts = reader.alternatives();
    if (texts.size() > MAX_NAMES || reader.at < regex.length()) {
      return new Names(List.of(new NamePattern(ANY)), false);
    }
    List<NamePattern> patterns = new ArrayList<>();
    for (String text : texts) {
      patterns.add(new NamePattern(text));
    }
    return new Names(patterns, reader.exact);
  }

  private Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return bounded(all);
  }

  private Set<String> sequence() {
    Set<String> heads = Set.of("");
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      Set<String> tails = quantified(atom());
      Set<String> joined = new LinkedHashSet<>();
      for (String head : heads) {
        for (String tail : tails) {
          joined.add(head.endsWith(ANY) && tail.equals(ANY) ? head : head + tail);
        }
      }
      heads = bounded(joined);
    }
    return heads;
  }

  private Set<String> bounded(Set<String> names) {
    if (names.size() <= MAX_NAMES) {
      return names;
    }
    exact = false;
    return Set.of(ANY);
  }

  private Set<String> atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '^', '$' -> Set.of("");
      case '.' -> dot();
      case '(' -> group();
      case '[' -> characters();
      case '\\' -> escaped();
      case '*', '+', '?', '{', '}' -> any();
      default -> Set.of(String.valueOf(c));
    };
  }

  /** A dot with a star or plus is a wildcard; a single one is more than any pattern can say. */
  private Set<String> dot() {
    if (at < regex.length() && (regex.charAt(at) == '*' || regex.charAt(at) == '+')) {
      at++;
      return Set.of(ANY);
    }
    return any();
  }

  private Set<String> any() {
    exact = false;
    return Set.of(ANY);
  }

  private Set<String> group() {
    if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?", at)) {
      return giveUp(); // flags
    }
    if (++depth > MAX_DEPTH) {
      return giveUp();
    }
    Set<String> inner = alternatives();
    depth--;
    if (at >= regex.length()) {
      return giveUp();
    }
    at++;
    return inner;
  }

  private Set<String> giveUp() {
    at = regex.length();
    return any();
  }

  private Set<String> characters() {
    int close = regex.indexOf(']', at + 1);
    if (close < 0 || regex.startsWith("[:", at)) {
      return giveUp();
    }
    String inside = regex.substring(at, close);
    at = close + 1;
    // As people write a dot that means itself.
    return inside.equals(".") ? Set.of(".") : any();
  }

  private Set<String> escaped() {
    if (at >= regex.length()) {
      return any();
    }
    char c = regex.charAt(at++);
    boolean means = Character.isLetterOrDigit(c) || c == '*';
    return means ? any() : Set.of(String.valueOf(c));
  }

  private Set<String> quantified(Set<String> names) {
    if (at >= regex.length()) {
      return names;
    }
    char c = regex.charAt(at);
    if (c == '?') {
      at++;
      Set<String> maybe = new LinkedHashSet<>(names);
      maybe.add("");
      return maybe;
    }
    if (c == '{') {
      int close = regex.indexOf('}', at);
      at = close < 0 ? regex.length() : close + 1;
      return any();
    }
    if (c == '*' || c == '+') {
      at++;
      return any();
    }
    return names;
  }
}
