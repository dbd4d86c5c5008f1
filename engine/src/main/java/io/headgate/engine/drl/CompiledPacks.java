package io.headgate.engine.drl;

import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Compiles each pack once and keeps the result. An entry is one file, named after all that went
 * into it and signed with a key of the user's own that lies elsewhere: what is damaged, half
 * written or made by somebody else is compiled again.
 */
public final class CompiledPacks {

  private static final int KEY = 32;
  private static final int SIGNATURE = 32;
  private static final long LARGEST = 64L << 20;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Path directory;
  private final Path keyFile;
  private final PackCompiler compiler;

  /**
   * A place for compiled packs.
   *
   * @param directory where they are kept; made if it is not there
   * @param keyFile the key they are signed with; outside of the directory, made if it is not there
   * @param compiler what compiles
   */
  public CompiledPacks(Path directory, Path keyFile, PackCompiler compiler) {
    this.directory = directory;
    this.keyFile = keyFile;
    this.compiler = compiler;
  }

  /**
   * The compiled pack, from an earlier run or compiled now.
   *
   * @param packId the pack's id
   * @param files its {@code *.drl} files by name; at least one
   * @throws UserError if the DRL is not let in or does not compile
   * @throws IOException if the compiler broke or could not be run
   */
  public CompiledPack get(String packId, SortedMap<String, byte[]> files) throws IOException {
    byte[] name = name(packId, files);
    Path entry = directory.resolve(HexFormat.of().formatHex(name) + ".drlc");
    byte[] key = key();
    byte[] kept = key.length == 0 ? new byte[0] : read(entry, name, key);
    if (kept.length > 0) {
      try {
        return CompiledPack.read(kept);
      } catch (IOException e) {
        // Signed by an older headgate that let in more: compiled again.
      }
    }
    byte[] compiled = compiler.compile(packId, files);
    if (key.length > 0) {
      keep(entry, name, key, compiled);
    }
    return CompiledPack.read(compiled);
  }

  /** All that the result depends on. */
  private byte[] name(String packId, SortedMap<String, byte[]> files) {
    MessageDigest digest = Digests.sha256();
    Digests.add(digest, Versions.HEADGATE.getBytes(StandardCharsets.UTF_8));
    Digests.add(digest, Versions.DROOLS.getBytes(StandardCharsets.UTF_8));
    Digests.add(digest, new byte[] {(byte) Runtime.version().feature()});
    Digests.add(digest, packId.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Digests.add(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
      Digests.add(digest, file.getValue());
    }
    return digest.digest();
  }

  /** What the entry holds, or nothing if it is not there or not as it was written. */
  private static byte[] read(Path entry, byte[] name, byte[] key) {
    try {
      if (Files.size(entry) > LARGEST) {
        return new byte[0];
      }
      byte[] bytes = Files.readAllBytes(entry);
      if (bytes.length <= SIGNATURE) {
        return new byte[0];
      }
      byte[] content = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
      byte[] signature = Arrays.copyOf(bytes, SIGNATURE);
      return MessageDigest.isEqual(signature, Digests.hmac(key, name, content))
          ? content
          : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Under another name first: a run that is killed leaves nothing that counts. */
  private void keep(Path entry, byte[] name, byte[] key, byte[] content) {
    try {
      Files.createDirectories(directory, ownOnly(directory, "rwx------"));
      Path half = Files.createTempFile(directory, "new-", ".tmp");
      try {
        byte[] signature = Digests.hmac(key, name, content);
        Files.write(
            half,
            ByteBuffer.allocate(signature.length + content.length)
                .put(signature)
                .put(content)
                .array());
        WholeFile.replace(half, entry);
      } finally {
        Files.deleteIfExists(half);
      }
      removeOld();
    } catch (IOException e) {
      // What cannot be kept is compiled again next time.
    }
  }

  /** Packs change and come no more as they were; what is still in use is compiled again. */
  private void removeOld() throws IOException {
    Instant old = Instant.now().minus(KEPT);
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(directory, "{*.drlc,new-*.tmp}")) {
      for (Path entry : entries) {
        if (Files.getLastModifiedTime(entry).toInstant().isBefore(old)) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  /** The user's key, or nothing if there can be none: then nothing is kept. */
  private byte[] key() {
    try {
      for (int attempt = 0; attempt < 3; attempt++) {
        if (Files.exists(keyFile)) {
          byte[] key = Files.size(keyFile) == KEY ? Files.readAllBytes(keyFile) : new byte[0];
          if (key.length == KEY && isOwn(keyFile)) {
            return key;
          }
          Files.deleteIfExists(keyFile);
        }
        makeKey();
      }
    } catch (IOException e) {
      // As if there were no cache.
    }
    return new byte[0];
  }

  private void makeKey() throws IOException {
    Path parent = keyFile.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("The key has no directory.");
    }
    Files.createDirectories(parent, ownOnly(parent, "rwx------"));
    byte[] key = new byte[KEY];
    new SecureRandom().nextBytes(key);
    Path half = Files.createTempFile(parent, "key-", ".tmp", ownOnly(parent, "rw-------"));
    try {
      Files.write(half, key);
      // Whoever comes first makes the key; a link fails where a move would replace.
      Files.createLink(keyFile, half);
    } catch (FileAlreadyExistsException e) {
      // Another run was first.
    } catch (UnsupportedOperationException e) {
      WholeFile.replace(half, keyFile);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** Whether nobody else can read or write the file, as far as the file system can say. */
  private static boolean isOwn(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return true;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.equals(PosixFilePermissions.fromString("rw-------"));
  }

  private static FileAttribute<?>[] ownOnly(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
