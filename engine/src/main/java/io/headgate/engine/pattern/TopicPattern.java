package io.headgate.engine.pattern;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that must match the whole name of a topic, as Kafka's consumer asks it with
 * {@link java.util.regex.Pattern}. It follows all ways through a name at once, as the set of the
 * positions where they end, so that no pattern makes it backtrack, and its steps are counted.
 */
final class TopicPattern {

  /** What is known about a name. */
  enum Answer {
    YES,
    NO,
    /** The steps did not suffice. */
    TOO_HARD
  }

  /** Kafka allows names of up to this length. */
  private static final int MAX_NAME = 249;

  /** Some forty parts, each at every position of the longest name. */
  private static final int MAX_STEPS = 10_000;

  private final Part part;
  private final String prefix;

  private TopicPattern(Part part, String prefix) {
    this.part = part;
    this.prefix = prefix;
  }

  /**
   * The pattern, or null if it is none, or one with what this class does not follow: back
   * references, flags, look-behind, possessive quantifiers, boundaries, classes in classes.
   */
  static @Nullable TopicPattern of(String regex) {
    PatternParser parser = new PatternParser(regex);
    Part part = parser.parse();
    return part == null ? null : new TopicPattern(part, parser.prefix());
  }

  /** What every name that matches begins with. */
  String prefix() {
    return prefix;
  }

  /** Whether the whole name matches. No name that Kafka refuses does. */
  Answer match(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) >= 127) {
        return Answer.NO;
      }
    }
    if (name.length() > MAX_NAME) {
      return Answer.NO;
    }
    Walk walk = new Walk(name);
    boolean reached = part.ends(at(0), walk).get(name.length());
    return walk.steps > MAX_STEPS ? Answer.TOO_HARD : reached ? Answer.YES : Answer.NO;
  }

  /** A name on its way through a pattern. */
  static final class Walk {
    private final String name;
    private int steps;

    private Walk(String name) {
      this.name = name;
    }

    /** Counts a step; false when there were too many, and what is answered does not count. */
    private boolean step() {
      return ++steps <= MAX_STEPS;
    }
  }

  /** A part of a pattern: leads from positions in a name to those where its matches end. */
  interface Part {
    BitSet ends(BitSet starts, Walk walk);
  }

  /** Whether a class of characters contains one. */
  interface Chars {
    boolean contain(char c);
  }

  static Part one(Chars chars) {
    return (starts, walk) -> {
      BitSet ends = new BitSet();
      for (int i = starts.nextSetBit(0); i >= 0 && walk.step(); i = starts.nextSetBit(i + 1)) {
        if (i < walk.name.length() && chars.contain(walk.name.charAt(i))) {
          ends.set(i + 1);
        }
      }
      return ends;
    };
  }

  static Part sequence(List<Part> parts) {
    return (starts, walk) -> {
      BitSet reached = starts;
      for (Part part : parts) {
        if (reached.isEmpty() || !walk.step()) {
          break;
        }
        reached = part.ends(reached, walk);
      }
      return reached;
    };
  }

  static Part oneOf(List<Part> parts) {
    return (starts, walk) -> {
      BitSet ends = new BitSet();
      for (Part part : parts) {
        if (walk.step()) {
          ends.or(part.ends(starts, walk));
        }
      }
      return ends;
    };
  }

  /**
   * A part several times.
   *
   * @param max negative for no limit
   */
  static Part times(Part part, int min, int max) {
    return (starts, walk) -> {
      BitSet reached = starts;
      // Matches go forward or stand still, so beyond the length of the name nothing changes.
      for (int i = 0; i < Math.min(min, MAX_NAME + 1) && !reached.isEmpty() && walk.step(); i++) {
        reached = part.ends(reached, walk);
      }
      BitSet all = (BitSet) reached.clone();
      for (int i = min; (max < 0 || i < max) && !reached.isEmpty() && walk.step(); i++) {
        BitSet next = (BitSet) part.ends(reached, walk).clone();
        next.andNot(all);
        all.or(next);
        reached = next;
      }
      return all;
    };
  }

  static Part start() {
    return (starts, walk) -> starts.get(0) ? at(0) : new BitSet();
  }

  static Part end() {
    return (starts, walk) -> starts.get(walk.name.length()) ? at(walk.name.length()) : new BitSet();
  }

  /** Looks whether a part matches from a position on, or does not, and stays there. */
  static Part ahead(Part part, boolean wanted) {
    return (starts, walk) -> {
      BitSet ends = new BitSet();
      for (int i = starts.nextSetBit(0); i >= 0 && walk.step(); i = starts.nextSetBit(i + 1)) {
        ends.set(i, part.ends(at(i), walk).isEmpty() != wanted);
      }
      return ends;
    };
  }

  private static BitSet at(int position) {
    BitSet set = new BitSet();
    set.set(position);
    return set;
  }
}
