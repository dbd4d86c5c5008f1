package io.headgate.engine.pattern;

import io.headgate.engine.pattern.TopicPattern.Chars;
import io.headgate.engine.pattern.TopicPattern.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the patterns that {@link TopicPattern} follows, in the syntax of Java. */
final class PatternParser {

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 50;
  private static final int ASCII = 128;
  private static final int MAX_COUNT = 100_000;

  private final String text;
  private final StringBuilder prefix = new StringBuilder();
  private int at;
  private int depth;
  private boolean inPrefix = true;

  PatternParser(String text) {
    this.text = text;
  }

  /** Something that is not followed, or no pattern at all. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused() {
      super(null, null, false, false);
    }
  }

  /** The whole pattern, or null if it is refused. */
  @Nullable Part parse() {
    try {
      if (text.length() > MAX_LENGTH) {
        throw new Refused();
      }
      Part part = alternatives();
      if (at < text.length()) {
        throw new Refused(); // a bracket that nothing opens
      }
      return part;
    } catch (Refused e) {
      return null;
    }
  }

  /** What every match begins with, after {@link #parse()}. */
  String prefix() {
    return prefix.toString();
  }

  private Part alternatives() {
    List<Part> parts = new ArrayList<>();
    parts.add(sequence());
    while (take('|')) {
      if (depth == 0) {
        prefix.setLength(0);
      }
      inPrefix = false;
      parts.add(sequence());
    }
    return parts.size() == 1 ? parts.get(0) : TopicPattern.oneOf(parts);
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < text.length() && peek() != '|' && peek() != ')') {
      int length = prefix.length();
      Part part = atom();
      Part quantified = quantified(part);
      if (quantified != part) {
        prefix.setLength(Math.min(length, prefix.length()));
        inPrefix = false;
      }
      parts.add(quantified);
    }
    return parts.size() == 1 ? parts.get(0) : TopicPattern.sequence(parts);
  }

  private Part atom() {
    char c = next();
    switch (c) {
      case '(' -> {
        inPrefix = false;
        return group();
      }
      case '^' -> {
        return TopicPattern.start();
      }
      case '$' -> {
        return TopicPattern.end();
      }
      case '.' -> {
        inPrefix = false;
        return TopicPattern.one(any -> true);
      }
      case '[' -> {
        inPrefix = false;
        return TopicPattern.one(charClass());
      }
      case '*', '+', '?', '{' -> throw new Refused();
      default -> {
        Chars kind = c == '\\' ? kind(peek()) : null;
        if (kind != null) {
          at++;
          inPrefix = false;
          return TopicPattern.one(kind);
        }
        char literal = c == '\\' ? escaped() : c;
        if (inPrefix) {
          prefix.append(literal);
        }
        return TopicPattern.one(is -> is == literal);
      }
    }
  }

  private Part group() {
    if (++depth > MAX_DEPTH) {
      throw new Refused();
    }
    char kind = take('?') ? next() : ':';
    Part inner = alternatives();
    if (!take(')')) {
      throw new Refused();
    }
    depth--;
    return switch (kind) {
      case ':' -> inner;
      case '=' -> TopicPattern.ahead(inner, true);
      case '!' -> TopicPattern.ahead(inner, false);
      default -> throw new Refused();
    };
  }

  private Part quantified(Part part) {
    int min;
    int max;
    if (take('*')) {
      min = 0;
      max = -1;
    } else if (take('+')) {
      min = 1;
      max = -1;
    } else if (take('?')) {
      min = 0;
      max = 1;
    } else if (take('{')) {
      min = count();
      max = !take(',') ? min : peek() == '}' ? -1 : count();
      if (!take('}') || (max >= 0 && max < min)) {
        throw new Refused();
      }
    } else {
      return part;
    }
    take('?'); // how much it takes first is all the same to a match of the whole name
    if (at < text.length() && peek() == '+') {
      throw new Refused();
    }
    return TopicPattern.times(part, min, max);
  }

  private int count() {
    int count = 0;
    int from = at;
    while (at < text.length() && peek() >= '0' && peek() <= '9' && count <= MAX_COUNT) {
      count = 10 * count + (next() - '0');
    }
    if (at == from || count > MAX_COUNT) {
      throw new Refused();
    }
    return count;
  }

  /** The characters between brackets, of which the first is taken. */
  private Chars charClass() {
    boolean negated = take('^');
    BitSet chars = new BitSet(ASCII);
    do {
      Chars item = classItem();
      for (char c = 0; c < ASCII; c++) {
        if (item.contain(c)) {
          chars.set(c);
        }
      }
    } while (!take(']'));
    return c -> chars.get(c) != negated;
  }

  private Chars classItem() {
    char c = next();
    if (c == '[' || c == ']' || c == '&' || c == '^') {
      throw new Refused(); // classes in classes, and what looks alike
    }
    Chars kind = c == '\\' ? kind(peek()) : null;
    if (kind != null) {
      at++;
      return kind;
    }
    char from = c == '\\' ? escaped() : c;
    if (peek() != '-' || (at + 1 < text.length() && text.charAt(at + 1) == ']')) {
      return is -> is == from;
    }
    at++;
    char last = next();
    if (last == '[' || last == '&') {
      throw new Refused();
    }
    char to = last == '\\' ? escaped() : last;
    if (to < from) {
      throw new Refused();
    }
    return is -> from <= is && is <= to;
  }

  /** The class behind a backslash, or null if it is none. */
  private static @Nullable Chars kind(char c) {
    return switch (c) {
      case 'd' -> PatternParser::isDigit;
      case 'D' -> is -> !isDigit(is);
      case 'w' -> PatternParser::isWord;
      case 'W' -> is -> !isWord(is);
      case 's' -> is -> false; // a name has no white space
      case 'S' -> is -> true;
      default -> null;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** A character behind a backslash that means itself. */
  private char escaped() {
    char c = next();
    if (isWord(c) && c != '_') {
      throw new Refused();
    }
    return c;
  }

  private char peek() {
    if (at == text.length() || text.charAt(at) >= 127) {
      throw new Refused();
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
