package io.headgate.cli;

import io.headgate.engine.Landscape;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of a landscape that is read anew when one of them changes. For one thread. */
final class FollowedFiles {

  private final Scope scope;
  private final String environment;
  private final Predicate<Rule> chosen;
  private String read = "";

  FollowedFiles(Scope scope, String environment, Predicate<Rule> chosen) {
    this.scope = scope;
    this.environment = environment;
    this.chosen = chosen;
  }

  /**
   * The landscape, if it is another one than the last time; otherwise null.
   *
   * @throws IOException if it cannot be read
   */
  @Nullable Landscape next() throws IOException {
    DiskFiles files = new DiskFiles(scope.root(), scope.paths());
    String now = state(files);
    if (now.equals(read)) {
      return null;
    }
    Landscape landscape =
        Landscape.read(files, scope.catalog(), scope.policy(), environment, chosen);
    // What changed while it was read is seen the next time.
    read = now;
    return landscape;
  }

  private String state(FileTree files) throws IOException {
    StringBuilder state = new StringBuilder();
    for (FileTree.Entry entry : files.list()) {
      Path path = scope.root().resolve(entry.path());
      state.append(entry.path()).append(' ').append(entry.size()).append(' ');
      if (entry.refusal().isEmpty()) {
        state.append(Files.getLastModifiedTime(path).toMillis());
      }
      state.append('\n');
    }
    return state.toString();
  }
}
