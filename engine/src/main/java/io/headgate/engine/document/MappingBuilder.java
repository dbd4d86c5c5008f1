package io.headgate.engine.document;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the entries of a mapping; of a key that is given twice the first counts. */
final class MappingBuilder {

  /** Up to here looking through the entries costs less than an index. */
  private static final int FEW = 12;

  private final List<Entry> entries = new ArrayList<>();
  private final Reading reading;
  private @Nullable Map<String, Integer> indexes;

  MappingBuilder(Reading reading) {
    this.reading = reading;
  }

  void add(Scalar key, Node value) throws Unreadable {
    if (index(key.text()) < 0) {
      append(new Entry(key, value));
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
    if (index(entry.key().text()) < 0) {
      append(entry);
    }
  }

  /** The entry of a key, or null. */
  @Nullable Entry entry(String key) {
    int index = index(key);
    return index < 0 ? null : entries.get(index);
  }

  /** Leaves a key with a value that a template will choose. */
  void makeUnknown(String key) {
    int index = index(key);
    Entry entry = entries.get(index);
    Scalar unknown = new Scalar(entry.value().place(), "", Style.TAGGED);
    entries.set(index, new Entry(entry.key(), unknown));
  }

  List<Entry> entries() {
    return entries;
  }

  private void append(Entry entry) {
    if (indexes != null) {
      indexes.put(entry.key().text(), entries.size());
    }
    entries.add(entry);
  }

  private int index(String key) {
    if (indexes == null && entries.size() >= FEW) {
      indexes = new HashMap<>();
      for (Entry entry : entries) {
        indexes.put(entry.key().text(), indexes.size());
      }
    }
    if (indexes != null) {
      return indexes.getOrDefault(key, -1);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().text().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
