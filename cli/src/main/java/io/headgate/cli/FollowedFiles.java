package io.headgate.cli;

import io.headgate.delivery.admission.Basis;
import io.headgate.delivery.admission.Judging;
import io.headgate.engine.Landscape;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Waivers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policy, with the files that it names, and the landscape: read anew when one of them changes,
 * and the policy when a day begins, because waivers end. For one thread.
 */
final class FollowedFiles {

  private final Supplier<Scope> reader;
  private final Function<Scope, Judging> judge;
  private final boolean withLandscape;
  private Scope scope;
  private Judging judging;
  private String policyRead;
  private String landscapeRead = "";
  private @Nullable Landscape landscape;

  /**
   * Files that are followed.
   *
   * @param reader reads the policy and says where to look, or says what is wrong
   * @param judge makes of that what reviews are judged by
   * @param withLandscape whether what lies there is a landscape to read
   */
  FollowedFiles(Supplier<Scope> reader, Function<Scope, Judging> judge, boolean withLandscape) {
    this.reader = reader;
    this.judge = judge;
    this.withLandscape = withLandscape;
    this.scope = reader.get();
    this.policyRead = stateOfPolicy(scope);
    this.judging = judge.apply(scope);
  }

  /** What the policy says now. */
  Judging judging() {
    return judging;
  }

  /**
   * What holds from now on, if it is something else than the last time; otherwise null.
   *
   * @throws IOException if it cannot be read
   */
  @Nullable Basis next() throws IOException {
    Scope nextScope = scope;
    Judging nextJudging = judging;
    String policyNow = stateOfPolicy(scope);
    boolean other = !policyNow.equals(policyRead);
    if (other) {
      nextScope = reader.get();
      nextJudging = judge.apply(nextScope);
      // It may name other files than before.
      policyNow = stateOfPolicy(nextScope);
    }
    Landscape nextLandscape = landscape;
    String landscapeNow = landscapeRead;
    if (withLandscape) {
      DiskFiles files = new DiskFiles(nextScope.root(), nextScope.paths());
      landscapeNow = state(files, nextScope);
      if (other || !landscapeNow.equals(landscapeRead)) {
        nextLandscape =
            Landscape.read(
                files,
                nextScope.catalog(),
                nextJudging.policy(),
                nextJudging.environment(),
                nextJudging::needsLandscape);
      }
    }
    boolean changed = other || nextLandscape != landscape;
    // All of it or nothing; what changed while it was read is seen the next time.
    scope = nextScope;
    judging = nextJudging;
    policyRead = policyNow;
    landscape = nextLandscape;
    landscapeRead = landscapeNow;
    return changed ? new Basis(judging, landscape) : null;
  }

  private static String state(FileTree files, Scope scope) throws IOException {
    StringBuilder state = new StringBuilder();
    for (FileTree.Entry entry : files.list()) {
      state.append(entry.path()).append(' ').append(entry.size()).append(' ');
      if (entry.refusal().isEmpty()) {
        state.append(Files.getLastModifiedTime(scope.root().resolve(entry.path())).toMillis());
      }
      state.append('\n');
    }
    return state.toString();
  }

  /** The texts: Kubernetes swaps a mounted file for one of the same size and any time. */
  private static String stateOfPolicy(Scope scope) {
    PolicyFile file = scope.file();
    StringBuilder state = new StringBuilder(WaiverFile.today().toString());
    if (file != null) {
      Path own = file.path();
      state.append('\n').append(text(own));
      Policy policy = scope.policy();
      if (policy.baseline() != null) {
        state.append('\n').append(text(NamedFiles.path(scope, policy.baseline().source())));
      }
      Waivers waivers = policy.waivers();
      if (waivers != null && waivers.file() != null) {
        Path named = NamedFiles.path(scope, Objects.requireNonNull(waivers.file()));
        state.append('\n').append(text(named));
      }
    }
    return state.toString();
  }

  /** What cannot be read is another text than any that can. */
  private static String text(Path file) {
    try {
      return "read " + Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
