package io.headgate.live;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final String MANIFEST = "manifest";
  private static final String JOURNAL = "journal";
  private static final String READY = OWN + "/ready";

  private final Path root;
  private final Inside inside;
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
    this.inside = new Inside(root);
    this.own = root.resolve(OWN);
    this.manifest = own.resolve(MANIFEST);
    this.journal = own.resolve(JOURNAL);
    this.ready = root.resolve(READY);
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
      Path lockFile = inside.file(OWN + "/lock");
      Files.createDirectories(own);
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (lock == null) {
          throw new UserError(
              "Another snapshot is being written to '" + root + "'; wait for it to end.");
        }
        try {
          finish();
          return replace(texts);
        } catch (IOException | UserError e) {
          giveBack();
          throw e;
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Takes away what was laid ready for nothing, on a full disk above all. */
  private void giveBack() {
    if (!Files.exists(journal)) {
      try {
        clear();
      } catch (IOException e) {
        // The next run clears it away.
      }
    }
  }

  private UserError failed(IOException e) {
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return new UserError(
        "The snapshot cannot be written to '"
            + root
            + "' ("
            + (reason == null ? e.getClass().getSimpleName() : reason)
            + (Files.exists(journal)
                ? "). It was broken off halfway, and the next run ends it: make room, and run it"
                    + " again."
                : "). Nothing was changed in it; name a directory with room that may be written"
                    + " to."));
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private Written replace(SortedMap<String, String> texts) throws IOException {
    SortedMap<String, String> before = read(MANIFEST);
    SortedMap<String, String> now = new TreeMap<>();
    Map<String, byte[]> changed = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String path = text.getKey();
      byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
      String digest = FileNames.digest(bytes);
      now.put(path, digest);
      Path file = inside.file(path);
      boolean there = Files.exists(file);
      if (there && !before.containsKey(path)) {
        throw new UserError(
            "'"
                + file
                + "' is there already and was not written by a snapshot. Name another directory,"
                + " or move the file away.");
      }
      if (!there || !digest.equals(FileNames.digest(Files.readAllBytes(file)))) {
        changed.put(path, bytes);
      }
    }
    List<String> stale = new ArrayList<>(before.keySet());
    stale.removeAll(now.keySet());
    stale.forEach(inside::file);
    if (!changed.isEmpty() || !stale.isEmpty() || !now.equals(before)) {
      layReady(changed);
      Path part = inside.file(OWN + "/journal.part");
      step.run();
      write(part, text(now).getBytes(StandardCharsets.UTF_8));
      force(part);
      step.run();
      WholeFile.replace(part, journal);
      finish();
    }
    return new Written(now.size(), changed.size(), stale.size());
  }

  private void layReady(Map<String, byte[]> changed) throws IOException {
    for (Map.Entry<String, byte[]> file : changed.entrySet()) {
      Path part = ready.resolve(file.getKey());
      step.run();
      Files.createDirectories(part.getParent());
      step.run();
      write(part, file.getValue());
    }
    // What the journal promises must outlive a power cut; one by one that costs twice the time.
    for (String path : changed.keySet()) {
      force(ready.resolve(path));
    }
  }

  /** Ends what a run began that was killed, and clears away what it had not begun. */
  private void finish() throws IOException {
    if (Files.exists(journal)) {
      SortedMap<String, String> now = read(JOURNAL);
      List<String> stale = new ArrayList<>(read(MANIFEST).keySet());
      stale.removeAll(now.keySet());
      stale.forEach(inside::file);
      Map<Path, Path> moves = new LinkedHashMap<>();
      for (String path : now.keySet()) {
        moves.put(inside.file(READY + "/" + path), inside.file(path));
      }
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Path part = move.getKey();
        if (Files.exists(part)) {
          Path file = move.getValue();
          Files.createDirectories(file.getParent());
          step.run();
          WholeFile.replace(part, file);
        }
      }
      for (String path : stale) {
        step.run();
        Files.deleteIfExists(root.resolve(path));
        removeEmpty(root.resolve(path).getParent());
      }
      step.run();
      WholeFile.replace(journal, manifest);
    }
    clear();
  }

  private void clear() throws IOException {
    Files.deleteIfExists(own.resolve("journal.part"));
    if (!Files.exists(ready, LinkOption.NOFOLLOW_LINKS)) {
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

  private static void write(Path file, byte[] bytes) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(bytes);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static String text(SortedMap<String, String> files) {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    files.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
    return text.toString();
  }

  private SortedMap<String, String> read(String name) throws IOException {
    Path file = inside.file(OWN + "/" + name);
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.exists(file)) {
      return files;
    }
    boolean known;
    try {
      List<String> lines = Files.readAllLines(file);
      known = !lines.isEmpty() && lines.get(0).equals(FIRST_LINE);
      for (int i = 1; known && i < lines.size(); i++) {
        String[] parts = lines.get(i).split(" {2}", 2);
        known = parts.length == 2 && Inside.holds(parts[1]);
        if (known) {
          files.put(parts[1], parts[0]);
        }
      }
    } catch (CharacterCodingException e) {
      known = false;
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
}
