package io.headgate.engine.document;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the entries of a mapping; of a key that is given twice the first counts. */
final class MappingBuilder {

  /** Up to here looking through the entries costs less than a set. */
  private static final int FEW = 12;

  private final List<Entry> entries = new ArrayList<>();
  private final Reading reading;
  private @Nullable Set<String> keys;

  MappingBuilder(Reading reading) {
    this.reading = reading;
  }

  void add(Scalar key, Node value) throws Unreadable {
    if (isNew(key.text())) {
      entries.add(new Entry(key, value));
    } else {
      reading.problem(
          key.place(),
          "The key "
              + Reading.quoted(key.text())
              + " is given twice in one mapping; remove one of them.");
    }
  }

  /** Adds the entry unless the key is there: what a merge key does. */
  void merge(Entry entry) {
    if (isNew(entry.key().text())) {
      entries.add(entry);
    }
  }

  List<Entry> entries() {
    return entries;
  }

  private boolean isNew(String key) {
    if (keys == null && entries.size() < FEW) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return false;
        }
      }
      return true;
    }
    if (keys == null) {
      keys = new HashSet<>();
      for (Entry entry : entries) {
        keys.add(entry.key().text());
      }
    }
    return keys.add(key);
  }
}
