package io.headgate.engine.dialect.terraform;

/** What the computing of one root module may use up. */
final class Budget {

  /** How deep values may refer to each other, so that no stack overflows. */
  private static final int DEPTH = 300;

  /** How many expressions may be computed. */
  private static final int STEPS = 20_000_000;

  /** How many instances of resources and modules there may be. */
  static final int INSTANCES = 100_000;

  /** How many instances one block may have. */
  static final int OF_ONE_BLOCK = 10_000;

  /** How long a text, list or object may grow. */
  static final int LONGEST = 1_000_000;

  private int depth;
  private int steps;
  private int instances;

  /** Takes a step down; false if there is no more. */
  boolean enter() {
    if (depth >= DEPTH || steps >= STEPS) {
      return false;
    }
    depth++;
    steps++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Takes steps for the elements of something; false if there are no more. */
  boolean take(int elements) {
    steps += Math.min(elements, STEPS);
    if (steps < 0 || steps > STEPS) {
      steps = STEPS;
    }
    return steps < STEPS;
  }

  /** Makes an instance; false if there are enough. */
  boolean instance() {
    return ++instances <= INSTANCES;
  }

  /** Whether it is used up. */
  boolean isSpent() {
    return steps >= STEPS || instances > INSTANCES;
  }
}
