package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * From the marks of the parser to places. Its marks count lines and code points from 0; a node
 * begins with its anchor and tag, and a block ends at the next token: both are put right here.
 */
final class YamlPlaces {

  private final SourceText source;
  private final String text;

  /**
   * @param text what the parser reads, each character where it is in {@code source}
   */
  YamlPlaces(SourceText source, String text) {
    this.source = source;
    this.text = text;
  }

  Place of(Event event) {
    return place(mark(event.getStartMark()), mark(event.getEndMark()));
  }

  /** The empty range behind an event. */
  Place behind(Event event) {
    Mark mark = mark(event.getEndMark());
    return place(mark, mark);
  }

  /** The offset in the file at which an event stands. */
  int start(Event event) {
    return offset(mark(event.getStartMark()));
  }

  /** The offset in the file at which a place begins. */
  int start(Place place) {
    return source.offset(place.startLine(), place.startColumn());
  }

  /** A scalar with its quotes, without its anchor and tag. */
  Place scalar(ScalarEvent event) {
    Mark from = mark(event.getStartMark());
    Mark to = mark(event.getEndMark());
    int start = offset(from);
    boolean block =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    if (!block && !isProperty(start)) {
      return place(from, to);
    }
    int end = offset(to);
    int content = contentFrom(start, end);
    return source.place(content, block ? endOfBlock(content, end) : end);
  }

  /**
   * A mapping or sequence, from its first to its last character. A block has no closing mark of its
   * own, and neither has the pair of {@code [a: b]}: they end with their last child.
   *
   * @param end the event that closes it
   * @param last its last child, or null if it has none
   */
  Place collection(CollectionStartEvent start, Event end, @Nullable Place last) {
    int token = offset(mark(start.getStartMark()));
    int behind = offset(mark(start.getEndMark()));
    boolean bracketed = start.isFlow() && behind > token && isBracket(behind - 1);
    int opening = bracketed ? behind - 1 : token;
    if (!bracketed && (start.getAnchor().isPresent() || start.getTag().isPresent())) {
      // The event reaches from there to the first child, or over the dash of a sequence that is
      // not indented.
      opening = text.charAt(behind - 1) == '-' ? behind - 1 : behind;
    }
    if (bracketed || last == null) {
      return source.place(opening, Math.max(opening, offset(mark(end.getEndMark()))));
    }
    return source.place(opening, opening).to(last);
  }

  /**
   * The place of a value of which nothing is written: behind its colon, or else behind its key. The
   * parser puts it at the next token where there is no colon.
   */
  Place missing(Place value, Place key) {
    int colon = start(value) - 1;
    int i =
        Math.max(
            source.offset(key.endLine(), key.endColumn()), source.offset(value.startLine(), 1));
    while (i < colon && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == colon && text.charAt(colon) == ':'
        ? value
        : new Place(key.file(), key.endLine(), key.endColumn(), key.endLine(), key.endColumn());
  }

  private boolean isBracket(int at) {
    return text.charAt(at) == '[' || text.charAt(at) == '{';
  }

  /** No content begins like an anchor or a tag. */
  private boolean isProperty(int at) {
    return at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!');
  }

  /** The first character behind anchor, tag, blanks, line breaks and comments. */
  int contentFrom(int start, int limit) {
    int i = start;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '!' && text.startsWith("!<", i)) {
        i = endOf(i, limit, ">") + 1;
      } else if (c == '&' || c == '!') {
        i = endOf(i, limit, " \t\r\n,[]{}");
      } else if (c == '#') {
        i = endOf(i, limit, "\r\n");
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        i++;
      } else {
        return i;
      }
    }
    return limit;
  }

  private int endOf(int from, int limit, String stops) {
    int i = from;
    while (i < limit && stops.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** The end of the last line that shows something, or of the header if no line does. */
  private int endOfBlock(int start, int limit) {
    int header = start;
    while (header < limit && "|>+-0123456789".indexOf(text.charAt(header)) >= 0) {
      header++;
    }
    int firstLine = endOf(start, limit, "\r\n");
    int end = limit;
    while (end > firstLine && " \r\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end <= firstLine ? header : endOf(end, limit, "\r\n");
  }

  private int offset(Mark mark) {
    return source.offset(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place place(Mark from, Mark to) {
    return new Place(
        source.file(),
        from.getLine() + 1,
        from.getColumn() + 1,
        to.getLine() + 1,
        to.getColumn() + 1);
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("The parser was asked for marks."));
  }
}
