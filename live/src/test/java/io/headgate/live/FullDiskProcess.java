package io.headgate.live;

import io.headgate.engine.error.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills a small disk, in a process of its own that may mount one. */
final class FullDiskProcess {

  private FullDiskProcess() {}

  /**
   * Writes what fits, what does not, and again what does.
   *
   * @param args a directory on a disk with room for less than 200 kB in a file and at all
   */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    SortedMap<String, String> old =
        new TreeMap<>(Map.of("a/1.yaml", "old", "a/2.yaml", "old", "b/3.yaml", "old"));
    new SnapshotDirectory(directory).write(old);
    SortedMap<String, String> large = new TreeMap<>(old);
    large.put("a/1.yaml", "new");
    large.put("c/4.yaml", "large".repeat(60_000));
    try {
      new SnapshotDirectory(directory).write(large);
      System.out.println("It was written.");
    } catch (UserError e) {
      System.out.println(e.getMessage());
    }
    list(directory);
    SortedMap<String, String> next = new TreeMap<>(old);
    next.put("a/1.yaml", "next");
    new SnapshotDirectory(directory).write(next);
    list(directory);
  }

  private static void list(Path directory) throws Exception {
    StringBuilder line = new StringBuilder("files:");
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        line.append(' ').append(directory.relativize(file));
        if (!file.toString().contains(SnapshotDirectory.OWN)) {
          line.append('=').append(Files.readString(file));
        }
      }
    }
    System.out.println(line);
  }
}
