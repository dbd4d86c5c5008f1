package io.headgate.engine.init;

import io.headgate.engine.Inspection;
import io.headgate.engine.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bundles of a repository as a policy would name them: by the fewest paths that hold all files
 * of one and none of another.
 */
final class BundlePaths {

  /** Who needs more paths is better served by what headgate finds by itself. */
  private static final int MOST = 20;

  private static final String CLUSTER = " (cluster ";

  /** Stands for a directory with files of several bundles. */
  private static final String SEVERAL = "\n";

  private final Map<String, SortedSet<String>> filesOf = new TreeMap<>();
  private final Map<String, String> bundleOf = new HashMap<>();

  private BundlePaths(Inspection inspection) {
    for (Run.Unjudged bundle : inspection.bundles()) {
      String home = home(bundle);
      SortedSet<String> files = filesOf.computeIfAbsent(home, key -> new TreeSet<>());
      for (String file : bundle.files()) {
        files.add(file);
        claim(file, home);
        for (int slash = file.lastIndexOf('/');
            slash >= 0;
            slash = slash == 0 ? -1 : file.lastIndexOf('/', slash - 1)) {
          claim(file.substring(0, slash), home);
        }
        claim("", home);
      }
    }
  }

  /**
   * A bundle.
   *
   * @param name what it is to be called: the path of its directory
   * @param paths what holds its files, in order; the root is {@code .}
   * @param environment the environment that its path speaks of; null if none
   */
  record Named(String name, List<String> paths, EnvironmentWords.@Nullable Found environment) {}

  /** The bundles in the order of their names; null if they cannot be named well. */
  static @Nullable List<Named> of(Inspection inspection) {
    BundlePaths all = new BundlePaths(inspection);
    List<Named> named = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> bundle : all.filesOf.entrySet()) {
      String home = bundle.getKey();
      List<String> paths = all.paths(home, bundle.getValue());
      String name = home.isEmpty() ? "." : home;
      EnvironmentWords.Found found = EnvironmentWords.in(home);
      if (found == null) {
        found = EnvironmentWords.in(common(bundle.getValue()));
      } else if (home.equals(all.bundleOf.get(found.path()))) {
        // What is added beside its topics tomorrow is of the same environment.
        name = found.path();
        paths = List.of(name);
      }
      if (paths.size() > MOST || !areWritable(paths)) {
        return null;
      }
      named.add(new Named(name, paths, found));
    }
    return named;
  }

  private void claim(String path, String home) {
    String other = bundleOf.put(path, home);
    if (other != null && !other.equals(home)) {
      bundleOf.put(path, SEVERAL);
    }
  }

  /** The directory that a bundle is called by; those of several Kafka clusters share one. */
  private static String home(Run.Unjudged bundle) {
    String name = bundle.name();
    int cluster = name.lastIndexOf(CLUSTER);
    if (cluster > 0 && name.endsWith(")")) {
      String path = name.substring(0, cluster);
      boolean isOne = path.equals(".");
      for (String file : bundle.files()) {
        isOne |= file.startsWith(path + "/");
      }
      name = isOne ? path : name;
    }
    return name.equals(".") ? "" : name;
  }

  private List<String> paths(String home, SortedSet<String> files) {
    SortedSet<String> paths = new TreeSet<>();
    for (String file : files) {
      paths.add(path(home, file));
    }
    return List.copyOf(paths);
  }

  /** The highest directory with the file that is the bundle's alone, or the file itself. */
  private String path(String home, String file) {
    int slash = home.isEmpty() || file.startsWith(home + "/") ? home.length() : -1;
    if (slash < 0) {
      // A landscape in a folder of its own takes files from beside that folder.
      int above = home.lastIndexOf('/');
      slash = above > 0 && file.startsWith(home.substring(0, above + 1)) ? above : 0;
    }
    while (slash >= 0) {
      String directory = file.substring(0, slash);
      if (home.equals(bundleOf.get(directory))) {
        return directory.isEmpty() ? "." : directory;
      }
      slash = file.indexOf('/', slash + 1);
    }
    return file;
  }

  /** A template in a path would be filled in by nobody. */
  private static boolean areWritable(List<String> paths) {
    for (String path : paths) {
      if (path.contains("${") || path.contains("{{") || path.startsWith("/")) {
        return false;
      }
      for (int i = 0; i < path.length(); i++) {
        if (Character.isISOControl(path.charAt(i)) || Character.isSurrogate(path.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String common(SortedSet<String> files) {
    String first = files.first();
    String last = files.last();
    int same = 0;
    while (same < first.length()
        && same < last.length()
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return first.substring(0, Math.max(0, first.lastIndexOf('/', Math.max(0, same - 1))));
  }
}
