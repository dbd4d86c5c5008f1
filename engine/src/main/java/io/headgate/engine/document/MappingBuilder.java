package io.headgate.engine.document;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the entries of a mapping; of a key that is given twice the first counts. */
final class MappingBuilder {

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final List<Problem> problems;

  MappingBuilder(List<Problem> problems) {
    this.problems = problems;
  }

  void add(Scalar key, Node value) {
    if (keys.add(key.text())) {
      entries.add(new Entry(key, value));
    } else {
      problems.add(
          new Problem(
              key.place(),
              "The key '" + key.text() + "' is given twice in one mapping; remove one of them."));
    }
  }

  /** Adds the entry unless the key is there: what a merge key does. */
  void merge(Entry entry) {
    if (keys.add(entry.key().text())) {
      entries.add(entry);
    }
  }

  List<Entry> entries() {
    return entries;
  }
}
