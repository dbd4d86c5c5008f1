package io.headgate.engine.schema;

import io.headgate.engine.document.Problem;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with one schema; hostile texts do not make it endless. */
final class Problems {

  private static final int MOST = 100;
  private static final int MOST_NAMES = 1000;
  private static final int LONGEST = 80;

  private final List<Located<String>> found = new ArrayList<>();

  void add(SchemaPath path, Place place, String message) {
    if (!isFull()) {
      found.add(Located.known(message, path.attribute(), place));
    }
  }

  /** What the reader of the text found. */
  void addAll(List<Problem> problems) {
    for (Problem problem : problems) {
      String message = problem.message();
      add(
          SchemaPath.ROOT,
          problem.place(),
          Character.toLowerCase(message.charAt(0)) + message.substring(1));
    }
  }

  List<Located<String>> inOrder() {
    found.sort((a, b) -> a.place().compareTo(b.place()));
    return found;
  }

  /** Whether there is no use in looking for more. */
  boolean isFull() {
    return found.size() >= MOST;
  }

  /** {@code " Did you mean 'x'?"}, or nothing; the names are only asked for if they are of use. */
  String hint(String written, Supplier<? extends Collection<String>> names) {
    return isFull() ? "" : Nearest.hint(written, names.get().stream().limit(MOST_NAMES).toList());
  }

  /** A word of the schema in quotes, cut to a readable length. */
  static String quoted(String word) {
    if (word.length() <= LONGEST) {
      return "'" + word + "'";
    }
    return "'" + word.substring(0, word.offsetByCodePoints(0, LONGEST / 2)) + "...'";
  }

  /** The first character of something long. */
  static Place start(Place place) {
    return new Place(
        place.file(),
        place.startLine(),
        place.startColumn(),
        place.startLine(),
        place.startColumn(),
        place.origin());
  }
}
