package io.headgate.engine.dialect;

import io.headgate.engine.document.SourceText;

/**
 * A file that only means something together with others, so that it is read when all are there.
 *
 * @param source its text
 * @param asked whether the user named this very file
 */
public record HeldFile(SourceText source, boolean asked) implements Looked {

  @Override
  public String file() {
    return source.file();
  }
}
