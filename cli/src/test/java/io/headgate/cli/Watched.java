package io.headgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A remote repository, a clone in which people work, and a watcher's work directory.
 *
 * @param root holds all three
 * @param remote bare
 * @param people pushes to the remote
 */
record Watched(Path root, GitRepository remote, GitRepository people) {

  static final String APPROVED = "refs/heads/approved";

  static Watched in(Path root) {
    try {
      Path bare = Files.createDirectories(root.resolve("remote.git"));
      GitRepository remote = new GitRepository(bare);
      remote.git("init", "-q", "--bare", "-b", "main", bare.toString());
      GitRepository people =
          GitRepository.in(Files.createDirectories(root.resolve("people"))).topic("orders", 12, 3);
      people.git("remote", "add", "origin", bare.toString());
      return new Watched(root, remote, people);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits what lies there, pushes it, and tells the commit's id. */
  String push() {
    String commit = people.commit();
    people.git("push", "-q", "origin", "HEAD:refs/heads/main");
    return commit;
  }

  Path work() {
    return root.resolve("work");
  }

  /** One look. */
  Cli once(String... more) {
    return onceIn(work(), more);
  }

  Cli onceIn(Path work, String... more) {
    return Cli.run(Map.of(), false, words(work, more).toArray(String[]::new));
  }

  List<String> words(Path work, String... more) {
    List<String> words = new ArrayList<>(List.of("watch", remote.root().toString(), "--once"));
    words.addAll(List.of("--work-dir", work.toString()));
    words.addAll(List.of(more));
    return words;
  }

  /** What a reference of the remote points at; empty if it is not there. */
  String at(String reference) {
    return remote.git("for-each-ref", "--format=%(objectname)", reference).strip();
  }

  String approved() {
    return at(APPROVED);
  }

  /** The permit of a commit. */
  String permit(String commit) {
    return remote.git("notes", "--ref=headgate", "show", commit);
  }
}
