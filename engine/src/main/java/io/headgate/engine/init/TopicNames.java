package io.headgate.engine.init;

import io.headgate.engine.Inspection;
import io.headgate.engine.Run;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The topics of a repository by their names, those left aside that no person named. */
final class TopicNames {

  private TopicNames() {}

  /** The topics of each name in any bundle, in the order of the names. */
  static SortedMap<String, List<Topic>> of(Inspection inspection) {
    SortedMap<String, List<Topic>> names = new TreeMap<>();
    for (Run.Unjudged bundle : inspection.bundles()) {
      for (Topic topic : bundle.bundle().all(Topic.class)) {
        String name = topic.name().orElse("");
        if (isNamedByPeople(name)) {
          names.computeIfAbsent(name, key -> new ArrayList<>()).add(topic);
        }
      }
    }
    return names;
  }

  private static boolean isNamedByPeople(String name) {
    if (name.isEmpty()
        || name.startsWith("_")
        || name.startsWith("connect-")
        || name.endsWith("-changelog")
        || name.endsWith("-repartition")
        || name.endsWith(".internal")
        || name.equals("heartbeats")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean legal =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_';
      if (!legal) {
        return false;
      }
    }
    return true;
  }

  /** What parts a name: a dot where it has one, else a hyphen, else an underscore. */
  private static char separator(String name) {
    return name.indexOf('.') >= 0 ? '.' : name.indexOf('-') >= 0 ? '-' : '_';
  }

  /**
   * The first parts of a name with what parts them from the rest; empty if it has no more parts, or
   * one of them is empty.
   *
   * @param depth how many parts
   */
  static String prefix(String name, int depth) {
    char separator = separator(name);
    int end = -1;
    for (int i = 0; i < depth; i++) {
      int start = end + 1;
      end = name.indexOf(separator, start);
      if (end <= start || end + 1 == name.length()) {
        return "";
      }
    }
    return name.substring(0, end + 1);
  }

  /** The last part of a prefix, without what ends it. */
  static String lastPart(String prefix) {
    String name = prefix.substring(0, prefix.length() - 1);
    return name.substring(name.lastIndexOf(prefix.charAt(prefix.length() - 1)) + 1);
  }
}
