package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import java.util.List;

/**
 * A file of HCL.
 *
 * @param source its text
 * @param body what could be read
 * @param problems what could not be read; what stands behind it is read again from the next line
 *     that begins with a name and no blanks
 */
public record HclFile(SourceText source, HclBody body, List<Problem> problems) {

  /** Copies the list. */
  public HclFile {
    problems = List.copyOf(problems);
  }

  /** The path of the file. */
  public String file() {
    return source.file();
  }

  /** Reads a file. */
  public static HclFile read(SourceText source) {
    return new HclParser(source).file();
  }
}
