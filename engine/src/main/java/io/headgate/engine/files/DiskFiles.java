package io.headgate.engine.files;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files on disk below a root. Directories that are links are not entered; a file that is a link is
 * read only if it leads to a file below the root.
 */
public final class DiskFiles implements FileTree {

  private static final int MAX_DEPTH = 64;

  private final Path root;
  private final List<Path> paths;

  /** Asked for once, for the system looks at each directory on the way; null before that. */
  private volatile @Nullable Path realRoot;

  /**
   * Files on disk.
   *
   * @param root all paths are relative to it, and nothing outside it is read
   * @param paths the files and directories to look at, each below the root
   */
  public DiskFiles(Path root, List<Path> paths) {
    this.root = root.toAbsolutePath().normalize();
    this.paths = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /** Whether a file of this name may hold a landscape. */
  public static boolean isCandidate(String name) {
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || name.endsWith(".json")
        || name.endsWith(".avsc")
        || name.endsWith(".proto")
        || name.endsWith(".properties")
        || name.endsWith(".tf")
        || name.endsWith(".tfvars");
  }

  @Override
  public List<Entry> list() throws IOException {
    Map<String, Entry> found = new TreeMap<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        walk(path, found, 0);
      } else {
        Entry entry = entry(path, true);
        found.put(entry.path(), entry);
      }
    }
    return List.copyOf(found.values());
  }

  private void walk(Path directory, Map<String, Entry> found, int depth) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(children::add);
    }
    children.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
    for (Path child : children) {
      String name = child.getFileName().toString();
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        if (depth < MAX_DEPTH && !isSkipped(name)) {
          walk(child, found, depth + 1);
        }
      } else if (isCandidate(name)) {
        Entry entry = entry(child, false);
        found.putIfAbsent(entry.path(), entry);
      }
    }
  }

  @Override
  public List<Entry> in(String directory) throws IOException {
    Path path = root.resolve(directory).normalize();
    if (!Files.isDirectory(path) || !path.toRealPath().startsWith(realRoot())) {
      return List.of();
    }
    Map<String, Entry> found = new TreeMap<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      for (Path child : stream) {
        if (isCandidate(child.getFileName().toString())
            && !Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          Entry entry = entry(child, false);
          found.put(entry.path(), entry);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Directories of tools; a landscape never lies in them. */
  private static boolean isSkipped(String name) {
    return name.equals(".git") || name.equals("node_modules") || name.equals(".terraform");
  }

  /**
   * Whether a path leads through a directory of tools.
   *
   * @param from where in the path to begin
   */
  public static boolean isSkipped(String path, int from) {
    int start = from;
    for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
      if (isSkipped(path.substring(start, slash))) {
        return true;
      }
      start = slash + 1;
    }
    return false;
  }

  private Entry entry(Path file, boolean asked) throws IOException {
    String path = relative(file);
    BasicFileAttributes own =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!own.isSymbolicLink()) {
      return own.isRegularFile()
          ? new Entry(path, own.size(), asked, "")
          : new Entry(path, 0, asked, "It is no regular file.");
    }
    Path target;
    try {
      target = file.toRealPath();
    } catch (IOException e) {
      return new Entry(path, 0, asked, "The link leads nowhere.");
    }
    if (!target.startsWith(realRoot())) {
      return new Entry(path, 0, asked, "The link leads out of the root, so it is not followed.");
    }
    return Files.isRegularFile(target)
        ? new Entry(path, Files.size(target), asked, "")
        : new Entry(path, 0, asked, "The link leads to no regular file.");
  }

  private Path realRoot() throws IOException {
    Path known = realRoot;
    if (known == null) {
      known = root.toRealPath();
      realRoot = known;
    }
    return known;
  }

  private String relative(Path file) {
    String path = (file.startsWith(root) ? root.relativize(file) : file).toString();
    // Where it parts nothing, a backslash is a character of a name like any other.
    return File.separatorChar == '/' ? path : path.replace(File.separatorChar, '/');
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    try (InputStream in = open(path)) {
      return in.readNBytes(limit);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    Path file = root.resolve(path).normalize();
    if (!file.toRealPath().startsWith(realRoot())) {
      throw new FileSystemException(path, null, "lies outside the root");
    }
    return Files.newInputStream(file);
  }
}
