package io.headgate.engine.pack;

import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Place;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip that is in memory, by its central directory as every unpacking tool does, and refuses
 * what tools read differently: a reviewer must see the files that headgate runs.
 */
final class ZipReader {

  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int LINK = 0xA000;
  private static final int TYPE = 0xF000;

  private final ByteBuffer zip;
  private final Place place;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private int left = PackLimits.TOTAL_BYTES;

  ZipReader(byte[] bytes, Place place) {
    this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.place = place;
  }

  /**
   * The files by their names.
   *
   * @throws UserError if this is no zip, is damaged, holds too much, or has a name that leads out
   */
  SortedMap<String, byte[]> files() {
    try {
      directory();
      return files;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private void directory() {
    int end = end();
    int count = word(end + 10);
    if (count != word(end + 8) || word(end + 4) != 0) {
      throw wrong("The archive is one of several parts, which headgate does not read.");
    }
    if (count > PackLimits.ENTRIES) {
      throw wrong(
          "The archive has " + count + " entries; a pack has up to " + PackLimits.ENTRIES + ".");
    }
    int at = zip.getInt(end + 16);
    for (int i = 0; i < count; i++) {
      if (zip.getInt(at) != CENTRAL) {
        throw damaged();
      }
      entry(at);
      at += CENTRAL_SIZE + word(at + 28) + word(at + 30) + word(at + 32);
    }
    if (at != end) {
      throw damaged();
    }
  }

  /** Where the end record is: the last one whose comment ends with the file. */
  private int end() {
    int last = zip.limit() - END_SIZE;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (zip.getInt(at) == END && at + END_SIZE + word(at + 20) == zip.limit()) {
        return at;
      }
    }
    throw wrong("This is no zip and no jar, so it is no pack.");
  }

  private void entry(int at) {
    int nameLength = word(at + 28);
    String name = name(at + CENTRAL_SIZE, nameLength);
    boolean directory = name.endsWith("/");
    String path = directory ? name.substring(0, name.length() - 1) : name;
    String refusal = EntryNames.refusal(path);
    if (refusal != null) {
      throw wrong(
          "The name of the entry '"
              + EntryNames.shown(name)
              + "' "
              + refusal
              + ", so the archive is not read.");
    }
    if ((zip.getInt(at + 38) >>> 16 & TYPE) == LINK) {
      throw wrong("The entry '" + EntryNames.shown(name) + "' is a link; put the file itself in.");
    }
    if ((word(at + 8) & ENCRYPTED) != 0) {
      throw wrong("The entry '" + EntryNames.shown(name) + "' is encrypted.");
    }
    if (directory) {
      return;
    }
    int local = zip.getInt(at + 42);
    if (zip.getInt(local) != LOCAL
        || !name.equals(name(local + LOCAL_SIZE, word(local + 26)))
        || word(local + 8) != word(at + 10)) {
      throw damaged();
    }
    int data = local + LOCAL_SIZE + word(local + 26) + word(local + 28);
    byte[] content = content(name, at, data);
    CRC32 crc = new CRC32();
    crc.update(content);
    if ((int) crc.getValue() != zip.getInt(at + 16)) {
      throw damaged();
    }
    if (files.put(name, content) != null) {
      throw wrong("The archive has two entries with the name '" + EntryNames.shown(name) + "'.");
    }
  }

  private byte[] content(String name, int at, int data) {
    int packed = zip.getInt(at + 20);
    int size = zip.getInt(at + 24);
    if (size < 0 || size > PackLimits.ENTRY_BYTES || size > left) {
      throw wrong(PackLimits.tooLarge(name));
    }
    left -= size;
    ByteBuffer compressed = zip.slice(data, packed);
    byte[] content = new byte[size];
    switch (word(at + 10)) {
      case STORED -> {
        if (packed != size) {
          throw damaged();
        }
        compressed.get(content);
      }
      case DEFLATED -> inflate(name, compressed, content);
      default ->
          throw wrong(
              "The entry '" + EntryNames.shown(name) + "' is packed in a way no jar is; use zip.");
    }
    return content;
  }

  private void inflate(String name, ByteBuffer compressed, byte[] content) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed);
      int filled = 0;
      while (filled < content.length && !inflater.finished()) {
        int more = inflater.inflate(content, filled, content.length - filled);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw damaged();
        }
        filled += more;
      }
      // One byte more than the entry claims is a bomb that lies about its size.
      if (filled < content.length || (inflater.inflate(new byte[1]) > 0)) {
        throw wrong(
            "The entry '" + EntryNames.shown(name) + "' does not have the size that it claims.");
      }
    } catch (DataFormatException e) {
      throw damaged();
    } finally {
      inflater.end();
    }
  }

  private String name(int at, int length) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(zip.slice(at, length)).toString();
    } catch (CharacterCodingException e) {
      throw wrong("The name of an entry is not UTF-8.");
    }
  }

  private int word(int at) {
    return zip.getShort(at) & 0xFFFF;
  }

  private UserError damaged() {
    return wrong("The archive is damaged, or made in a way that tools read differently.");
  }

  private UserError wrong(String message) {
    return new UserError(place, message);
  }
}
