package io.headgate.engine.pack;

import io.headgate.engine.drl.Digests;
import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a pack, all in memory: what was hashed is what is run, whatever happens to the disk
 * meanwhile.
 */
final class PackFiles {

  private final String shown;
  private final byte @Nullable [] archive;
  private final SortedMap<String, byte[]> files;
  private @Nullable String digest;

  private PackFiles(String shown, byte @Nullable [] archive, SortedMap<String, byte[]> files) {
    this.shown = shown;
    this.archive = archive;
    this.files = Collections.unmodifiableSortedMap(files);
  }

  /**
   * Reads a directory, a zip or a jar.
   *
   * @param shown how messages name it
   * @throws UserError if it is not there, or holds more or other than a pack may
   */
  static PackFiles read(Path path, String shown) {
    Place place = Place.startOf(shown);
    try {
      if (Files.isDirectory(path)) {
        return new PackFiles(shown, null, new DirectoryReader(path, shown).files());
      }
      if (!Files.isRegularFile(path)) {
        throw new UserError(
            place, "There is no pack: a pack is a directory, a zip or a jar, and none is here.");
      }
      byte[] bytes = bounded(path, PackLimits.TOTAL_BYTES, place);
      return new PackFiles(shown, bytes, new ZipReader(bytes, place).files());
    } catch (IOException e) {
      throw new UserError(
          place, "The pack cannot be opened: " + e.getClass().getSimpleName() + ".");
    }
  }

  /** The bytes of a file that is no larger than a pack may be. */
  static byte[] bounded(Path file, int most, Place place) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new UserError(place, PackLimits.tooLarge(String.valueOf(file.getFileName())));
      }
      return bytes;
    }
  }

  /**
   * The digest of files: over their paths in order, each with the length of its path, its own
   * length and its bytes, so that no two sets of files can look the same.
   */
  private static String digest(SortedMap<String, byte[]> files) {
    MessageDigest digest = Digests.sha256();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(path.length)
              .putLong(file.getValue().length)
              .flip());
      digest.update(path);
      digest.update(file.getValue());
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /** How messages name the pack. */
  String shown() {
    return shown;
  }

  /** Whether it is a zip or a jar. */
  boolean isArchive() {
    return archive != null;
  }

  /**
   * SHA-256 in hexadecimal digits: of an archive's bytes, or of a directory's files. Worked out
   * when it is first asked for: without a pin nobody does, and it costs a cold start milliseconds.
   */
  synchronized String digest() {
    if (digest == null) {
      digest = archive == null ? digest(files) : hex(Digests.sha256().digest(archive));
    }
    return digest;
  }

  /** The content by path, in the order of the paths. */
  SortedMap<String, byte[]> all() {
    return files;
  }

  /** The content of a file, or null. */
  byte @Nullable [] bytes(String path) {
    return files.get(path);
  }

  /** The paths with an ending, in order. */
  List<String> withEnding(String ending) {
    List<String> found = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.endsWith(ending)) {
        found.add(path);
      }
    }
    return found;
  }

  /** How messages name a file of the pack: behind the mark {@code !} if it lies in an archive. */
  String shown(String path) {
    return isArchive()
        ? shown + "!/" + path
        : shown.endsWith("/") ? shown + path : shown + "/" + path;
  }

  /** The first character of a file. */
  Place place(String path) {
    return Place.startOf(shown(path));
  }

  /**
   * The text of a file that is there.
   *
   * @throws UserError if it is not UTF-8
   */
  String text(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IllegalArgumentException(path);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError(place(path), "The file is not UTF-8; save it as UTF-8.");
    }
  }
}
