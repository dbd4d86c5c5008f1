package io.headgate.engine;

import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which files are judged together. A policy may say it. Otherwise each landscape found by
 * its layout is a bundle of its own, and so is each directory of other files with all below it,
 * unless directories below it declare the same object: then each of those is an environment of its
 * own.
 */
final class Bundling {

  private Bundling() {}

  /**
   * Files that are judged together.
   *
   * @param name for reports: a path, or what the policy calls it
   * @param environment its environment; empty when nobody said
   * @param files the files
   */
  record Group(String name, String environment, List<ReadFile> files) {}

  static List<Group> group(List<ReadFile> files, Policy policy, String environment) {
    if (!policy.bundles().isEmpty()) {
      return byPolicy(files, policy, environment);
    }
    String all = environment.isEmpty() ? policy.environment() : environment;
    return byLayout(files).stream().map(g -> new Group(g.name(), all, g.files())).toList();
  }

  private static List<Group> byPolicy(List<ReadFile> files, Policy policy, String environment) {
    List<Group> groups = new ArrayList<>();
    for (Policy.BundleSpec spec : policy.bundles()) {
      if (environment.isEmpty() || environment.equals(spec.environment())) {
        List<ReadFile> own =
            files.stream()
                .filter(file -> spec.paths().stream().anyMatch(path -> lies(file.file(), path)))
                .toList();
        if (own.stream().anyMatch(ReadFile::standsAlone)) {
          groups.add(new Group(spec.name(), spec.environment(), own));
        }
      }
    }
    return groups;
  }

  private static boolean lies(String file, String path) {
    return path.isEmpty() || file.equals(path) || file.startsWith(path + "/");
  }

  private static List<Group> byLayout(List<ReadFile> files) {
    Map<String, List<ReadFile>> landscapes = new TreeMap<>();
    for (ReadFile file : files) {
      String landscape = file.landscape();
      if (landscape != null) {
        landscapes.computeIfAbsent(landscape, key -> new ArrayList<>()).add(file);
      }
    }
    Directory root = new Directory("");
    for (ReadFile file : files) {
      if (file.landscape() == null) {
        String beside = nearest(file.directory(), landscapes.keySet());
        if (beside != null) {
          landscapes.getOrDefault(beside, new ArrayList<>()).add(file);
        } else if (file.standsAlone()) {
          root.add(file);
        }
      }
    }
    List<Group> groups = new ArrayList<>();
    landscapes.forEach((path, own) -> groups.add(new Group(shown(path), "", own)));
    groups.addAll(root.groups());
    return groups;
  }

  private static String shown(String path) {
    return path.isEmpty() ? "." : path;
  }

  /** The landscape in which, or in whose folder, a directory lies; the deepest of them. */
  private static @Nullable String nearest(String directory, Set<String> landscapes) {
    String best = null;
    int bestLength = -1;
    for (String landscape : landscapes) {
      boolean inFolder = landscape.equals("landscape") || landscape.endsWith("/landscape");
      String home =
          inFolder
              ? landscape.substring(0, Math.max(0, landscape.length() - "/landscape".length()))
              : landscape;
      if (lies(directory, home) && home.length() > bestLength) {
        best = landscape;
        bestLength = home.length();
      }
    }
    return best;
  }

  /** A directory of files without a layout. */
  private static final class Directory {
    private final String path;
    private final Map<String, Directory> below = new TreeMap<>();
    private final List<ReadFile> own = new ArrayList<>();

    Directory(String path) {
      this.path = path;
    }

    void add(ReadFile file) {
      Directory directory = this;
      if (!file.directory().isEmpty()) {
        for (String part : file.directory().split("/", -1)) {
          String deeper = directory.path.isEmpty() ? part : directory.path + "/" + part;
          directory = directory.below.computeIfAbsent(part, key -> new Directory(deeper));
        }
      }
      directory.own.add(file);
    }

    List<Group> groups() {
      List<Group> apart = new ArrayList<>();
      List<Group> candidates = new ArrayList<>();
      candidates.add(new Group(shown(path), "", own));
      for (Directory directory : below.values()) {
        List<Group> groups = directory.groups();
        (groups.size() == 1 ? candidates : apart).addAll(groups);
      }
      Map<String, Integer> declared = new HashMap<>();
      for (Group candidate : candidates) {
        objects(candidate).forEach((object, one) -> declared.merge(object, 1, Integer::sum));
      }
      List<ReadFile> together = new ArrayList<>();
      for (Group candidate : candidates) {
        if (objects(candidate).keySet().stream().anyMatch(o -> declared.getOrDefault(o, 0) > 1)) {
          apart.add(candidate);
        } else {
          together.addAll(candidate.files());
        }
      }
      if (!together.isEmpty()) {
        apart.add(0, new Group(shown(path), "", together));
      }
      return apart;
    }

    private static Map<String, Boolean> objects(Group group) {
      Map<String, Boolean> objects = new LinkedHashMap<>();
      group.files().forEach(file -> file.objects().forEach(o -> objects.put(o, true)));
      return objects;
    }
  }
}
