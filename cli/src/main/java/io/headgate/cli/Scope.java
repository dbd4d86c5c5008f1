package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run looks at.
 *
 * @param root all paths in reports are relative to it, and nothing outside it is read
 * @param paths the files and directories to look at
 * @param policy the policy that holds
 */
record Scope(Path root, List<Path> paths, Policy policy) {

  /**
   * Finds the root and the policy. The root is the working directory when all paths lie in it, else
   * their nearest common directory. Without an option the policy is the first {@code headgate.yaml}
   * on the way up from there, as far as the repository goes.
   *
   * @throws UserError if a path or the policy is not there, or the policy is wrong
   */
  static Scope of(List<Path> asked, @Nullable Path policyOption, Catalog catalog) {
    List<Path> paths = new ArrayList<>();
    for (Path path : asked) {
      if (!Files.exists(path)) {
        throw new UserError("There is no file or directory '" + path + "'.");
      }
      paths.add(path.toAbsolutePath().normalize());
    }
    Path working = Path.of("").toAbsolutePath().normalize();
    Path common = common(paths);
    Path root = common.startsWith(working) ? working : common;
    Path policyFile = policyOption == null ? nearestPolicy(common) : policyOption;
    if (policyFile == null) {
      return new Scope(root, paths, Policy.NONE);
    }
    Path file = policyFile.toAbsolutePath().normalize();
    Path home = file.getParent();
    if (policyOption == null && home != null && root.startsWith(home)) {
      root = home;
    }
    String name = file.startsWith(root) ? slashes(root.relativize(file)) : file.toString();
    boolean inside = file.startsWith(root);
    Policy policy =
        PolicyReader.read(
            new SourceText(inside ? name : PolicyReader.FILE, text(file, name)), catalog);
    return new Scope(root, widened(root, paths, policy), policy);
  }

  /** A bundle is judged whole: who asks for a part of it gets all of it read. */
  private static List<Path> widened(Path root, List<Path> paths, Policy policy) {
    if (policy.bundles().isEmpty()) {
      return paths;
    }
    Set<Path> all = new LinkedHashSet<>();
    for (Policy.BundleSpec bundle : policy.bundles()) {
      List<Path> own = bundle.paths().stream().map(root::resolve).map(Path::normalize).toList();
      if (own.stream()
          .anyMatch(o -> paths.stream().anyMatch(p -> p.startsWith(o) || o.startsWith(p)))) {
        own.stream().filter(Files::exists).forEach(all::add);
      }
    }
    if (all.isEmpty()) {
      throw new UserError("The policy names no bundle with files at or below the given paths.");
    }
    return List.copyOf(all);
  }

  private static Path common(List<Path> paths) {
    Path common = Files.isDirectory(paths.get(0)) ? paths.get(0) : parent(paths.get(0));
    for (Path path : paths) {
      while (!path.startsWith(common)) {
        common = parent(common);
      }
    }
    return common;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static @Nullable Path nearestPolicy(Path from) {
    for (Path directory = from; directory != null; directory = directory.getParent()) {
      Path file = directory.resolve(PolicyReader.FILE);
      if (Files.isRegularFile(file)) {
        return file;
      }
      if (Files.exists(directory.resolve(".git"))) {
        return null;
      }
    }
    return null;
  }

  private static String text(Path file, String name) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UserError("There is no policy '" + name + "'.");
      }
      if (Files.size(file) > Limits.FILE_BYTES) {
        throw new UserError("The policy '" + name + "' is too large.");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new UserError("The policy '" + name + "' is not UTF-8; save it as UTF-8.");
    } catch (IOException e) {
      throw new UserError("The policy '" + name + "' cannot be opened.");
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
