package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Limits;
import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.FileTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A module that nobody calls, with all that belongs to computing it. */
final class Root {

  private final FileTree files;
  private final Function<String, @Nullable ModuleSource> sources;
  private final Budget budget = new Budget();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Optional<SourceText>> read = new HashMap<>();
  private final ModuleInstance module;
  private final Evaluator evaluator;
  private final Expansion expansion;

  /**
   * A root module.
   *
   * @param sources the modules of the repository by their directories
   * @param variables what the files of variables beside it give
   */
  Root(
      ModuleSource source,
      FileTree files,
      Function<String, @Nullable ModuleSource> sources,
      Map<String, Value> variables) {
    this.files = files;
    this.sources = sources;
    this.module = new ModuleInstance(source, this, null, "", variables, Map.of());
    this.evaluator = new Evaluator(this);
    this.expansion = new Expansion(this);
  }

  ModuleInstance module() {
    return module;
  }

  Budget budget() {
    return budget;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Expansion expansion() {
    return expansion;
  }

  /** A module of the repository, or null if there is none in that directory. */
  @Nullable ModuleSource source(String directory) {
    return sources.apply(directory);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  List<Problem> problems() {
    return problems;
  }

  /** A file of the repository by its path from the root module, or null if it cannot be read. */
  @Nullable SourceText file(String path) {
    return read.computeIfAbsent(path, this::load).orElse(null);
  }

  private Optional<SourceText> load(String path) {
    String resolved = Paths.resolve(module.source().directory(), path);
    if (resolved == null || resolved.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = files.read(resolved, Limits.FILE_BYTES + 1);
      if (bytes.length > Limits.FILE_BYTES) {
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(new SourceText(resolved, text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
