package io.headgate.engine.fix;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Edit;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What became of the findings that can be mended.
 *
 * @param files the files that change, by path
 * @param mended what is found no more, in order
 * @param kept what could not be mended, in order
 * @param before the report on the files as they are
 * @param after the report on the files as they would be
 */
public record Fixed(
    List<Changed> files, List<Result> mended, List<Kept> kept, Report before, Report after) {

  /** Copies the lists. */
  public Fixed {
    files = List.copyOf(files);
    mended = List.copyOf(mended);
    kept = List.copyOf(kept);
  }

  /**
   * A finding with a fix that is not applied.
   *
   * @param why a sentence
   */
  public record Kept(Result result, String why) {}

  /**
   * A file that changes.
   *
   * @param before its text as it is
   * @param edits what changes, in order; offsets are those of {@code before}
   * @param after its text as it is to be
   * @param mark whether a byte order mark stands ahead of both
   */
  public record Changed(SourceText before, List<Edit> edits, SourceText after, boolean mark) {

    /** Copies the list. */
    public Changed {
      edits = List.copyOf(edits);
    }

    /** Its path. */
    public String file() {
      return before.file();
    }

    /** What the file holds. */
    public byte[] bytesBefore() {
      return bytes(before.text(), mark);
    }

    /** What the file is to hold. */
    public byte[] bytesAfter() {
      return bytes(after.text(), mark);
    }
  }

  static byte[] bytes(String text, boolean mark) {
    return ((mark ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
  }
}
