package io.headgate.engine.report;

import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Mended;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of the files of a run for reporters, read again when asked for, with the secrets that
 * were recognised blotted out: no reporter can show one. Not for use by several threads.
 */
public final class Sources {

  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private final FileTree files;
  private final Map<String, List<Place>> secrets;
  private final Map<String, SourceText> read = new HashMap<>();
  private final @Nullable DialectList dialects;
  private @Nullable Proposals proposals;
  private int kept;

  /**
   * The files of a run.
   *
   * @param files where they come from
   * @param secrets the places of the secrets that were recognised, by file
   */
  public Sources(FileTree files, Map<String, List<Place>> secrets) {
    this(files, secrets, null);
  }

  /**
   * The files of a run.
   *
   * @param dialects what they are read by when an edit of them is wanted; null for no edits
   */
  public Sources(FileTree files, Map<String, List<Place>> secrets, @Nullable DialectList dialects) {
    this.files = files;
    this.secrets = secrets;
    this.dialects = dialects;
  }

  /**
   * What the fix of a finding makes of its file; null if it has none, its text allows none, or
   * there were very many before. Its edits show nothing of the file: a secret in it stays where it
   * is.
   */
  public @Nullable Mended mended(Finding finding) {
    if (dialects == null) {
      return null;
    }
    if (proposals == null) {
      proposals = new Proposals(files, dialects);
    }
    return proposals.of(finding);
  }

  /** The text of a file, or null if it cannot be read. */
  public @Nullable SourceText text(String file) {
    SourceText known = read.get(file);
    if (known != null) {
      return known;
    }
    try {
      byte[] bytes = files.read(file, MAX_BYTES);
      String text = new String(bytes, StandardCharsets.UTF_8);
      SourceText plain = new SourceText(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
      SourceText blotted = Blots.on(plain, secrets.getOrDefault(file, List.of()));
      kept += blotted.text().length();
      if (kept > MAX_BYTES) {
        read.clear();
        kept = blotted.text().length();
      }
      read.put(file, blotted);
      return blotted;
    } catch (IOException e) {
      return null;
    }
  }
}
