package io.headgate.engine.files.git;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.git.Git.Answer;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a commit, or of the index. Submodules are not entered; a link is followed to a file
 * of the same state, never to the disk.
 */
public final class GitFiles implements FileTree, Closeable {

  private static final String LINK = "120000";
  private static final String SUBMODULE = "160000";

  /** What Git calls an empty file. */
  private static final Set<String> EMPTY =
      Set.of(
          "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
          "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");

  private static final int MAX_LINKS = 8;
  private static final int LONGEST_LINK = 4096;

  /**
   * A file of the state.
   *
   * @param mode as Git writes it, in octal digits
   */
  private record Blob(String mode, String id) {}

  private final Repository repository;
  private final NavigableMap<String, Blob> blobs;
  private final Blobs contents;
  private final String root;
  private final String shown;
  private final List<String> paths;

  private GitFiles(
      Repository repository,
      NavigableMap<String, Blob> blobs,
      String root,
      String shown,
      List<String> paths,
      Blobs contents) {
    this.repository = repository;
    this.blobs = blobs;
    this.contents = contents;
    this.root = root.isEmpty() ? "" : root + "/";
    this.shown = shown;
    this.paths = List.copyOf(paths);
  }

  /**
   * The files of a commit.
   *
   * @param commit its id
   * @throws UserError if the repository cannot tell them
   */
  public static GitFiles of(Repository repository, String commit) throws IOException {
    Answer answer = repository.git().ask("ls-tree", "-r", "-z", "--full-tree", commit);
    if (answer.code() != 0) {
      throw Repository.broken(answer);
    }
    NavigableMap<String, Blob> blobs = new TreeMap<>();
    for (String line : answer.records()) {
      int tab = line.indexOf('\t');
      // MODE SP TYPE SP ID TAB PATH
      int type = line.indexOf(' ');
      int id = line.lastIndexOf(' ', tab);
      if (type < 0 || id <= type || !Repository.isId(line.substring(id + 1, tab))) {
        throw Repository.strange("ls-tree");
      }
      add(line.substring(tab + 1), line.substring(0, type), line.substring(id + 1, tab), blobs);
    }
    return new GitFiles(repository, blobs, "", "", List.of(""), new Blobs(repository.git()));
  }

  /**
   * The files of the index: what a commit would hold.
   *
   * @throws UserError if the repository cannot tell them, or a merge is not at its end
   */
  public static GitFiles ofIndex(Repository repository) throws IOException {
    Answer answer = repository.git().ask("ls-files", "-z", "-s", "--full-name");
    if (answer.code() != 0) {
      throw Repository.broken(answer);
    }
    NavigableMap<String, Blob> blobs = new TreeMap<>();
    boolean empty = false;
    for (String line : answer.records()) {
      int tab = line.indexOf('\t');
      // MODE SP ID SP STAGE TAB PATH
      int id = line.indexOf(' ') + 1;
      int stage = line.indexOf(' ', id) + 1;
      if (id < 1 || stage <= id || tab < stage || !Repository.isId(line.substring(id, stage - 1))) {
        throw Repository.strange("ls-files");
      }
      String path = line.substring(tab + 1);
      if (!line.startsWith("0", stage)) {
        throw new UserError(
            "The file '" + path + "' is not merged yet; resolve it and 'git add' it.");
      }
      String blob = line.substring(id, stage - 1);
      empty |= EMPTY.contains(blob);
      add(path, line.substring(0, id - 1), blob, blobs);
    }
    if (empty) {
      leaveOutPromised(repository, blobs);
    }
    return new GitFiles(repository, blobs, "", "", List.of(""), new Blobs(repository.git()));
  }

  /** Takes out what {@code git add --intent-to-add} noted: a commit does not hold it. */
  private static void leaveOutPromised(Repository repository, Map<String, Blob> blobs)
      throws IOException {
    Answer answer = repository.git().ask("diff", "--name-only", "--diff-filter=A", "-z");
    if (answer.code() != 0) {
      throw Repository.broken(answer);
    }
    for (String path : answer.records()) {
      blobs.remove(path);
    }
  }

  private static void add(String path, String mode, String id, Map<String, Blob> blobs) {
    if (!mode.equals(SUBMODULE)) {
      blobs.put(path, new Blob(mode, id));
    }
  }

  /**
   * These files, seen from a directory.
   *
   * @param directory what paths are to be relative to, seen from the top; empty for the top
   * @param prefix what to put in front of each of these paths, such as a revision
   * @param wanted the files and directories to look at, seen from the top
   */
  public GitFiles from(String directory, String prefix, List<String> wanted) {
    return new GitFiles(repository, blobs, directory, prefix, wanted, contents);
  }

  /** Whether there is a file or a directory of this path, seen from the top. */
  public boolean has(String path) {
    return path.isEmpty() || hasFile(path) || hasDirectory(path);
  }

  /** Whether there is a file of this path, seen from the top. */
  public boolean hasFile(String path) {
    return blobs.containsKey(path);
  }

  /** Whether there is a directory of this path, seen from the top. */
  public boolean hasDirectory(String path) {
    if (path.isEmpty()) {
      return true;
    }
    String next = blobs.ceilingKey(path + "/");
    return next != null && next.startsWith(path + "/");
  }

