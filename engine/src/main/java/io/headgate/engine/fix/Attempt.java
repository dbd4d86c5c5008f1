package io.headgate.engine.fix;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Mended;
import io.headgate.engine.edit.Mender;
import io.headgate.engine.edit.Pieces;
import io.headgate.engine.report.Result;
import io.headgate.spi.Fix;
import io.headgate.spi.Related;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a round with some fixes applied. */
final class Attempt {

  /** What becomes of a fix. */
  enum Outcome {
    APPLIED,
    /** Something that was applied has taken its text away. */
    OVERTAKEN,
    /** The text does not allow it. */
    REFUSED
  }

  private final Map<String, SourceText> texts;
  private final Mender mender;
  private final Map<String, Pieces> edited = new TreeMap<>();
  private final List<Result> applied = new ArrayList<>();

  /**
   * The files at the start of a round.
   *
   * @param texts those that fixes are about
   */
  Attempt(Map<String, SourceText> texts, Mender mender) {
    this.texts = texts;
    this.mender = mender;
  }

  /** The same, to go on with apart from this one. */
  Attempt copy() {
    Attempt copy = new Attempt(texts, mender);
    edited.forEach((file, pieces) -> copy.edited.put(file, pieces.copy()));
    copy.applied.addAll(applied);
    return copy;
  }

  Outcome apply(Result result, Fix fix) {
    String file = result.finding().place().file();
    SourceText source = texts.get(file);
    if (source == null) {
      return Outcome.REFUSED;
    }
    Pieces pieces = edited.getOrDefault(file, new Pieces(source.text()));
    SourceText now = edited.containsKey(file) ? new SourceText(file, pieces.text()) : source;
    List<Fix.Change> changes = new ArrayList<>();
    for (Fix.Change change : fix.changes()) {
      Place place = change.place();
      if (!place.file().equals(file) || place.origin() != null) {
        return Outcome.REFUSED;
      }
      Place moved = now(place, source, now, pieces);
      if (moved == null) {
        return Outcome.OVERTAKEN;
      }
      changes.add(new Fix.Change(moved, change.resource(), change.text()));
    }
    if (!isThere(result, edited)) {
      return Outcome.OVERTAKEN;
    }
    Mended mended = mender.mend(now, new Fix(changes, fix.safe()));
    if (mended == null) {
      return Outcome.REFUSED;
    }
    Pieces next = pieces.copy();
    next.apply(mended.edits());
    Map<String, Pieces> with = new TreeMap<>(edited);
    with.put(file, next);
    for (Result other : applied) {
      if (!isThere(other, with)) {
        return Outcome.OVERTAKEN;
      }
    }
    edited.put(file, next);
    applied.add(result);
    return Outcome.APPLIED;
  }

  /** Whether all that a finding rests on is still there: of two that need each other one stays. */
  private boolean isThere(Result result, Map<String, Pieces> edits) {
    for (Related related : result.finding().related()) {
      Place place = related.place();
      Pieces pieces = edits.get(place.file());
      SourceText source = texts.get(place.file());
      if (pieces != null
          && source != null
          && pieces.now(
                  source.offset(place.startLine(), place.startColumn()),
                  source.offset(place.endLine(), place.endColumn()))
              < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Place now(
      Place place, SourceText source, SourceText now, Pieces pieces) {
    int from = source.offset(place.startLine(), place.startColumn());
    int to = source.offset(place.endLine(), place.endColumn());
    int start = pieces.now(from, to);
    return start < 0 ? null : now.place(start, start + to - from);
  }

  /** The place of a finding of this round in the text as it is after it; null if it is gone. */
  @Nullable Place now(Place place) {
    Pieces pieces = edited.get(place.file());
    SourceText source = texts.get(place.file());
    return pieces == null || source == null
        ? place
        : now(place, source, new SourceText(place.file(), pieces.text()), pieces);
  }

  /** The findings whose fixes are applied, in the order of their application. */
  List<Result> applied() {
    return applied;
  }

  /** The files that are not as they were. */
  Map<String, Pieces> edited() {
    return edited;
  }
}
