package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.BaselineReader;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.model.Place;
import java.nio.file.Path;
import java.util.HashMap;
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
    return read(scope, new HashMap<>());
  }

  /**
   * Does the same, and tells where each entry is written.
   *
   * @param places grows
   */
  static Policy read(Scope scope, Map<Baseline.Entry, Place> places) {
    Baseline baseline = Objects.requireNonNull(scope.policy().baseline());
    Path path = NamedFiles.path(scope, baseline.source());
    if (!scope.tree().exists(path)) {
      throw new UserError(
          baseline.place(),
          "There is no baseline '"
              + baseline.file()
              + "'. Run 'headgate baseline' with the same paths to write it, or take the line out"
              + " of the policy.");
    }
    return scope.policy().with(read(scope, baseline, scope.catalog(), places));
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
    Path path = NamedFiles.path(scope, baseline.source());
    return scope.tree().isThere(path)
        ? read(scope, baseline, null, new HashMap<>())
        : baseline.with(Map.of(), NamedFiles.sight(scope));
  }

  private static Baseline read(
      Scope scope,
      Baseline baseline,
      @Nullable Catalog catalog,
      Map<Baseline.Entry, Place> places) {
    return baseline.with(
        BaselineReader.read(NamedFiles.text(scope, baseline.source()), catalog, places),
        NamedFiles.sight(scope));
  }
}
