package io.headgate.engine.report;

import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of the files of a run for reporters, read again when asked for, with the secrets that
 * were recognised blotted out: no reporter can show one. Not for use by several threads.
 */
public final class Sources {

  /** A key that may name a secret, and its value; bounded, so that it stays linear. */
  private static final Pattern KEYED =
      Pattern.compile(
          "([\\w.-]{0,60}(?:passw|pwd|passphrase|secret|token|cred|key|user.?info)[\\w.-]{0,40})"
              + "\\\\?[\"']?\\s{0,8}[:=]\\s{0,8}\\\\?[\"']?([^\\s\"',;{}$\\[\\]\\\\][^\\s\"',;}\\]\\\\]*)",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private final FileTree files;
  private final Map<String, List<Place>> secrets;
  private final Map<String, SourceText> read = new HashMap<>();
  private int kept;

  /**
   * The files of a run.
   *
   * @param files where they come from
   * @param secrets the places of the secrets that were recognised, by file
   */
  public Sources(FileTree files, Map<String, List<Place>> secrets) {
    this.files = files;
    this.secrets = secrets;
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
      SourceText blotted = blotted(plain, secrets.getOrDefault(file, List.of()));
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

  private static SourceText blotted(SourceText source, List<Place> places) {
    StringBuilder text = new StringBuilder(source.text());
    for (Place place : places) {
      blot(
          text,
          source.offset(place.startLine(), place.startColumn()),
          source.offset(place.endLine(), place.endColumn()));
    }
    // A finding may stand beside a secret that no dialect has read, such as one below an unknown key.
    Matcher keyed = KEYED.matcher(source.text());
    while (keyed.find()) {
      if (Secrets.isSecretKey(keyed.group(1))) {
        blot(text, keyed.start(2), keyed.end(2));
      }
    }
    return new SourceText(source.file(), text.toString());
  }

  private static void blot(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, '*');
      }
    }
  }
}
