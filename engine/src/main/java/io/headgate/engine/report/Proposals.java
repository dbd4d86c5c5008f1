package io.headgate.engine.report;

import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Mended;
import io.headgate.engine.edit.Mender;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The fixes of findings as edits, each made by itself and not judged. A file is read again for each
 * of its fixes, so there are so many of them as can be made in a bounded time; a report says the
 * same whatever machine it is made on.
 */
final class Proposals {

  /** How many characters are read again at most. */
  private static final long ENOUGH = 32L * 1024 * 1024;

  private final FileTree files;
  private final Mender mender;
  private @Nullable SourceText last;
  private long read;

  Proposals(FileTree files, DialectList dialects) {
    this.files = files;
    this.mender = new Mender(dialects);
  }

  /** What the fix of a finding makes of its file; null if it has none, or it is not made. */
  @Nullable Mended of(Finding finding) {
    if (finding.fix() == null || finding.place().origin() != null) {
      return null;
    }
    SourceText source = source(finding.place().file());
    if (source == null) {
      return null;
    }
    read += source.text().length();
    return read > ENOUGH ? null : mender.mend(source, finding.fix());
  }

  private @Nullable SourceText source(String file) {
    if (last == null || !last.file().equals(file)) {
      try {
        String text = new String(files.read(file, Limits.FILE_BYTES), StandardCharsets.UTF_8);
        last = new SourceText(file, text);
      } catch (IOException e) {
        return null;
      }
    }
    return last;
  }
}
