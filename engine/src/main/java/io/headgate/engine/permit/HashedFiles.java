package io.headgate.engine.permit;

import io.headgate.engine.SideBySide;
import io.headgate.engine.drl.Digests;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that are hashed as they are read, so that the digest is that of the very bytes that were
 * judged. For several threads.
 */
public final class HashedFiles implements FileTree {

  private static final int BUFFER_BYTES = 64 * 1024;

  /** What stands for a byte or a character that the system could not decode. */
  private static final char UNDECODED = '\uFFFD';

  private final FileTree files;
  private final Map<String, Entry> listed = new ConcurrentHashMap<>();
  private final Map<String, String> digests = new ConcurrentHashMap<>();
  private final Set<String> directories = ConcurrentHashMap.newKeySet();
  private final Set<String> unsteady = ConcurrentHashMap.newKeySet();

  /** These files, hashed. */
  public HashedFiles(FileTree files) {
    this.files = files;
  }

  @Override
  public List<Entry> list() throws IOException {
    return note(files.list());
  }

  @Override
  public List<Entry> in(String directory) throws IOException {
    directories.add(directory);
    return note(files.in(directory));
  }

  private List<Entry> note(List<Entry> entries) {
    for (Entry entry : entries) {
      listed.put(entry.path(), entry);
    }
    return entries;
  }

  /** Hashes all of a file, however little of it is wanted, in the same pass. */
  @Override
  public byte[] read(String path, int limit) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] bytes;
    try (InputStream in = files.open(path)) {
      bytes = in.readNBytes(limit);
      digest.update(bytes);
      if (bytes.length == limit) {
        rest(in, digest);
      }
    }
    String now = HexFormat.of().formatHex(digest.digest());
    String before = digests.putIfAbsent(path, now);
    if (before != null && !before.equals(now)) {
      unsteady.add(path);
    }
    return bytes;
  }

  private static void rest(InputStream in, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return files.open(path);
  }

  @Override
  public void expect(List<Entry> entries) throws IOException {
    files.expect(entries);
  }

  @Override
  public @Nullable String id(Entry entry) {
    return files.id(entry);
  }

  /** The files themselves. */
  public FileTree plain() {
    return files;
  }

  /** The files that were not the same each time they were read, in order. */
  public Set<String> unsteady() {
    return new TreeSet<>(unsteady);
  }

  /** The directories that were looked into whether or not anybody asked for them, in order. */
  public Set<String> directories() {
    return new TreeSet<>(directories);
  }

  /**
   * SHA-256 in hexadecimal digits of each file that was listed or read, by its path. Those that
   * nobody has read are read now.
   *
   * @throws UserError if one of them cannot be read, or has a name that tools write differently
   */
  public Map<String, String> digests() {
    List<Entry> unread = new ArrayList<>();
    for (Entry entry : listed.values()) {
      if (!entry.refusal().isEmpty()) {
        throw cannot(entry.path(), entry.refusal());
      }
      if (!digests.containsKey(entry.path())) {
        unread.add(entry);
      }
    }
    SideBySide.map(
        unread,
        entry -> entry.size() > BUFFER_BYTES,
        entry -> {
          try {
            return read(entry.path(), 0);
          } catch (IOException e) {
            throw cannot(entry.path(), "It cannot be opened.");
          }
        });
    for (String path : digests.keySet()) {
      refuseOddName(path);
    }
    return new TreeMap<>(digests);
  }

  private static void refuseOddName(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == UNDECODED) {
        throw cannot(
            path,
            "Its name cannot be read with the character set of this locale; try LC_ALL=C.UTF-8.");
      }
      if (c == '\\' || Character.isISOControl(c)) {
        throw cannot(
            path,
            "Its name has a backslash or a control character, which 'sha256sum' and other tools"
                + " write differently; rename it.");
      }
    }
  }

  private static UserError cannot(String path, String why) {
    return new UserError("The file '" + path + "' cannot be part of a digest. " + why);
  }
}
