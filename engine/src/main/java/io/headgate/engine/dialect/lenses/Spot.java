package io.headgate.engine.dialect.lenses;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a file lies.
 *
 * @param folder the folder
 * @param landscape the directory of the landscape
 * @param deeper whether it lies below the folder instead of directly in it
 */
record Spot(Folder folder, String landscape, boolean deeper) {

  private static final List<Folder> ALL = List.of(Folder.values());

  /** Files of Helm and Kustomize, which keep their charts and components below {@code apps/}. */
  private static final Set<String> FOREIGN =
      Set.of("Chart.yaml", "values.yaml", "values.yml", "kustomization.yaml", "kustomization.yml");

  /** The spot of a file, or null if it lies in no folder of a landscape. */
  static @Nullable Spot of(String file) {
    int slash = file.lastIndexOf('/');
    String directory = slash < 0 ? "" : file.substring(0, slash);
    String name = file.substring(slash + 1);
    if (FOREIGN.contains(name)) {
      return null;
    }
    for (Folder folder : ALL) {
      if (folder.isFile()
          && (name.equals(folder.path() + ".yaml") || name.equals(folder.path() + ".yml"))) {
        return new Spot(folder, directory, false);
      }
      if (!folder.isFile() && ("/" + directory).endsWith("/" + folder.path())) {
        return new Spot(
            folder, ahead(directory, directory.length() - folder.path().length()), false);
      }
    }
    return below(directory);
  }

  private static @Nullable Spot below(String directory) {
    Spot found = null;
    int deepest = -1;
    String path = "/" + directory + "/";
    for (Folder folder : ALL) {
      int at = folder.isFile() ? -1 : path.lastIndexOf("/" + folder.path() + "/");
      if (at > deepest) {
        deepest = at;
        found = new Spot(folder, ahead(directory, at), true);
      }
    }
    return found;
  }

  private static String ahead(String directory, int end) {
    return directory.substring(0, Math.max(0, end - 1));
  }
}
