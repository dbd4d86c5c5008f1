package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.BaselineReader;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of a baseline: a run without one never comes here. */
final class BaselineFile {

  private BaselineFile() {}

  /**
   * The policy of a scope with what its baseline says.
   *
   * @throws UserError if the baseline is not there, or something in it is wrong
   */
  static Policy read(Scope scope) {
    Baseline baseline = Objects.requireNonNull(scope.policy().baseline());
    Path path = path(scope, baseline);
    if (!Files.exists(path)) {
      throw new UserError(
          baseline.place(),
          "There is no baseline '"
              + baseline.file()
              + "'. Run 'headgate baseline' with the same paths to write it, or take the line out"
              + " of the policy.");
    }
    return scope.policy().with(read(scope, baseline, path, scope.catalog()));
  }

  /**
   * The baseline of a scope as it is before it is written anew: rules in it may be gone, and so may
   * the file.
   *
   * @throws UserError if the policy names none, or something in it is wrong
   */
  static Baseline readToUpdate(Scope scope) {
    PolicyFile file = scope.file();
    Baseline baseline = scope.policy().baseline();
    if (file == null) {
      throw new UserError(
          "There is no policy that could name a baseline; 'headgate init' writes one with a"
              + " baseline.");
    }
    if (baseline == null) {
      throw new UserError(
          "The policy '"
              + file.source().file()
              + "' names no baseline. Add the line 'baseline: headgate-baseline.yaml' to it and run"
              + " this again.");
    }
    Path path = path(scope, baseline);
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? read(scope, baseline, path, null)
        : baseline.with(Map.of(), sight(scope, file));
  }

  private static Baseline read(
      Scope scope, Baseline baseline, Path path, @Nullable Catalog catalog) {
    PolicyFile policy = Objects.requireNonNull(scope.file());
    String shown = policy.shown() + baseline.file();
    SourceText source = new SourceText(shown, PolicyFile.text(path, "baseline", shown));
    return baseline.with(BaselineReader.read(source, catalog), sight(scope, policy));
  }

  /**
   * Where the file lies.
   *
   * @throws UserError if a link leads out of the directory of the policy
   */
  static Path path(Scope scope, Baseline baseline) {
    Path directory = Objects.requireNonNull(scope.file()).directory();
    Path path = directory.resolve(baseline.file()).normalize();
    Path there = path;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    boolean inside;
    try {
      inside = there.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException e) {
      inside = false;
    }
    if (!inside || !path.startsWith(directory)) {
      throw new UserError(
          baseline.place(),
          "A link leads the baseline '"
              + baseline.file()
              + "' out of the directory of the policy, or nowhere; write it where the policy"
              + " lies.");
    }
    return path;
  }

  /** How much of what the policy is about lies at or below the paths. */
  private static Sight sight(Scope scope, PolicyFile file) {
    if (scope.policy().bundles().isEmpty()) {
      return isBelow(file.directory(), scope) ? Sight.ALL : Sight.PARTS;
    }
    for (Policy.BundleSpec bundle : scope.policy().bundles()) {
      for (String path : bundle.paths()) {
        Path own = scope.root().resolve(path).normalize();
        if (Files.exists(own) && !isBelow(own, scope)) {
          return Sight.BUNDLES;
        }
      }
    }
    return Sight.ALL;
  }

  private static boolean isBelow(Path path, Scope scope) {
    for (Path looked : scope.paths()) {
      if (path.startsWith(looked)) {
        return true;
      }
    }
    return false;
  }
}
