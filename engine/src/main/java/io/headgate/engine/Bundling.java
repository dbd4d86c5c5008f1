package io.headgate.engine;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which files are judged together. A policy may say it. Otherwise each landscape found by
 * its layout is a bundle of its own, and so is each directory of other files with all below it,
 * unless directories below it declare the same object: then each of those is an environment of its
 * own. Either way, no two Kafka clusters are judged together.
 */
final class Bundling {

  /** The folder into which {@code lenses-cli init-repo} puts a landscape. */
  private static final String FOLDER = "landscape";

  private Bundling() {}

  /**
   * Files that are judged together.
   *
   * @param name for reports: a path, or what the policy calls it
   * @param environment its environment; empty when nobody said
   * @param files the files
   * @param cluster the Kafka cluster whose bundle it is; null where no others are set apart
   */
  record Group(String name, String environment, List<ReadFile> files, @Nullable String cluster) {

    /** The files of all clusters there are. */
    Group(String name, String environment, List<ReadFile> files) {
      this(name, environment, files, null);
    }

    /** Whether one of the files itself tells of the state before the change. */
    boolean tellsOfBefore() {
      for (ReadFile file : files) {
        if (file.before() != null) {
          return true;
        }
      }
      return false;
    }
  }

  static List<Group> group(List<ReadFile> files, Policy policy, String environment) {
    List<Group> groups =
        policy.bundles().isEmpty()
            ? byLayout(files, environment.isEmpty() ? policy.environment() : environment)
            : byPolicy(files, policy, environment);
    if (haveGrants(files)) {
      groups = Grants.resolved(groups);
    }
    if (!nameClusters(files)) {
      return groups;
    }
    List<Group> apart = new ArrayList<>();
    for (Group group : groups) {
      apart.addAll(KafkaClusters.apart(group));
    }
    return apart;
  }

  private static boolean haveGrants(List<ReadFile> files) {
    for (ReadFile file : files) {
      for (ClusterFacts fact : file.facts()) {
        if (fact.grant() != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean nameClusters(List<ReadFile> files) {
    for (ReadFile file : files) {
      if (!file.clusters().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static List<Group> byPolicy(List<ReadFile> files, Policy policy, String environment) {
    List<Group> groups = new ArrayList<>();
    for (Policy.BundleSpec spec : policy.bundles()) {
      if (environment.isEmpty() || environment.equals(spec.environment())) {
        List<ReadFile> own = files.stream().filter(file -> spec.holds(file.file())).toList();
        if (own.stream().anyMatch(ReadFile::standsAlone)) {
          groups.add(new Group(spec.name(), spec.environment(), own));
        }
      }
    }
    return groups;
  }

  private static List<Group> byLayout(List<ReadFile> files, String environment) {
    Map<String, List<ReadFile>> landscapes = new TreeMap<>();
    List<ReadFile> others = new ArrayList<>();
    for (ReadFile file : files) {
      String landscape = file.landscape();
      if (landscape == null) {
        others.add(file);
      } else {
        landscapes.computeIfAbsent(landscape, key -> new ArrayList<>()).add(file);
      }
    }
    Map<String, List<ReadFile>> homes = homes(landscapes);
    Directory root = new Directory("");
    List<ReadFile> dependent = new ArrayList<>();
    for (ReadFile file : others) {
      List<ReadFile> beside = nearest(file.directory(), homes);
      if (beside != null) {
        beside.add(file);
      } else if (file.standsAlone()) {
        root.add(file);
      } else {
        dependent.add(file);
      }
    }
    List<Group> groups = new ArrayList<>();
    landscapes.forEach((path, own) -> groups.add(new Group(shown(path), environment, own)));
    Map<String, List<ReadFile>> parts = new HashMap<>();
    for (Part part : root.groups()) {
      List<ReadFile> own = new ArrayList<>(part.files());
      parts.putIfAbsent(part.path(), own);
      groups.add(new Group(shown(part.path()), environment, own));
    }
    for (ReadFile file : dependent) {
      List<ReadFile> beside = nearest(file.directory(), parts);
      if (beside != null) {
        beside.add(file);
      }
    }
    return groups;
  }

  private static String shown(String path) {
    return path.isEmpty() ? "." : path;
  }

  /**
   * The landscapes by the directories whose other files belong to them: a landscape's own, and the
   * one around a folder that is called "landscape".
   */
  private static Map<String, List<ReadFile>> homes(Map<String, List<ReadFile>> landscapes) {
    Map<String, List<ReadFile>> homes = new HashMap<>(landscapes);
    landscapes.forEach(
        (path, files) -> {
          if (path.equals(FOLDER) || path.endsWith("/" + FOLDER)) {
            homes.putIfAbsent(path.substring(0, Math.max(0, path.lastIndexOf('/'))), files);
          }
        });
    return homes;
  }

  /** The landscape in which, or in whose folder, a directory lies; the deepest of them. */
  private static @Nullable List<ReadFile> nearest(
      String directory, Map<String, List<ReadFile>> homes) {
    String path = directory;
    while (true) {
      List<ReadFile> found = homes.get(path);
      if (found != null || path.isEmpty()) {
        return found;
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
  }

  /** Files that belong together so far, and the identities of the objects in them. */
  private record Part(String path, List<ReadFile> files, Set<String> objects) {

    static Part of(String path, List<ReadFile> files) {
      Set<String> objects = new HashSet<>();
      files.forEach(file -> objects.addAll(file.objects()));
      return new Part(path, files, objects);
    }
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

    /** The environments in this directory and below: one, unless they declare the same object. */
    List<Part> groups() {
      List<Part> apart = new ArrayList<>();
      List<Part> candidates = new ArrayList<>();
      if (!own.isEmpty()) {
        candidates.add(Part.of(path, own));
      }
      for (Directory directory : below.values()) {
        List<Part> parts = directory.groups();
        (parts.size() == 1 ? candidates : apart).addAll(parts);
      }
      Map<String, Integer> declared = new HashMap<>();
      for (Part candidate : candidates) {
        candidate.objects().forEach(object -> declared.merge(object, 1, Integer::sum));
      }
      List<Part> together = new ArrayList<>();
      for (Part candidate : candidates) {
        boolean elsewhere =
            candidate.objects().stream().anyMatch(object -> declared.getOrDefault(object, 0) > 1);
        (elsewhere ? apart : together).add(candidate);
      }
      if (!together.isEmpty()) {
        apart.add(0, merged(together));
      }
      return apart;
    }

    private Part merged(List<Part> parts) {
      if (parts.size() == 1) {
        return parts.get(0);
      }
      List<ReadFile> files = new ArrayList<>();
      Set<String> objects = new HashSet<>();
      for (Part part : parts) {
        files.addAll(part.files());
        objects.addAll(part.objects());
      }
      return new Part(path, files, objects);
    }
  }
}
