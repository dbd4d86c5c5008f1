package io.headgate.rules.kafka;

import io.headgate.spi.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka makes of the names of topics.
 *
 * <p>Legality is that of {@code org.apache.kafka.common.internals.Topic}; the prefixes are those
 * under which Kafka and the tools around it create topics for themselves.
 */
public final class TopicNames {

  /** Beginnings of the names that Kafka and common tools create and own. */
  public static final List<String> ENGINE_PREFIXES =
      List.of(
          "__",
          "_confluent",
          "_schemas",
          "_connect-configs",
          "_connect-offsets",
          "_connect-status",
          "connect-configs",
          "connect-offsets",
          "connect-status",
          "_kafka_lenses_",
          "_lenses_",
          "lsql_",
          "mm2-",
          "strimzi.cruisecontrol.");

  /** Ends of the names of the topics that Kafka Streams makes; those of foreign keys are last. */
  private static final List<String> APP_ENDS = List.of("-changelog", "-repartition", "-topic");

  private static final int MAX_LENGTH = 249;

  private TopicNames() {}

  /**
   * Why Kafka refuses a name.
   *
   * @return the rest of a sentence that begins with the name, or null for a legal name
   */
  public static @Nullable String fault(String name) {
    if (name.isEmpty()) {
      return "is empty";
    }
    if (name.equals(".") || name.equals("..")) {
      return "is a path, not a name";
    }
    int illegal = firstIllegal(name);
    if (illegal >= 0) {
      return "contains '" + Character.toString(name.codePointAt(illegal)) + "'";
    }
    return name.length() > MAX_LENGTH
        ? "has " + name.length() + " characters, more than " + MAX_LENGTH
        : null;
  }

  /** Whether Kafka takes the name. */
  public static boolean isLegal(String name) {
    return fault(name) == null;
  }

  /**
   * The prefix that makes a name the property of Kafka or of a tool.
   *
   * @return one of {@code prefixes}, or null
   */
  public static @Nullable String prefixOf(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return prefix;
      }
    }
    return null;
  }

  /**
   * {@code " Did you mean 'x'?"} for the topic that somebody probably meant, or nothing if none is
   * near. One that Kafka refuses is never the one.
   *
   * @param written a name that no topic bears
   * @param topics the names of topics
   */
  public static String hint(String written, Collection<String> topics) {
    String nearest = Nearest.to(written, topics);
    return nearest == null || !isLegal(nearest) ? "" : " Did you mean '" + nearest + "'?";
  }

  /**
   * Whether a stream engine makes the topic for an app: its name begins with the app's group and a
   * hyphen, and ends as Kafka Streams ends the names of changelogs and the like. Its time depends
   * on the name alone.
   *
   * @param groups the consumer groups, which are the ids of apps
   */
  public static boolean isMadeForApp(String name, Set<String> groups) {
    boolean internal = false;
    for (String end : APP_ENDS) {
      internal |= name.endsWith(end);
    }
    for (int at = name.indexOf('-'); internal && at > 0; at = name.indexOf('-', at + 1)) {
      if (groups.contains(name.substring(0, at))) {
        return true;
      }
    }
    return false;
  }

  private static int firstIllegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean legal =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == '-';
      if (!legal) {
        return i;
      }
    }
    return -1;
  }
}
