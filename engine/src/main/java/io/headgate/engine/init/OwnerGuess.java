package io.headgate.engine.init;

import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which names, as far as names, labels and {@code CODEOWNERS} tell.
 *
 * @param owners what was guessed, in the order of the teams and prefixes
 * @param owned how many names begin with one of the prefixes
 * @param all how many names there are
 */
record OwnerGuess(List<Owner> owners, int owned, int all) {

  /** A first part that so many of all names share is no team, but the name of the house. */
  private static final int HOUSE_IN_HUNDRED = 90;

  private static final int DEEPEST = 3;

  private static final Set<String> TEAM_LABELS =
      Set.of("team", "owner", "owned-by", "squad", "owner-team", "team-name");
  private static final Set<String> APPLICATION_LABELS =
      Set.of("part-of", "application", "app", "project", "domain");

  /** First parts that say what kind of topic it is, not whose. */
  private static final Set<String> KINDS =
      Set.of(
          "dlq",
          "dlt",
          "retry",
          "cdc",
          "raw",
          "tmp",
          "temp",
          "topic",
          "topics",
          "kafka",
          "connect",
          "private",
          "public",
          "internal",
          "event",
          "events",
          "data",
          "my");

  /**
   * A team.
   *
   * @param team its name
   * @param prefix what the names that it owns begin with
   * @param evidence what speaks for it, in words
   */
  record Owner(String team, String prefix, String evidence) {}

  /** A team's name and what speaks for it. */
  private record Named(String team, String evidence) {}

  /** Guesses. */
  static OwnerGuess of(SortedMap<String, List<Topic>> topics, Codeowners codeowners) {
    SortedMap<String, List<String>> groups = groups(topics.keySet());
    boolean told = tellApart(topics, groups, codeowners);
    List<Owner> owners = new ArrayList<>();
    int owned = 0;
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      Named named = named(group.getKey(), group.getValue(), topics, told ? codeowners : null);
      if (named != null) {
        owners.add(new Owner(named.team(), group.getKey(), named.evidence()));
        owned += group.getValue().size();
      }
    }
    owners.sort(
        (a, b) -> {
          int byTeam = a.team().compareTo(b.team());
          return byTeam != 0 ? byTeam : a.prefix().compareTo(b.prefix());
        });
    return new OwnerGuess(owners, owned, topics.size());
  }

  /** The names by the first part that tells them apart. */
  private static SortedMap<String, List<String>> groups(Set<String> names) {
    SortedMap<String, List<String>> groups = by(names, 1);
    for (int depth = 2; depth <= DEEPEST; depth++) {
      SortedMap<String, List<String>> deeper = new TreeMap<>();
      boolean changed = false;
      for (Map.Entry<String, List<String>> group : groups.entrySet()) {
        SortedMap<String, List<String>> parts = by(group.getValue(), depth);
        if (isHouse(group.getKey(), group.getValue().size(), names.size(), parts)) {
          deeper.putAll(parts);
          changed = true;
        } else {
          deeper.put(group.getKey(), group.getValue());
        }
      }
      if (!changed) {
        break;
      }
      groups = deeper;
    }
    return groups;
  }

  private static SortedMap<String, List<String>> by(Iterable<String> names, int depth) {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    for (String name : names) {
      String prefix = TopicNames.prefix(name, depth);
      if (!prefix.isEmpty()) {
        groups.computeIfAbsent(prefix, key -> new ArrayList<>()).add(name);
      }
    }
    return groups;
  }

  /** Whether a prefix says nothing about teams, and the parts behind it may. */
  private static boolean isHouse(
      String prefix, int size, int all, SortedMap<String, List<String>> parts) {
    int shared = 0;
    for (List<String> part : parts.values()) {
      shared += part.size() > 1 ? 1 : 0;
    }
    return (!isTeam(TopicNames.lastPart(prefix)) && shared > 0)
        || (size * 100 >= all * HOUSE_IN_HUNDRED && shared > 1);
  }

  private static boolean isTeam(String part) {
    String word = part.toLowerCase(Locale.ROOT);
    return EnvironmentWords.word(word) == null && !KINDS.contains(word);
  }

  /** Whether the owners of files differ from group to group: one for all says nothing of names. */
  private static boolean tellApart(
      SortedMap<String, List<Topic>> topics,
      SortedMap<String, List<String>> groups,
      Codeowners codeowners) {
    Set<String> owners = new TreeSet<>();
    for (List<String> names : groups.values()) {
      for (String name : names) {
        for (Topic topic : topics.getOrDefault(name, List.of())) {
          owners.add(codeowners.owner(topic.place().file()));
        }
      }
    }
    return owners.size() > 1;
  }

  private static @Nullable Named named(
      String prefix,
      List<String> names,
      SortedMap<String, List<Topic>> topics,
      @Nullable Codeowners codeowners) {
    Named labelled = labelled(TEAM_LABELS, names, topics);
    if (labelled != null) {
      return labelled;
    }
    Named byFiles = codeowners == null ? null : byFiles(names, topics, codeowners);
    if (byFiles != null) {
      return byFiles;
    }
    Named application = labelled(APPLICATION_LABELS, names, topics);
    if (application != null) {
      return application;
    }
    String part = TopicNames.lastPart(prefix);
    return names.size() > 1 && isTeam(part)
        ? new Named(part, names.size() + " topics begin with '" + prefix + "'")
        : null;
  }

  /** The one value that labels of some keys have on at least half of the names; or null. */
  private static @Nullable Named labelled(
      Set<String> keys, List<String> names, SortedMap<String, List<Topic>> topics) {
    Map<String, Set<String>> values = new TreeMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String name : names) {
      Map<String, String> own = new TreeMap<>();
      for (Topic topic : topics.getOrDefault(name, List.of())) {
        for (Property label : topic.labels().properties()) {
          String key = label.key().orElse("");
          String value = label.value().orElse("").strip();
          if (!value.isEmpty() && keys.contains(lastPart(key))) {
            own.put(key, value);
          }
        }
      }
      own.forEach(
          (key, value) -> {
            values.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
            counts.merge(key, 1, Integer::sum);
          });
    }
    for (Map.Entry<String, Set<String>> key : values.entrySet()) {
      int count = counts.getOrDefault(key.getKey(), 0);
      if (key.getValue().size() == 1 && count * 2 >= names.size()) {
        String value = key.getValue().iterator().next();
        return new Named(
            value, count + " of " + of(names) + " labelled '" + key.getKey() + ": " + value + "'");
      }
    }
    return null;
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static String of(List<String> names) {
    return names.size() == 1 ? "1 topic is" : names.size() + " topics are";
  }

  /** The one owner of the files of all names; or null. */
  private static @Nullable Named byFiles(
      List<String> names, SortedMap<String, List<Topic>> topics, Codeowners codeowners) {
    Set<String> owners = new TreeSet<>();
    for (String name : names) {
      for (Topic topic : topics.getOrDefault(name, List.of())) {
        owners.add(codeowners.owner(topic.place().file()));
      }
    }
    String owner = owners.size() == 1 ? owners.iterator().next() : "";
    String team = Codeowners.name(owner);
    return team.isEmpty()
        ? null
        : new Named(
            team,
            "CODEOWNERS gives the files of "
                + names.size()
                + (names.size() == 1 ? " topic" : " topics")
                + " to "
                + owner);
  }
}
