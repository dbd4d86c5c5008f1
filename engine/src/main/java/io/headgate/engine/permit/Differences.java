package io.headgate.engine.permit;

import io.headgate.engine.permit.Evidence.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What differs between what was judged and what is there. */
public final class Differences {

  private Differences() {}

  /**
   * Each difference as a phrase such as {@code changed: kafka/topics.yaml}; none if all is same.
   */
  public static List<String> between(Evidence judged, Evidence now) {
    List<String> differences = new ArrayList<>();
    inputs(judged.inputs(), now.inputs(), differences);
    files(judged.files(), now.files(), differences);
    return differences;
  }

  private static void files(
      Map<String, String> judged, Map<String, String> now, List<String> differences) {
    Map<String, String> gone = new HashMap<>();
    for (Map.Entry<String, String> file : judged.entrySet()) {
      if (!now.containsKey(file.getKey())) {
        gone.putIfAbsent(file.getValue(), file.getKey());
      }
    }
    Set<String> renamed = new HashSet<>();
    Set<String> paths = new TreeSet<>(judged.keySet());
    paths.addAll(now.keySet());
    List<String> own = new ArrayList<>();
    for (String path : paths) {
      String before = judged.get(path);
      String after = now.get(path);
      if (before == null && after != null) {
        String old = gone.remove(after);
        if (old != null) {
          renamed.add(old);
        }
        own.add(old == null ? "added: " + path : "renamed: " + old + " is now " + path);
      } else if (before != null && after != null && !before.equals(after)) {
        own.add("changed: " + path);
      }
    }
    for (String path : judged.keySet()) {
      if (!now.containsKey(path) && !renamed.contains(path)) {
        own.add("removed: " + path);
      }
    }
    differences.addAll(own);
  }

  /** A name may differ from one directory to the next: what decides is the content. */
  private static void inputs(List<Input> judged, List<Input> now, List<String> differences) {
    for (Input input : judged) {
      if (!has(now, input, true)) {
        differences.add((has(now, input, false) ? "changed: " : "removed: ") + shown(input));
      }
    }
    for (Input input : now) {
      if (!has(judged, input, true) && !has(judged, input, false)) {
        differences.add("added: " + shown(input));
      }
    }
  }

  /** Whether there is one of the same role, with the same content or else of the same name. */
  private static boolean has(List<Input> inputs, Input wanted, boolean content) {
    for (Input input : inputs) {
      if (input.role().equals(wanted.role())
          && (content
              ? input.algorithm().equals(wanted.algorithm())
                  && input.digest().equals(wanted.digest())
              : input.name().equals(wanted.name()))) {
        return true;
      }
    }
    return false;
  }

  private static String shown(Input input) {
    return "the " + input.role() + " " + input.name();
  }
}
