package io.headgate.cli;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.NamedFile;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Sight;
import java.nio.file.Path;
import java.util.Objects;

/** The files that a policy names besides packs: a run whose policy names none never comes here. */
final class NamedFiles {

  private NamedFiles() {}

  /**
   * Where a file lies.
   *
   * @throws UserError if a link leads out of the directory of the policy
   */
  static Path path(Scope scope, NamedFile file) {
    Path directory = Objects.requireNonNull(scope.file()).directory();
    Path path = directory.resolve(file.name()).normalize();
    Path there = path;
    while (!scope.tree().isThere(there) && there.getParent() != null) {
      there = there.getParent();
    }
    boolean inside = !scope.tree().leaves(there, directory);
    if (!inside || !path.startsWith(directory)) {
      throw new UserError(
          file.place(),
          "A link leads the "
              + file.what()
              + " '"
              + file.name()
              + "' out of the directory of the policy, or nowhere; write it where the policy"
              + " lies.");
    }
    return path;
  }

  /**
   * The text of a file, by the path that messages show.
   *
   * @throws UserError if it cannot be read
   */
  static SourceText text(Scope scope, NamedFile file) {
    String shown = Objects.requireNonNull(scope.file()).shown() + file.name();
    return new SourceText(
        shown, PolicyFile.text(path(scope, file), file.what(), shown, scope.tree()));
  }

  /** How much of what the policy is about lies at or below the paths. */
  static Sight sight(Scope scope) {
    PolicyFile file = Objects.requireNonNull(scope.file());
    if (scope.policy().bundles().isEmpty()) {
      return isBelow(file.directory(), scope) ? Sight.ALL : Sight.PARTS;
    }
    for (Policy.BundleSpec bundle : scope.policy().bundles()) {
      for (String path : bundle.paths()) {
        Path own = scope.root().resolve(path).normalize();
        if (scope.tree().exists(own) && !isBelow(own, scope)) {
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
