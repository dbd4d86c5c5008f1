package io.headgate.rules.drift;

import io.headgate.rules.kafka.ConfigValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Whether two texts are one value to Kafka. */
final class ConfigTexts {

  private static final Set<String> LISTS =
      Set.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          "follower.replication.throttled.replicas",
          "leader.replication.throttled.replicas");

  private ConfigTexts() {}

  /** Texts are trimmed; numbers, booleans and lists are compared as such. */
  static boolean same(String key, String one, String other) {
    String a = one.trim();
    String b = other.trim();
    if (a.equals(b)) {
      return true;
    }
    if (LISTS.contains(key)) {
      return new TreeSet<>(ConfigValue.elements(a)).equals(new TreeSet<>(ConfigValue.elements(b)));
    }
    if (isFlag(a) && isFlag(b)) {
      return a.equalsIgnoreCase(b);
    }
    Double first = number(a);
    Double second = number(b);
    if (first == null || second == null) {
      return false;
    }
    Long whole = whole(a);
    Long otherWhole = whole(b);
    // What both are whole numbers may be too long for a fraction to tell apart.
    return (whole != null && otherWhole != null) ? whole.equals(otherWhole) : first.equals(second);
  }

  /**
   * Whether two texts are one value of a connector's property, as far as every connector agrees.
   */
  static boolean sameProperty(String key, String one, String other) {
    if (one.indexOf(',') >= 0 && other.indexOf(',') >= 0) {
      List<String> a = ConfigValue.elements(one);
      List<String> b = ConfigValue.elements(other);
      // The order of transforms counts, that of topics does not.
      return key.equals("topics") ? new TreeSet<>(a).equals(new TreeSet<>(b)) : a.equals(b);
    }
    String a = one.trim();
    String b = other.trim();
    return a.equals(b) || (isFlag(a) && a.equalsIgnoreCase(b));
  }

  private static boolean isFlag(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  private static @Nullable Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Long whole(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
