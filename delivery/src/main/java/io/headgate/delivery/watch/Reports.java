package io.headgate.delivery.watch;

import io.headgate.engine.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The reports of the last judgements, in the work directory. */
final class Reports {

  private static final int MOST = 200;
  private static final int SHOWN = 12;

  private final Path directory;

  Reports(Path home) {
    this.directory = home.resolve("reports");
  }

  /** Keeps the reports of a judgement, and takes the oldest ones away. */
  void write(String commit, String base, Judgement judgement) throws IOException {
    Files.createDirectories(directory);
    write(file(commit, base, ".txt"), judgement.text());
    write(file(commit, base, ".json"), judgement.json());
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(all::add);
    }
    if (all.size() > MOST) {
      all.sort(Comparator.comparing(path -> path.toFile().lastModified()));
      for (Path old : all.subList(0, all.size() - MOST)) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(bytes));
  }

  /** The file of a report; empty if it is not there. */
  String find(String commit, String base, String ending) {
    Path file = file(commit, base, ending);
    return Files.exists(file) ? file.toString() : "";
  }

  private Path file(String commit, String base, String ending) {
    return directory.resolve(
        shown(commit) + "-since-" + (base.isEmpty() ? "nothing" : shown(base)) + ending);
  }

  static String shown(String commit) {
    return commit.substring(0, Math.min(SHOWN, commit.length()));
  }
}
