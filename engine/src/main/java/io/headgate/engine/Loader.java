package io.headgate.engine;

import io.headgate.engine.dialect.Added;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.HeldFile;
import io.headgate.engine.dialect.Looked;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.SkippedFile;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads all files of a run; many of them side by side, always with the same outcome. */
final class Loader {

  /** Many times the usual size of a file. */
  private static final int LARGE_BYTES = 8 * 1024;

  private static final int HEAD_BYTES = 64 * 1024;

  /** With this begins what Git keeps of a file whose content lies elsewhere. */
  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

  private final FileTree files;
  private final Dialects dialects;
  private final Progress progress;
  private final @Nullable Contents contents;
  private @Nullable Kustomizations kustomizations;

  /** A loader of files that nothing is compared with. */
  Loader(FileTree files, Dialects dialects, Progress progress) {
    this(files, dialects, progress, null);
  }

  /**
   * A loader.
   *
   * @param contents knows or learns what files of the same content say; null where nobody asks
   */
  Loader(FileTree files, Dialects dialects, Progress progress, @Nullable Contents contents) {
    this.contents = contents;
    this.files = files;
    this.dialects = dialects;
    this.progress = progress;
  }

  /**
   * What was loaded.
   *
   * @param files what the files say, in the order of their paths
   * @param skipped the files that are none of our business, in the order of their paths
   */
  record Loaded(List<ReadFile> files, List<SkippedFile> skipped) {}

  Loaded load() throws IOException {
    List<FileTree.Entry> entries = files.list();
    for (FileTree.Entry entry : entries) {
      if (isKustomization(entry.path())) {
        kustomizations = Kustomizations.in(files, entries);
        break;
      }
    }
    files.expect(contents == null ? entries : contents.unknown(entries, files));
    AtomicInteger done = new AtomicInteger();
    List<Looked> results =
        SideBySide.map(
            entries,
            entry -> entry.size() > LARGE_BYTES,
            entry -> {
              Looked file = read(entry);
              progress.step("reading", done.incrementAndGet(), entries.size());
              return file;
            });
    List<ReadFile> read = new ArrayList<>(results.size());
    List<SkippedFile> skipped = new ArrayList<>();
    List<HeldFile> held = new ArrayList<>();
    for (Looked result : results) {
      sort(result, read, skipped, held);
    }
    if (!held.isEmpty()) {
      for (Looked result : HeldFiles.read(held, files, dialects)) {
        sort(result, read, skipped, held);
      }
      read.sort((a, b) -> a.file().compareTo(b.file()));
      skipped.sort((a, b) -> a.file().compareTo(b.file()));
    }
    return new Loaded(read, skipped);
  }

  /** Whether a file is a kustomization, by its name. */
  static boolean isKustomization(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals("kustomization.yaml") || name.equals("kustomization.yml");
  }

  private static void sort(
      Looked result, List<ReadFile> read, List<SkippedFile> skipped, List<HeldFile> held) {
    if (result instanceof ReadFile file) {
      read.add(file);
    } else if (result instanceof HeldFile file) {
      held.add(file);
    } else if (result instanceof SkippedFile file && !isOurs(file.file())) {
      skipped.add(file);
    }
  }

  private static boolean isOurs(String path) {
    return is(PolicyReader.FILE, path)
        || is(PolicyReader.BASELINE, path)
        || is(PolicyReader.WAIVER_FILE, path);
  }

  private static boolean is(String name, String path) {
    return path.endsWith(name)
        && (path.length() == name.length()
            || path.charAt(path.length() - name.length() - 1) == '/');
  }

  private Looked read(FileTree.Entry entry) {
    String path = entry.path();
    if (isOurs(path) && !entry.asked()) {
      return new SkippedFile(path, "it is one of headgate's own files", List.of());
    }
    if (!entry.refusal().isEmpty()) {
      return dialects.refuse(new SourceText(path, ""), Place.startOf(path), entry.refusal(), true);
    }
    Kustomizations all = kustomizations;
    Added added = all == null ? Added.NONE : all.to(path);
    Looked before = contents == null ? null : contents.known(entry, files, added);
    if (before != null) {
      return before;
    }
    byte[] bytes;
    try {
      long size = entry.size();
      bytes = files.read(path, size > Limits.FILE_BYTES ? HEAD_BYTES : Limits.FILE_BYTES + 1);
      if (size > Limits.FILE_BYTES || bytes.length > Limits.FILE_BYTES) {
        return dialects.refuse(
            new SourceText(path, new String(bytes, StandardCharsets.UTF_8)),
            Place.startOf(path),
            "The file has "
                + Math.max(size, bytes.length) / (1024 * 1024)
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
    if (contents != null) {
      before = contents.known(entry, files, bytes, added);
      if (before != null) {
        return before;
      }
    }
    Looked looked = look(entry, bytes, added);
    if (contents != null) {
      contents.learn(entry, files, bytes, added, looked);
    }
    return looked;
  }

  private Looked look(FileTree.Entry entry, byte[] bytes, Added added) {
    String path = entry.path();
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
    if (text.startsWith(LFS_POINTER)) {
      return dialects.refuse(
          source,
          Place.startOf(path),
          "The file is a pointer of Git LFS, and not its content; fetch that with 'git lfs pull',"
              + " or keep the files of a landscape out of LFS.",
          entry.asked());
    }
    if (HeldFiles.holds(path, text)) {
      return new HeldFile(source, entry.asked());
    }
    return dialects.look(source, entry.asked(), added);
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
