package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Result.State;
import io.headgate.engine.report.Sources;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which results of a run were there before the change: by what they are known by, never by a
 * line or a message. Where a file or a bundle is called anew, its results are the same.
 */
final class States {

  /** What a secret or another part of a file is called by. */
  private static final String HOLDER = " of " + Kind.DOCUMENT.word() + " ";

  /** With more pairs of files than that, only their names are compared. */
  private static final int MOST_PAIRS = 10_000;

  private final Before before;
  private final Set<String> files = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> thenNames = new HashSet<>();
  private final Sources sources;
  private final Set<String> same;
  private final List<Result> absent = new ArrayList<>();
  private @Nullable Result[] was = {};

  /**
   * For a run.
   *
   * @param now its files
   * @param groups its bundles, and those that are gone, without files
   * @param sources the texts of both states
   */
  States(Before before, List<ReadFile> now, List<Group> groups, Sources sources) {
    this.before = before;
    for (Group group : groups) {
      if (!group.files().isEmpty()) {
        names.add(group.name());
      }
    }
    for (Group group : before.groups()) {
      thenNames.add(group.name());
    }
    this.sources = sources;
    this.same = before.same();
    for (ReadFile file : now) {
      files.add(file.file());
    }
  }

  /** The results of now, each with its state, in the same order. */
  List<Result> of(List<Result> now, List<Result> then) {
    Result[] stated = new Result[now.size()];
    was = new Result[now.size()];
    Map<String, Deque<Result>> left = new LinkedHashMap<>();
    for (Result result : then) {
      left.computeIfAbsent(identity(result), key -> new ArrayDeque<>()).add(result);
    }
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < stated.length; i++) {
      was[i] = take(left, identity(now.get(i)), now.get(i));
      if (was[i] == null) {
        open.add(i);
      } else {
        stated[i] = now.get(i).as(State.UNCHANGED);
      }
    }
    if (!open.isEmpty()) {
      Map<String, Deque<Result>> gone = new LinkedHashMap<>();
      Map<String, String> renamed = renamed(now, open, left);
      for (Deque<Result> results : left.values()) {
        for (Result result : results) {
          String bundle = names.contains(result.bundle()) ? result.bundle() : "";
          gone.computeIfAbsent(identity(result, bundle, Map.of()), key -> new ArrayDeque<>())
              .add(result);
        }
      }
      for (int i : open) {
        Result result = now.get(i);
        String bundle = thenNames.contains(result.bundle()) ? result.bundle() : "";
        was[i] = take(gone, identity(result, bundle, renamed), result);
        stated[i] = result.as(was[i] == null ? State.NEW : State.UNCHANGED);
      }
      left = gone;
    }
    for (Deque<Result> results : left.values()) {
      for (Result result : results) {
        absent.add(asItWas(result).as(State.ABSENT));
      }
    }
    absent.sort(null);
    return List.of(stated);
  }

  /** A result of the base under the name that it had there: without the revision or directory. */
  private Result asItWas(Result result) {
    Finding finding = result.finding();
    String name = name(result, Map.of());
    if (name.equals(finding.resource().name())) {
      return result;
    }
    ResourceRef resource = new ResourceRef(finding.resource().kind(), name);
    return new Result(
        new Finding(
            finding.rule(),
            resource,
            finding.attribute(),
            finding.place(),
            finding.message(),
            finding.related()),
        result.severity(),
        result.bundle(),
        result.disposition(),
        result.state());
  }

  /** What was there before and is not now; only after {@link #of}. */
  List<Result> absent() {
    return absent;
  }

  /** What the result at a position of the list was before; null if it was not there. */
  @Nullable Result was(int index) {
    return was[index];
  }

  private @Nullable Result take(Map<String, Deque<Result>> left, String identity, Result result) {
    Finding finding = result.finding();
    // What cannot be read hides what it holds: only the very same content is known.
    if (!Baseline.mayKnow(finding.rule().id(), finding.attribute())
        && !CoreRules.ABOUT_WAIVERS.contains(finding.rule().id())
        && !same.contains(finding.place().file())) {
      return null;
    }
    Deque<Result> results = left.get(identity);
    return results == null ? null : results.poll();
  }

  private String identity(Result result) {
    return identity(result, result.bundle(), Map.of());
  }

  private String identity(Result result, String bundle, Map<String, String> renamed) {
    Finding finding = result.finding();
    return bundle
        + "\n"
        + finding.rule().id()
        + "\n"
        + finding.resource().kind().word()
        + "\n"
        + name(result, renamed)
        + "\n"
        + finding.attribute();
  }

  /** The name of a resource, with the path in it as in the run before the change. */
  private String name(Result result, Map<String, String> renamed) {
    String name = result.finding().resource().name();
    String path = path(result);
    if (path.isEmpty()) {
      return name;
    }
    String home = before.atHome(path);
    return name.substring(0, name.length() - path.length()) + renamed.getOrDefault(home, home);
  }

  /** The path with which the name of a resource ends; empty if it does with none. */
  private static String path(Result result) {
    String name = result.finding().resource().name();
    if (result.finding().resource().kind() == Kind.DOCUMENT) {
      return name;
    }
    int at = name.indexOf(HOLDER);
    return at < 0 ? "" : name.substring(at + HOLDER.length());
  }

  /** How files that are new now were called before, where something is said of them. */
  private Map<String, String> renamed(
      List<Result> now, List<Integer> open, Map<String, Deque<Result>> left) {
    Set<String> fresh = new TreeSet<>();
    for (int i : open) {
      String path = path(now.get(i));
      if (files.contains(path) && !before.hadFile(path)) {
        fresh.add(path);
      }
    }
    Map<String, String> gone = new TreeMap<>();
    for (Deque<Result> results : left.values()) {
      for (Result result : results) {
        String path = path(result);
        String home = before.atHome(path);
        if (!path.isEmpty() && before.hadFile(home) && !files.contains(home)) {
          gone.put(home, path);
        }
      }
    }
    boolean many = (long) fresh.size() * gone.size() > MOST_PAIRS;
    Map<String, String> renamed = new HashMap<>();
    for (String path : fresh) {
      String best = null;
      double likeness = 0.5;
      for (Map.Entry<String, String> candidate : gone.entrySet()) {
        double like = many ? alikeByName(path, candidate.getKey()) : alike(path, candidate);
        if (like >= likeness && (best == null || like > likeness)) {
          best = candidate.getKey();
          likeness = like;
        }
      }
      if (best != null) {
        renamed.put(path, best);
        gone.remove(best);
      }
    }
    return renamed;
  }

  private static double alikeByName(String one, String other) {
    String name = one.substring(one.lastIndexOf('/') + 1);
    return other.substring(other.lastIndexOf('/') + 1).equals(name) ? 1 : 0;
  }

  /** Which part of the lines of the longer file the other one has too, as Git sees it. */
  private double alike(String path, Map.Entry<String, String> other) {
    SourceText one = sources.text(path);
    SourceText two = sources.text(other.getValue());
    if (one == null || two == null) {
      return 0;
    }
    Map<String, Integer> lines = new HashMap<>();
    for (String line : one.text().split("\r?\n", -1)) {
      lines.merge(line, 1, Integer::sum);
    }
    int common = 0;
    for (String line : two.text().split("\r?\n", -1)) {
      if (lines.merge(line, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return (double) common / Math.max(one.lineCount(), two.lineCount());
  }
}
