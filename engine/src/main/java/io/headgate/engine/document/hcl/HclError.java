package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Problem;

/** Ends the reading of a top-level block, or of the file. */
final class HclError extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final boolean last;

  /**
   * @param last whether nothing behind it may be read either
   */
  HclError(Problem problem, boolean last) {
    super(problem.message(), null, false, false);
    this.problem = problem;
    this.last = last;
  }

  Problem problem() {
    return problem;
  }

  boolean isLast() {
    return last;
  }
}
