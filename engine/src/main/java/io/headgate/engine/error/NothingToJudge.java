package io.headgate.engine.error;

/** None of the files that the user named belongs to a landscape. */
public final class NothingToJudge extends UserError {

  private static final long serialVersionUID = 1L;

  /** Says so. */
  public NothingToJudge(String text) {
    super(text);
  }
}
