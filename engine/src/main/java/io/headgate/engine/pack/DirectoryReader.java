package io.headgate.engine.pack;

import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of a directory that belong to a pack. */
final class DirectoryReader {

  /** What builds leave behind. */
  private static final Set<String> OUTPUT = Set.of("target", "build", "out", "node_modules");

  private final Path root;
  private final String shown;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private int left = PackLimits.TOTAL_BYTES;

  DirectoryReader(Path root, String shown) {
    this.root = root;
    this.shown = shown;
  }

  /**
   * The files by their paths below the directory; hidden files and what builds leave behind do not
   * belong to the pack.
   *
   * @throws UserError if there are too many, one is too large, or a link leads out of the pack
   */
  SortedMap<String, byte[]> files() throws IOException {
    walk(root, "", 0);
    return files;
  }

  private void walk(Path directory, String prefix, int depth) throws IOException {
    if (depth > PackLimits.DEPTH) {
      throw wrong(prefix, "The directories nest deeper than " + PackLimits.DEPTH + " levels.");
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path child : stream) {
        children.add(child);
        if (children.size() > PackLimits.ENTRIES) {
          throw tooMany();
        }
      }
    }
    for (Path child : children) {
      String name = child.getFileName().toString();
      String path = prefix + name;
      if (name.startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        if (!OUTPUT.contains(name)) {
          walk(child, path + "/", depth + 1);
        }
      } else {
        file(child, path);
      }
    }
  }

  private void file(Path file, String path) throws IOException {
    String refusal = EntryNames.refusal(path);
    if (refusal != null) {
      throw wrong(path, "The name of this file " + refusal + ", so the pack is not read.");
    }
    if (Files.isSymbolicLink(file) && !staysInside(file)) {
      throw wrong(
          path,
          "This link leads to no file of the pack, so the pack is not read. Put the file itself"
              + " here.");
    }
    if (!Files.isRegularFile(file)) {
      throw wrong(path, "This is no regular file, so the pack is not read. Take it away.");
    }
    byte[] bytes =
        PackFiles.bounded(file, Math.min(left, PackLimits.ENTRY_BYTES), Place.startOf(in(path)));
    left -= bytes.length;
    files.put(path, bytes);
    if (files.size() > PackLimits.ENTRIES) {
      throw tooMany();
    }
  }

  private boolean staysInside(Path link) {
    try {
      return link.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private UserError tooMany() {
    return new UserError(
        Place.startOf(shown),
        "The directory has more than " + PackLimits.ENTRIES + " files, so it is no pack.");
  }

  private UserError wrong(String path, String message) {
    return new UserError(Place.startOf(in(path)), message);
  }

  private String in(String path) {
    return (shown.endsWith("/") ? shown : shown + "/") + EntryNames.shown(path);
  }
}
