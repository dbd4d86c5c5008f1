package io.headgate.engine;

import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.SkippedFile;
import java.util.List;

/**
 * What a run would judge.
 *
 * @param files what was read, in the order of the paths
 * @param skipped what was not
 * @param bundles what the files make together; empty if none of them makes a landscape
 */
public record Inspection(
    List<ReadFile> files, List<SkippedFile> skipped, List<Run.Unjudged> bundles) {

  /** Copies the lists. */
  public Inspection {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    bundles = List.copyOf(bundles);
  }
}
