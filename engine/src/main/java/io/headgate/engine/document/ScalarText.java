package io.headgate.engine.document;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where each character of a scalar's text is written in the file: through escapes, doubled quotes,
 * folded lines and the indentation of block scalars. A line break, or the blank it was folded to,
 * is the break in the file. If what is written at the scalar's place does not read as its text,
 * every range is placed at the scalar as a whole: never a wrong place.
 */
public final class ScalarText implements Positions {

  private final SourceText source;
  private final Place place;
  private final Ranges ranges;

  private ScalarText(SourceText source, Place place, Ranges ranges) {
    this.source = source;
    this.place = place;
    this.ranges = ranges;
  }

  /**
   * The positions of a scalar's text.
   *
   * @param scalar a scalar of a document
   * @param source the text of the document's file
   */
  public static Positions of(Scalar scalar, SourceText source) {
    Place place = scalar.place();
    Place written = place.origin() == null ? place : place.origin();
    if (!written.file().equals(source.file())) {
      return (start, end) -> place;
    }
    int from = source.offset(written.startLine(), written.startColumn());
    int to = source.offset(written.endLine(), written.endColumn());
    @Nullable Ranges ranges = walk(source.text(), from, to, scalar.text());
    if (ranges == null && source.text().indexOf("{{", from) >= 0) {
      String text = Templates.withoutControlLines(source.text());
      ranges = walk(text, from, to, scalar.text());
    }
    if (ranges == null) {
      return (start, end) -> place;
    }
    return new ScalarText(source, place, ranges);
  }

  private static @Nullable Ranges walk(String raw, int from, int to, String text) {
    Ranges ranges = new Ranges(text);
    boolean block = from < to && (raw.charAt(from) == '|' || raw.charAt(from) == '>');
    boolean agrees =
        block
            ? new BlockWalk(raw, from, text, ranges).agrees()
            : new FlowWalk(raw, from, to, ranges).agrees();
    return agrees ? ranges : null;
  }

  @Override
  public Place place(int from, int to) {
    if (ranges.isEmpty()) {
      return place;
    }
    Place written = source.place(ranges.start(from), ranges.end(from, to));
    if (place.origin() == null) {
      return written;
    }
    return new Place(
        place.file(),
        place.startLine(),
        place.startColumn(),
        place.endLine(),
        place.endColumn(),
        written);
  }
}