  /**
   * Whether there is a file of this path, through links to directories, too. A link that leads out
   * of what Git has, or nowhere, counts: who reads it will hear of it.
   *
   * @param path seen from the top
   */
  public boolean leadsToFile(String path) throws IOException {
    String file = throughDirectories(path);
    return file == null || hasFile(file);
  }

  /** The files at or below a path, seen from the top, through links to directories, too. */
  public List<String> below(String path) throws IOException {
    String start = throughDirectories(path);
    List<String> files = new ArrayList<>();
    if (start != null && hasFile(start)) {
      files.add(path);
    } else if (start != null) {
      for (String file : blobs.tailMap(start + "/").keySet()) {
        if (!file.startsWith(start + "/")) {
          break;
        }
        files.add(path + file.substring(start.length()));
      }
    }
    return files;
  }

  /** A path without the links to directories in it; null if one leads out of what Git has. */
  private @Nullable String throughDirectories(String path) throws IOException {
    String way = path;
    for (int i = 0; i < MAX_LINKS; i++) {
      int slash = way.indexOf('/');
      while (slash >= 0 && !isLink(way.substring(0, slash))) {
        slash = way.indexOf('/', slash + 1);
      }
      if (slash < 0) {
        return way;
      }
      String next = leadsTo(way.substring(0, slash));
      if (next == null) {
        return null;
      }
      way = next.isEmpty() ? way.substring(slash + 1) : next + way.substring(slash);
    }
    return null;
  }

  private boolean isLink(String path) {
    Blob blob = blobs.get(path);
    return blob != null && blob.mode().equals(LINK);
  }

  /** Where a link leads, seen from the top; null if out of what Git has. */
  private @Nullable String leadsTo(String path) throws IOException {
    Blob blob = blobs.get(path);
    return blob == null
        ? null
        : resolved(
            path, new String(contents.read(blob.id(), LONGEST_LINK), StandardCharsets.UTF_8));
  }

  /**
   * The content of a file, or its beginning.
   *
   * @param path seen from the top
   */
  public byte[] content(String path, int limit) throws IOException {
    String file = target(path);
    Blob blob = file == null ? null : blobs.get(file);
    if (blob == null) {
      throw new FileNotFoundException(path);
    }
    return contents.read(blob.id(), limit);
  }

  @Override
  public List<Entry> list() throws IOException {
    Set<String> seen = new HashSet<>();
    TreeMap<String, Entry> entries = new TreeMap<>();
    for (String path : paths) {
      if (hasFile(path) && seen.add(path)) {
        Entry entry = entry(path, true);
        entries.put(entry.path(), entry);
        continue;
      }
      String start = path.isEmpty() ? "" : path + "/";
      for (String file : blobs.tailMap(start).keySet()) {
        if (!file.startsWith(start)) {
          break;
        }
        if (DiskFiles.isCandidate(file)
            && file.startsWith(root)
            && !DiskFiles.isSkipped(file, start.length())
            && seen.add(file)) {
          Entry entry = entry(file, false);
          entries.put(entry.path(), entry);
        }
      }
    }
    return List.copyOf(entries.values());
  }

  @Override
  public List<Entry> in(String directory) throws IOException {
    if (!directory.startsWith(shown)) {
      return List.of();
    }
    String inside = directory.substring(shown.length());
    String start = inside.isEmpty() ? root : root + inside + "/";
    List<Entry> entries = new ArrayList<>();
    for (String file : blobs.tailMap(start).keySet()) {
      if (!file.startsWith(start)) {
        break;
      }
      if (file.indexOf('/', start.length()) < 0 && DiskFiles.isCandidate(file)) {
        entries.add(entry(file, false));
      }
    }
    return entries;
  }

  private Entry entry(String file, boolean asked) throws IOException {
    String path = shown + (file.startsWith(root) ? file.substring(root.length()) : file);
    Blob blob = blobs.get(file);
    boolean missing = blob != null && blob.mode().equals(LINK) && target(file) == null;
    return new Entry(
        path, missing ? 0 : UNKNOWN, asked, missing ? "The link leads to no file of Git." : "");
  }

  /** Where a path leads, through links; null if nowhere. */
  private @Nullable String target(String path) throws IOException {
    String file = path;
    for (int i = 0; i < MAX_LINKS && file != null; i++) {
      file = throughDirectories(file);
      if (file == null || !hasFile(file)) {
        return null;
      }
      if (!isLink(file)) {
        return file;
      }
      file = leadsTo(file);
    }
    return null;
  }

  private static @Nullable String resolved(String file, String link) {
    if (link.startsWith("/")) {
      return null;
    }
    List<String> parts = new ArrayList<>(List.of(file.split("/", -1)));
    parts.remove(parts.size() - 1);
    for (String part : link.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    if (!path.startsWith(shown)) {
      throw new FileNotFoundException(path);
    }
    return content(root + path.substring(shown.length()), limit);
  }

  @Override
  public @Nullable String id(Entry entry) {
    Blob blob = blobs.get(root + entry.path().substring(shown.length()));
    return blob == null || blob.mode().equals(LINK) ? null : blob.id();
  }

  /** Ends the process that reads; it begins anew where something is read after all. */
  @Override
  public void close() {
    contents.close();
  }

  @Override
  public void expect(List<Entry> entries) {
    List<String> ids = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      String id = id(entry);
      if (id != null) {
        ids.add(id);
      }
    }
    contents.expect(ids);
  }
}
