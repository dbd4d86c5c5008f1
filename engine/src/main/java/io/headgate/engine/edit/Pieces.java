package io.headgate.engine.edit;

import java.util.ArrayList;
import java.util.List;

/** A text that is edited step by step, and still knows where each of its characters comes from. */
public final class Pieces {

  /**
   * A part of the text as it is now.
   *
   * @param from where it stood in the original; -1 if it is new
   */
  private record Piece(int from, String text) {

    Piece part(int start, int end) {
      return new Piece(from < 0 ? -1 : from + start, text.substring(start, end));
    }
  }

  private final String original;
  private final List<Piece> pieces = new ArrayList<>();

  /** A text without any edit. */
  public Pieces(String original) {
    this.original = original;
    pieces.add(new Piece(0, original));
  }

  /** The same, to go on with apart from this one. */
  public Pieces copy() {
    Pieces copy = new Pieces(original);
    copy.pieces.clear();
    copy.pieces.addAll(pieces);
    return copy;
  }

  /** The text as it was. */
  public String original() {
    return original;
  }

  /** Edits the text as it is now; the edits do not overlap. */
  public void apply(List<Edit> edits) {
    List<Edit> last = new ArrayList<>(edits);
    last.sort(
        (a, b) ->
            a.from() == b.from()
                ? Integer.compare(b.to(), a.to())
                : Integer.compare(b.from(), a.from()));
    for (Edit edit : last) {
      apply(edit);
    }
  }

  private void apply(Edit edit) {
    List<Piece> next = new ArrayList<>();
    int at = 0;
    boolean written = edit.text().isEmpty();
    for (Piece piece : pieces) {
      int end = at + piece.text().length();
      int from = Math.max(0, Math.min(edit.from() - at, piece.text().length()));
      int to = Math.max(0, Math.min(edit.to() - at, piece.text().length()));
      if (from > 0) {
        next.add(piece.part(0, from));
      }
      if (!written && edit.from() < end) {
        next.add(new Piece(-1, edit.text()));
        written = true;
      }
      if (to < piece.text().length()) {
        next.add(piece.part(to, piece.text().length()));
      }
      at = end;
    }
    if (!written) {
      next.add(new Piece(-1, edit.text()));
    }
    pieces.clear();
    pieces.addAll(next);
  }

  /** The text as it is now. */
  public String text() {
    StringBuilder text = new StringBuilder(original.length());
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /**
   * Where a range of the original begins now; -1 if it is not there any more as a whole and in one
   * piece.
   */
  public int now(int from, int to) {
    int at = 0;
    for (Piece piece : pieces) {
      int end = piece.from() + piece.text().length();
      if (piece.from() >= 0 && piece.from() <= from && to <= end) {
        return at + from - piece.from();
      }
      at += piece.text().length();
    }
    return -1;
  }

  /** All edits as one step from the original, in order. */
  public List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    int at = 0;
    StringBuilder written = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.from() < 0) {
        written.append(piece.text());
      } else {
        add(at, piece.from(), written, edits);
        at = piece.from() + piece.text().length();
      }
    }
    add(at, original.length(), written, edits);
    return edits;
  }

  private static void add(int from, int to, StringBuilder written, List<Edit> edits) {
    if (from < to || !written.isEmpty()) {
      edits.add(new Edit(from, to, written.toString()));
      written.setLength(0);
    }
  }
}
