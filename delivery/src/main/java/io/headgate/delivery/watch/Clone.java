package io.headgate.delivery.watch;

import io.headgate.delivery.watch.GitProgram.Answer;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clone in the work directory, in which nothing is ever checked out. For one process. */
final class Clone implements AutoCloseable {

  private static final String BRANCH = "refs/headgate/branch";
  static final String APPROVED = "refs/headgate/approved";
  static final String NOTES = "refs/headgate/notes";

  /** Where a note is made: git makes them nowhere else. */
  static final String WORK = "refs/notes/headgate-work";

  private static final int SHA256_DIGITS = 64;

  private final WatchSettings settings;
  private final Path directory;
  private final GitProgram git;
  private final FileChannel lock;
  private boolean made;

  private Clone(WatchSettings settings, Path directory, FileChannel lock) {
    this.settings = settings;
    this.directory = directory;
    this.git = new GitProgram(directory, settings.limit());
    this.lock = lock;
  }

  /**
   * The clone of a work directory, made with it if need be, and nobody else's until it is closed.
   *
   * @throws UserError if another process has it, or it cannot be written
   */
  static Clone open(WatchSettings settings) {
    Path home = settings.directory();
    Path directory = home.resolve("repository");
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new UserError(
            "Another 'headgate watch' works in '"
                + home
                + "'; end it, or give this one a '--work-dir' of its own.");
      }
      Clone clone = new Clone(settings, directory, channel);
      clone.tidy();
      return clone;
    } catch (IOException e) {
      throw new UserError(
          "The work directory '" + home + "' cannot be written (" + e.getMessage() + ").");
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** A git that was killed leaves locks of its own, which nobody would take away. */
  private void tidy() throws IOException {
    Path inside = directory.resolve(".git");
    made = Files.exists(inside.resolve("HEAD"));
    if (!Files.isDirectory(inside)) {
      return;
    }
    Files.walkFileTree(
        inside,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return path.endsWith("objects")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".lock")) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  GitProgram git() {
    return git;
  }

  Path directory() {
    return directory;
  }

  /**
   * Looks at the remote, and fetches what is not here yet.
   *
   * @throws IOException if that cannot be done; the message says why
   */
  References look() throws IOException {
    Map<String, String> there = remote();
    make(there);
    Map<String, String> here = local();
    Map<String, String> wanted = new HashMap<>();
    wanted.put(settings.branch(), BRANCH);
    if (settings.push()) {
      wanted.put(settings.approved(), APPROVED);
      wanted.put(settings.notes(), NOTES);
    }
    List<String> fetch = new ArrayList<>();
    StringBuilder gone = new StringBuilder();
    for (Map.Entry<String, String> reference : wanted.entrySet()) {
      String id = there.get(reference.getKey());
      String known = here.get(reference.getValue());
      if (id != null && !id.equals(known)) {
        fetch.add("+" + reference.getKey() + ":" + reference.getValue());
      } else if (id == null && known != null) {
        gone.append("delete ").append(reference.getValue()).append('\n');
      }
    }
    if (!gone.isEmpty()) {
      good(git.ask(gone.toString(), List.of("update-ref", "--stdin")));
    }
    if (!fetch.isEmpty()) {
      fetch(fetch);
    }
    // What was fetched may be newer than what was said first, and counts.
    here = local();
    return new References(
        here.getOrDefault(BRANCH, ""),
        here.getOrDefault(settings.push() ? APPROVED : settings.approved(), ""),
        here.getOrDefault(settings.push() ? NOTES : settings.notes(), ""));
  }

  private Map<String, String> remote() throws IOException {
    List<String> words = new ArrayList<>(List.of("ls-remote", settings.repository()));
    words.add(settings.branch());
    words.add(settings.approved());
    words.add(settings.notes());
    return ids(good(git.ask("", words)), '\t');
  }

  private Map<String, String> local() throws IOException {
    return ids(
        good(
            git.ask(
                "for-each-ref",
                "--format=%(objectname) %(refname)",
                "refs/headgate",
                settings.approved(),
                settings.notes())),
        ' ');
  }

  private static Map<String, String> ids(Answer answer, char between) {
    Map<String, String> ids = new HashMap<>();
    for (String line : answer.out().split("\n", -1)) {
      int at = line.indexOf(between);
      if (at > 0) {
        ids.put(line.substring(at + 1), line.substring(0, at));
      }
    }
    return ids;
  }

  /** The first time: with as many digits in an id as the remote has. */
  private void make(Map<String, String> there) throws IOException {
    if (!made) {
      boolean isLong = there.values().stream().anyMatch(id -> id.length() == SHA256_DIGITS);
      good(
          git.ask(
              "init",
              "--quiet",
              "--template=",
              "--object-format=" + (isLong ? "sha256" : "sha1"),
              "."));
      made = true;
    }
  }

  private void fetch(List<String> references) throws IOException {
    List<String> words = new ArrayList<>(List.of("fetch", "--quiet", "--no-tags"));
    words.add("--no-write-fetch-head");
    words.add(settings.repository());
    words.addAll(references);
    good(git.ask("", words));
  }

  /** Packs what many fetches have brought, if it is time. */
  void pack() throws IOException {
    good(git.ask("-c", "gc.auto=2000", "gc", "--auto", "--quiet"));
  }

  boolean isAncestor(String commit, String of) throws IOException {
    Answer answer = git.ask("merge-base", "--is-ancestor", commit, of);
    if (answer.code() > 1) {
      throw failed(answer);
    }
    return answer.isGood();
  }

  /**
   * The commits that came after one, on the line of first parents, newest first. Where that line
   * does not lead to it, the newest one alone: the others were never what the branch held.
   */
  List<String> after(String commit, String newest) throws IOException {
    Answer answer =
        good(git.ask("rev-list", "--first-parent", "--parents", commit + ".." + newest));
    List<String> commits = new ArrayList<>();
    String parent = "";
    for (String line : answer.line().split("\n", -1)) {
      String[] ids = line.split(" ", -1);
      commits.add(ids[0]);
      parent = ids.length > 1 ? ids[1] : "";
    }
    return parent.equals(commit) ? commits : List.of(newest);
  }

  /** How many commits one has and the other has not; the latter may be empty, for none. */
  int count(String without, String of) throws IOException {
    Answer answer =
        without.isEmpty()
            ? git.ask("rev-list", "--count", "--first-parent", of)
            : git.ask("rev-list", "--count", "--first-parent", without + ".." + of);
    try {
      return Integer.parseInt(good(answer).line());
    } catch (NumberFormatException e) {
      throw new IOException("'git rev-list' says something else than git does", e);
    }
  }

  /** The note of a commit; null if there is none. */
  @Nullable String note(String notes, String commit) throws IOException {
    String blob = notes.isEmpty() ? null : noted(notes, commit);
    return blob == null ? null : good(git.ask("cat-file", "blob", blob)).out();
  }

  private @Nullable String noted(String notes, String commit) throws IOException {
    good(git.ask("update-ref", WORK, notes));
    Answer answer = git.ask("notes", "--ref=" + WORK, "list", commit);
    return answer.isGood() ? answer.line() : null;
  }

  /** Keeps a text, and tells its id. */
  String keep(String text) throws IOException {
    return good(git.ask(text, List.of("hash-object", "-w", "--stdin"))).line();
  }

  boolean has(String id) throws IOException {
    return git.ask("cat-file", "-e", id).isGood();
  }

  Answer good(Answer answer) throws IOException {
    if (!answer.isGood()) {
      throw failed(answer);
    }
    return answer;
  }

  IOException failed(Answer answer) {
    return new IOException(Addresses.without(answer.why(), settings.repository()));
  }

  /** Gives the work directory free. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
