package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclFile;
import io.headgate.engine.files.FileTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The modules of a repository, by their directories. */
final class Modules {

  private final FileTree files;
  private final Map<String, SourceText> given;
  private final Map<String, Optional<ModuleSource>> modules = new HashMap<>();
  private final Map<String, HclFile> variables = new TreeMap<>();

  /**
   * Modules.
   *
   * @param given the files that the run looks at, by their paths
   */
  Modules(FileTree files, Map<String, SourceText> given) {
    this.files = files;
    this.given = given;
  }

  /** The module in a directory, or null if there is none. */
  @Nullable ModuleSource get(String directory) {
    Optional<ModuleSource> known = modules.get(directory);
    if (known == null) {
      known = Optional.ofNullable(load(directory));
      modules.put(directory, known);
    }
    return known.orElse(null);
  }

  /** The files of variables that were met so far, by their paths. */
  Map<String, HclFile> variables() {
    return variables;
  }

  /** A module is its whole directory, whichever of its files the run looks at. */
  private @Nullable ModuleSource load(String directory) {
    Set<String> paths = new TreeSet<>();
    try {
      for (FileTree.Entry entry : files.in(directory)) {
        if (entry.refusal().isEmpty() && entry.size() <= Limits.FILE_BYTES) {
          paths.add(entry.path());
        }
      }
    } catch (IOException e) {
      // Then what the run looks at must do.
    }
    for (String path : given.keySet()) {
      if (Paths.directory(path).equals(directory)) {
        paths.add(path);
      }
    }
    List<HclFile> own = new ArrayList<>();
    for (String path : paths) {
      if (path.endsWith(".tf") || path.endsWith(".tfvars")) {
        SourceText text = text(path);
        if (text != null && path.endsWith(".tf")) {
          own.add(HclFile.read(text));
        } else if (text != null) {
          variables.put(path, HclFile.read(text));
        }
      }
    }
    return own.isEmpty() ? null : new ModuleSource(directory, own);
  }

  private @Nullable SourceText text(String path) {
    SourceText text = given.get(path);
    if (text != null) {
      return text;
    }
    try {
      byte[] bytes = files.read(path, Limits.FILE_BYTES);
      return new SourceText(
          path, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The directories that are not called from elsewhere and that have, or reach, a resource that is
   * read. Where modules call each other in a circle, the first of them.
   */
  List<ModuleSource> roots() {
    Set<String> directories = new TreeSet<>();
    given.keySet().stream()
        .filter(path -> path.endsWith(".tf"))
        .map(Paths::directory)
        .forEach(directories::add);
    Set<String> called = new HashSet<>();
    for (String directory : directories) {
      for (String target : targets(directory)) {
        if (!target.equals(directory)) {
          called.add(target);
        }
      }
    }
    List<ModuleSource> roots = new ArrayList<>();
    Set<String> reached = new HashSet<>();
    for (boolean circles : List.of(false, true)) {
      for (String directory : directories) {
        if (reached.contains(directory) || (!circles && called.contains(directory))) {
          continue;
        }
        Set<String> own = new HashSet<>();
        reach(directory, own);
        reached.addAll(own);
        ModuleSource module = get(directory);
        if (module != null && own.stream().anyMatch(this::isOurs)) {
          roots.add(module);
        }
      }
    }
    return roots;
  }

  private boolean isOurs(String directory) {
    ModuleSource module = get(directory);
    return module != null && module.isOurs();
  }

  /** The directories of the modules that a module reaches, its own included. */
  void reach(String directory, Set<String> into) {
    List<String> open = new ArrayList<>(List.of(directory));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (get(next) != null && into.add(next)) {
        open.addAll(targets(next));
      }
    }
  }

  private List<String> targets(String directory) {
    ModuleSource module = get(directory);
    List<String> targets = new ArrayList<>();
    if (module != null) {
      for (ModuleSource.Declared declared : module.inOrder()) {
        Block block = declared.block();
        String target = block.type().equals("module") ? module.target(block) : null;
        if (target != null) {
          targets.add(target);
        }
      }
    }
    return targets;
  }
}
