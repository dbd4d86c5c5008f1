package io.headgate.engine;

import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.terraform.TerraformFiles;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads all files of a run; many of them side by side, always with the same outcome. */
final class Loader {

  /** Many times the usual size of a file. */
  private static final int LARGE_BYTES = 8 * 1024;

  private static final int HEAD_BYTES = 64 * 1024;

  private final FileTree files;
  private final Dialects dialects;
  private final Progress progress;

  /** Files that are read together once all are there; empty before that. */
  private final Map<String, SourceText> together = new TreeMap<>();

  Loader(FileTree files, Dialects dialects, Progress progress) {
    this.files = files;
    this.dialects = dialects;
    this.progress = progress;
  }

  /**
   * What was loaded.
   *
   * @param files what the files say, in the order of their paths
   * @param skipped how many files are none of our business
   */
  record Loaded(List<ReadFile> files, int skipped) {}

  Loaded load() throws IOException {
    List<FileTree.Entry> entries = files.list();
    AtomicInteger done = new AtomicInteger();
    List<Optional<ReadFile>> results =
        SideBySide.map(
            entries,
            entry -> entry.size() > LARGE_BYTES,
            entry -> {
              Optional<ReadFile> file = Optional.ofNullable(read(entry));
              progress.step("reading", done.incrementAndGet(), entries.size());
              return file;
            });
    List<ReadFile> read = new ArrayList<>(results.size());
    int skipped = readTogether(read);
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).isPresent()) {
        read.add(results.get(i).get());
      } else if (!isPolicy(entries.get(i).path()) && !together.containsKey(entries.get(i).path())) {
        skipped++;
      }
    }
    if (!together.isEmpty()) {
      read.sort((a, b) -> a.file().compareTo(b.file()));
    }
    return new Loaded(read, skipped);
  }

  /** Reads what only means something together; gives how many of these files are skipped. */
  private int readTogether(List<ReadFile> read) {
    if (together.isEmpty()) {
      return 0;
    }
    TerraformFiles.Loaded loaded = TerraformFiles.read(files, together);
    read.addAll(loaded.files());
    int skipped = loaded.skipped();
    for (SourceText plan : loaded.left()) {
      ReadFile file = dialects.read(plan, false);
      if (file == null) {
        skipped++;
      } else {
        read.add(file);
      }
    }
    return skipped;
  }

  private static boolean isPolicy(String path) {
    return path.equals(PolicyReader.FILE) || path.endsWith("/".concat(PolicyReader.FILE));
  }

  private @Nullable ReadFile read(FileTree.Entry entry) {
    String path = entry.path();
    if (!entry.refusal().isEmpty()) {
      return dialects.refuse(new SourceText(path, ""), Place.startOf(path), entry.refusal(), true);
    }
    byte[] bytes;
    try {
      boolean large = entry.size() > Limits.FILE_BYTES;
      bytes = files.read(path, large ? HEAD_BYTES : Limits.FILE_BYTES);
      if (large) {
        return dialects.refuse(
            new SourceText(path, new String(bytes, StandardCharsets.UTF_8)),
            Place.startOf(path),
            "The file has "
                + entry.size() / (1024 * 1024)
                + " MiB; headgate reads files of up to "
                + Limits.FILE_BYTES / (1024 * 1024)
                + " MiB. Split it.",
            entry.asked());
      }
    } catch (IOException e) {
      return dialects.refuse(
          new SourceText(path, ""),
          Place.startOf(path),
          "The file cannot be opened: " + reason(e) + ".",
          true);
    }
    int bom = startsWithBom(bytes) ? 3 : 0;
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, bom, bytes.length - bom))
              .toString();
    } catch (CharacterCodingException e) {
      SourceText latin = new SourceText(path, new String(bytes, StandardCharsets.ISO_8859_1));
      return dialects.refuse(
          latin, Place.startOf(path), "The file is not UTF-8; save it as UTF-8.", entry.asked());
    }
    SourceText source = new SourceText(path, text);
    if (isTogether(path, text)) {
      synchronized (together) {
        together.put(path, source);
      }
      return null;
    }
    return dialects.read(source, entry.asked());
  }

  /** By a glance first, so that no class of Terraform is needed where there is nothing of it. */
  private static boolean isTogether(String path, String text) {
    boolean glance =
        path.endsWith(".tf")
            || path.endsWith(".tfvars")
            || (path.endsWith(".json") && text.contains("\"resource_changes\""));
    return glance && TerraformFiles.takes(path, text);
  }

  private static boolean startsWithBom(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : e.getClass().getSimpleName();
  }
}
