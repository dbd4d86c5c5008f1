package io.headgate.cli;

import io.headgate.engine.drl.Digests;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.files.git.Repository;
import io.headgate.engine.permit.Evidence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Whether what was judged is a commit. */
final class WorkTree {

  private WorkTree() {}

  /**
   * The commit of HEAD, if it holds what was judged and headgate's own files to the byte, and no
   * other file that would have been judged; otherwise empty. Git itself is not asked what has
   * changed: its index may be told to look away, and filters make other bytes equal.
   */
  static String commit(Grounds grounds, Evidence evidence, Terminal terminal) {
    Scope scope = grounds.scope();
    try {
      Repository repository = BaseRevision.repository(scope.paths(), terminal);
      String head = repository.commit("HEAD");
      if (head == null || !scope.root().startsWith(repository.top())) {
        return "";
      }
      List<String> wanted = new ArrayList<>();
      for (Path path : scope.paths()) {
        wanted.add(repository.inside(path));
      }
      try (GitFiles commit = GitFiles.of(repository, head)) {
        GitFiles there = commit.from(repository.inside(scope.root()), "", wanted);
        boolean same =
            Grounds.fresh(there, evidence.directories()).digests().equals(evidence.files())
                && grounds.isEach((file, sha256) -> is(commit, repository.inside(file), sha256));
        return same ? head : "";
      }
    } catch (UserError | IOException e) {
      // No git, no repository, or something that no commit holds.
      return "";
    }
  }

  private static boolean is(GitFiles commit, String path, String sha256) throws IOException {
    try {
      byte[] bytes = commit.content(path, Integer.MAX_VALUE - 8);
      return HexFormat.of().formatHex(Digests.sha256().digest(bytes)).equals(sha256);
    } catch (FileNotFoundException e) {
      return false;
    }
  }
}
