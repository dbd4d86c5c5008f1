package io.headgate.spi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Finds the keys that a name begins with, and those that begin with it. Its nodes are the keys
 * alone, each beneath the longest other key that it begins with: nothing is stored by character.
 */
final class PrefixTrie<V> {

  private static final int NONE = -1;

  private final String[] keys;
  private final List<V> values;
  private final int[] parents;

  PrefixTrie(SortedMap<String, V> entries) {
    keys = new String[entries.size()];
    parents = new int[keys.length];
    values = new ArrayList<>(keys.length);
    int last = NONE;
    int next = 0;
    for (Map.Entry<String, V> entry : entries.entrySet()) {
      String key = entry.getKey();
      keys[next] = key;
      values.add(entry.getValue());
      last = upTo(key, last);
      parents[next] = last;
      last = next++;
    }
  }

  /** Adds the values of all keys that the name begins with, the shortest key first. */
  void addPrefixesOf(String name, List<? super V> into) {
    int first = into.size();
    for (int i = upTo(name, floor(name)); i != NONE; i = parents[i]) {
      into.add(values.get(i));
    }
    for (int a = first, b = into.size() - 1; a < b; a++, b--) {
      java.util.Collections.swap(into, a, b);
    }
  }

  /** Adds the values of the keys that begin with the prefix, in order, and no more than some. */
  void addBeginningWith(String prefix, int most, List<? super V> into) {
    int first = floor(prefix);
    if (first == NONE || !keys[first].equals(prefix)) {
      first++;
    }
    for (int i = first; i < keys.length && i < first + most && keys[i].startsWith(prefix); i++) {
      into.add(values.get(i));
    }
  }

  /**
   * The longest key that the name begins with, sought from a key that is not behind the name: what
   * lies between a prefix of a name and the name begins with that prefix too.
   */
  private int upTo(String name, int from) {
    int i = from;
    while (i != NONE && !name.startsWith(keys[i])) {
      i = parents[i];
    }
    return i;
  }

  /** The last key that is not behind the name. */
  private int floor(String name) {
    int found = java.util.Arrays.binarySearch(keys, name);
    return found >= 0 ? found : -found - 2;
  }
}
