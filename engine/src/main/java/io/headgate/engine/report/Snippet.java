package io.headgate.engine.report;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a place with the range in it, made harmless for a terminal.
 *
 * @param line the text of the line, control characters replaced, cut if it is very long
 * @param before how many columns stand ahead of the range
 * @param width how many columns the range has in this line; at least one
 */
public record Snippet(String line, int before, int width) {

  private static final int LONGEST = 160;

  /** The snippet of a place, or null if its text cannot be read. */
  public static @Nullable Snippet of(Sources sources, Place place) {
    SourceText source = sources.text(place.file());
    if (source == null || place.startLine() > source.lineCount()) {
      return null;
    }
    int[] codePoints = source.line(place.startLine()).codePoints().toArray();
    int from = Math.min(place.startColumn() - 1, codePoints.length);
    int to =
        place.endLine() == place.startLine()
            ? Math.min(place.endColumn() - 1, codePoints.length)
            : codePoints.length;
    int cut = Math.max(0, Math.min(from - LONGEST / 4, codePoints.length - LONGEST));
    int last = Math.min(codePoints.length, cut + LONGEST);
    StringBuilder line = new StringBuilder();
    for (int i = cut; i < last; i++) {
      line.appendCodePoint(visible(codePoints[i]));
    }
    String text = (cut > 0 ? "..." : "") + line + (last < codePoints.length ? "..." : "");
    int before = from - cut + (cut > 0 ? 3 : 0);
    return new Snippet(text, before, Math.max(1, Math.min(to, last) - from));
  }

  private static int visible(int codePoint) {
    return codePoint == '\t' ? ' ' : Texts.isHarmless(codePoint) ? codePoint : 0xFFFD;
  }
}
