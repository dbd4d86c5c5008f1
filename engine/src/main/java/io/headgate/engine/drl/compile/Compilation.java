package io.headgate.engine.drl.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inspects and compiles the DRL of one pack. */
final class Compilation {

  private final Mistakes mistakes = new Mistakes();

  /** What is wrong with the pack, by file and position. */
  List<Mistake> mistakes() {
    return mistakes.sorted();
  }

  /**
   * Compiles the pack.
   *
   * @return the bytes of a compiled pack, or null if there are mistakes
   * @throws IOException if headgate or Drools is at fault, not the pack
   */
  byte @Nullable [] compile(String packId, List<Source> sources) throws IOException {
    DrlInspector inspector = new DrlInspector(packId, mistakes);
    List<DrlInspector.Inspected> files = new ArrayList<>();
    for (Source source : sources) {
      files.add(inspector.inspect(source));
    }
    if (mistakes.isEmpty() && files.stream().allMatch(file -> file.rules().isEmpty())) {
      mistakes.add(sources.get(0), 0, "", "There is no rule in the DRL of the pack.");
    }
    return mistakes.isEmpty() ? new ModelCompiler(packId, mistakes).compile(files) : null;
  }
}
