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

  /** How much of a cut line is shown ahead of the range. */
  private static final int AHEAD = LONGEST / 4;

  /** The snippet of a place, or null if its text cannot be read. */
  public static @Nullable Snippet of(Sources sources, Place place) {
    SourceText source = sources.text(place.file());
    if (source == null || place.startLine() > source.lineCount()) {
      return null;
    }
    // A line can be as long as its file: only what is near the place is looked at.
    String text = source.text();
    int start = source.offset(place.startLine(), 1);
    int end = source.endOfLine(place.startLine());
    int from = source.offset(place.startLine(), place.startColumn());
    int to =
        place.endLine() == place.startLine()
            ? source.offset(place.startLine(), place.endColumn())
            : end;
    int behind = text.codePointCount(from, forward(text, from, LONGEST - AHEAD, end));
    int cut = back(text, from, LONGEST - behind, start);
    int last = forward(text, cut, LONGEST, end);
    StringBuilder line = new StringBuilder(cut > start ? "..." : "");
    for (int at = cut; at < last; at = forward(text, at, 1, last)) {
      line.appendCodePoint(visible(text.codePointAt(at)));
    }
    int before = text.codePointCount(cut, from) + (cut > start ? 3 : 0);
    int width = Math.min(to, last) > from ? text.codePointCount(from, Math.min(to, last)) : 1;
    String shown = Texts.idle(line.append(last < end ? "..." : "").toString());
    return new Snippet(shown, before, width);
  }

  private static int forward(String text, int from, int codePoints, int limit) {
    int at = from;
    for (int i = 0; i < codePoints && at < limit; i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int back(String text, int from, int codePoints, int limit) {
    int at = from;
    for (int i = 0; i < codePoints && at > limit; i++) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private static int visible(int codePoint) {
    return codePoint == '\t' ? ' ' : Texts.isHarmless(codePoint) ? codePoint : 0xFFFD;
  }
}
