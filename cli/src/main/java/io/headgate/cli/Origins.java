package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.git.Repository;
import io.headgate.engine.report.Origin;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What Git knows of where the files of a run come from. */
final class Origins {

  private Origins() {}

  /** Null if there is no repository, or none that others could find. */
  static @Nullable Origin of(Scope scope, Terminal terminal) {
    try {
      Repository repository = BaseRevision.repository(scope.paths(), terminal);
      String address = repository.address();
      Path root = scope.root();
      if (address == null || !root.startsWith(repository.top())) {
        return null;
      }
      boolean commits = scope.tree().index() == null && repository.isClean(root);
      return new Origin(
          address,
          commits ? repository.commit("HEAD") : null,
          repository.branch(),
          "../".repeat(root.getNameCount() - repository.top().getNameCount()));
    } catch (UserError | IOException e) {
      // No git, or no repository.
      return null;
    }
  }
}
