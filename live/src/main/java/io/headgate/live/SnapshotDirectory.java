package io.headgate.live;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a snapshot is written to. What changes is first laid ready beside; then a
 * journal says that it is to be put in its place, and only then is it moved, file by file. Without
 * a journal the directory is what the manifest says; with one, the next run ends what was begun. A
 * file that no manifest names is never touched.
 */
final class SnapshotDirectory {

  /** Where everything of headgate's own lies, below the directory. */
  static final String OWN = ".headgate-snapshot";

  private static final String FIRST_LINE = "headgate snapshot 1";

  private final Path root;
  private final Path own;
  private final Path manifest;
  private final Path journal;
  private final Path ready;
  private final Runnable step;

  SnapshotDirectory(Path root) {
    this(root, () -> {});
  }

  /**
   * A directory.
   *
   * @param step is run ahead of every change to the disk, so that a test can end it all there
   */
  SnapshotDirectory(Path root, Runnable step) {
    this.root = root;
    this.own = root.resolve(OWN);
    this.manifest = own.resolve("manifest");
    this.journal = own.resolve("journal");
    this.ready = own.resolve("ready");
    this.step = step;
  }

  /**
   * What was done.
   *
   * @param written how many files are new or other than before
   * @param removed how many were removed
   */
  record Written(int files, int written, int removed) {}

  /**
   * Makes the directory hold these files, and no other that a snapshot wrote.
   *
   * @throws UserError if it cannot be written to, holds files of somebody else in their place, or
   *     is being written by another process; then nothing was changed
   */
  Written write(SortedMap<String, String> texts) {
    try {
      Files.createDirectories(own);
      try (FileChannel channel =
              FileChannel.open(
                  own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (lock == null) {
          throw new UserError(
              "Another snapshot is being written to '" + root + "'; wait for it to end.");
        }
        finish();
        return replace(texts);
      }
    } catch (IOException e) {
      throw new UserError(
          "The snapshot cannot be written to '"
              + root
              + "' ("
              + e.getClass().getSimpleName()
              + "). Name a directory with room that may be written to.");
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private Written replace(SortedMap<String, String> texts) throws IOException {
    SortedMap<String, String> before = read(manifest);
    SortedMap<String, String> now = new TreeMap<>();
    List<String> changed = new ArrayList<>();
    for (String path : texts.keySet()) {
      byte[] bytes = texts.get(path).getBytes(StandardCharsets.UTF_8);
      String digest = FileNames.digest(bytes);
      now.put(path, digest);
      Path file = root.resolve(path);
      boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (there && !before.containsKey(path)) {
        throw new UserError(
            "'"
                + file
                + "' is there already and was not written by a snapshot. Name another directory,"
                + " or move the file away.");
      }
      if (!there || !digest.equals(digest(file))) {
        Path part = ready.resolve(path);
        step.run();
        Files.createDirectories(part.getParent());
        step.run();
        write(part, bytes);
        changed.add(path);
      }
    }
    List<String> stale = new ArrayList<>(before.keySet());
    stale.removeAll(now.keySet());
    if (!changed.isEmpty() || !stale.isEmpty() || !now.equals(before)) {
      Path part = own.resolve("journal.part");
      step.run();
      write(part, text(now).getBytes(StandardCharsets.UTF_8));
      step.run();
      WholeFile.replace(part, journal);
      finish();
    }
    return new Written(now.size(), changed.size(), stale.size());
  }

  /** Ends what a run began that was killed, and clears away what it had not begun. */
  private void finish() throws IOException {
    if (Files.exists(journal)) {
      SortedMap<String, String> now = read(journal);
      for (String path : now.keySet()) {
        Path part = ready.resolve(path);
        if (Files.exists(part)) {
          Path file = root.resolve(path);
          Files.createDirectories(file.getParent());
          step.run();
          WholeFile.replace(part, file);
        }
      }
      for (String path : read(manifest).keySet()) {
        if (!now.containsKey(path)) {
          step.run();
          Files.deleteIfExists(root.resolve(path));
          removeEmpty(root.resolve(path).getParent());
        }
      }
      step.run();
      WholeFile.replace(journal, manifest);
    }
    clear();
  }

  private void clear() throws IOException {
    Files.deleteIfExists(own.resolve("journal.part"));
    if (!Files.exists(ready)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (var all = Files.walk(ready, new FileVisitOption[0])) {
      all.forEach(files::add);
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      step.run();
      Files.deleteIfExists(files.get(i));
    }
  }

  private void removeEmpty(@Nullable Path directory) throws IOException {
    Path empty = directory;
    while (empty != null && !empty.equals(root) && Files.isDirectory(empty)) {
      try (var some = Files.list(empty)) {
        if (some.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(empty);
      empty = empty.getParent();
    }
  }

  private static @Nullable String digest(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? FileNames.digest(Files.readAllBytes(file))
        : null;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      // What the journal promises must outlive a power cut.
      channel.force(true);
    }
  }

  private static String text(SortedMap<String, String> files) {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    files.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
    return text.toString();
  }

  private SortedMap<String, String> read(Path file) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.exists(file)) {
      return files;
    }
    List<String> lines = Files.readAllLines(file);
    boolean known = !lines.isEmpty() && lines.get(0).equals(FIRST_LINE);
    for (int i = 1; known && i < lines.size(); i++) {
      String[] parts = lines.get(i).split(" {2}", 2);
      known = parts.length == 2 && isInside(parts[1]);
      if (known) {
        files.put(parts[1], parts[0]);
      }
    }
    if (!known) {
      throw new UserError(
          "'"
              + file
              + "' is not as a snapshot writes it. Remove '"
              + own
              + "' and the landscape"
              + " beside it, or name another directory.");
    }
    return files;
  }

  /** Whether a path stays in the directory, whoever wrote it into the manifest. */
  private boolean isInside(String path) {
    Path normal = Path.of(path).normalize();
    return !normal.isAbsolute()
        && !normal.toString().isEmpty()
        && !normal.startsWith("..")
        && normal.toString().equals(path);
  }
}
