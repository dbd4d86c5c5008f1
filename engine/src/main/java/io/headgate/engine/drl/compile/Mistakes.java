package io.headgate.engine.drl.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a pack. */
final class Mistakes {

  private final List<Mistake> all = new ArrayList<>();

  void add(Source source, int offset, String rule, String message) {
    all.add(new Mistake(source.file(), source.line(offset), source.column(offset), rule, message));
  }

  void add(Mistake mistake) {
    if (!all.contains(mistake)) {
      all.add(mistake);
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** By file and position. */
  List<Mistake> sorted() {
    return all.stream()
        .sorted(
            Comparator.comparing(Mistake::file)
                .thenComparingInt(Mistake::line)
                .thenComparingInt(Mistake::column))
        .toList();
  }
}
