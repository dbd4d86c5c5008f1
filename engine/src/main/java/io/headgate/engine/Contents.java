package io.headgate.engine;

import io.headgate.engine.dialect.Added;
import io.headgate.engine.dialect.HeldFile;
import io.headgate.engine.dialect.Looked;
import io.headgate.engine.files.FileTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a run say, by their contents, so that a file that was the same before the
 * change is not parsed twice. Content counts, never a time or a size. For several threads.
 */
final class Contents {

  /** How many digits the ids have that Git makes with SHA-1. */
  private static final int SHORT = 40;

  private final Map<String, Known> byPath = new ConcurrentHashMap<>();
  private final Set<String> same = ConcurrentHashMap.newKeySet();
  private final String algorithm;
  private final @Nullable Base base;

  private Contents(String algorithm, @Nullable Base base) {
    this.algorithm = algorithm;
    this.base = base;
  }

  /** For the files after the change: it learns. */
  static Contents learning(Base base) {
    return new Contents(base.idLength() == SHORT ? "SHA-1" : "SHA-256", null);
  }

  /** For the files before the change: it tells what these knew. */
  Contents telling(Base of) {
    Contents told = new Contents(algorithm, of);
    told.byPath.putAll(byPath);
    return told;
  }

  /**
   * What a file says.
   *
   * @param id of its content
   * @param lines of its content where lines end as Git keeps them; the same where they do anyway
   */
  private record Known(String id, String lines, Added added, boolean asked, Looked looked) {
    boolean is(@Nullable String content) {
      return id.equals(content) || lines.equals(content);
    }
  }

  /** Notes what a file says. */
  void learn(FileTree.Entry entry, FileTree files, byte[] bytes, Added added, Looked looked) {
    // What is only read with others can differ where it is the same itself.
    if (base == null && !(looked instanceof HeldFile)) {
      String id = id(entry, files, bytes);
      byte[] kept = withoutReturns(bytes);
      String lines = kept == bytes || files.id(entry) != null ? id : digest(kept);
      byPath.put(entry.path(), new Known(id, lines, added, entry.asked(), looked));
    }
  }

  /** What a file says whose content is known without a look at it; null if that is not known. */
  @Nullable Looked known(FileTree.Entry entry, FileTree files, Added added) {
    String id = base == null ? null : files.id(entry);
    return id == null ? null : known(entry, id, added);
  }

  /** What a file of this content says; null if that is not known. */
  @Nullable Looked known(FileTree.Entry entry, FileTree files, byte[] bytes, Added added) {
    return base == null ? null : known(entry, id(entry, files, bytes), added);
  }

  private @Nullable Looked known(FileTree.Entry entry, String id, Added added) {
    if (base == null) {
      return null;
    }
    String home = base.atHome(entry.path());
    Known known = byPath.get(home);
    if (known == null || !known.is(id)) {
      return null;
    }
    same.add(home);
    return known.asked() == entry.asked() && known.added().equals(added) ? known.looked() : null;
  }

  /** Those whose content has to be looked at. */
  List<FileTree.Entry> unknown(List<FileTree.Entry> entries, FileTree files) {
    if (base == null) {
      return entries;
    }
    List<FileTree.Entry> unknown = new ArrayList<>();
    for (FileTree.Entry entry : entries) {
      Known known = byPath.get(base.atHome(entry.path()));
      String id = files.id(entry);
      if (known == null || !known.is(id)) {
        unknown.add(entry);
      }
    }
    return unknown;
  }

  /** The files that are the same before and after, by their paths after. */
  Set<String> same() {
    return new HashSet<>(same);
  }

  private String id(FileTree.Entry entry, FileTree files, byte[] bytes) {
    String known = files.id(entry);
    return known != null ? known : digest(bytes);
  }

  /** Without the returns that a work tree may have at the ends of lines; itself if it has none. */
  private static byte[] withoutReturns(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && !isReturn(bytes, from)) {
      from++;
    }
    if (from == bytes.length) {
      return bytes;
    }
    byte[] kept = Arrays.copyOf(bytes, bytes.length);
    int to = from;
    for (int i = from; i < bytes.length; i++) {
      if (!isReturn(bytes, i)) {
        kept[to++] = bytes[i];
      }
    }
    return Arrays.copyOf(kept, to);
  }

  private static boolean isReturn(byte[] bytes, int at) {
    return bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
  }

  private String digest(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1 and SHA-256.", e);
    }
  }
}
