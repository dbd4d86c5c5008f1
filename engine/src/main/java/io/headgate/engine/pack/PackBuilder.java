package io.headgate.engine.pack;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes an archive of a pack: the same bytes from the same content, on every machine with the same
 * Java (a newer one gives lists more properties, which Drools writes down). Its entries are sorted,
 * bear one and the same time and are not compressed, since compressors differ.
 */
public final class PackBuilder {

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Compiling compiling;

  /**
   * A builder.
   *
   * @param compiling compiles DRL
   */
  public PackBuilder(Compiling compiling) {
    this.compiling = compiling;
  }

  /**
   * Writes the archive; it appears whole or not at all.
   *
   * @throws UserError if the DRL does not compile, or the file cannot be written
   */
  public void build(OpenPack pack, Path file) {
    SortedMap<String, byte[]> files = new TreeMap<>(pack.files().all());
    files.remove(CompiledPack.FILE);
    if (pack.hasDrl()) {
      files.put(CompiledPack.FILE, new DrlRules(pack, compiling).fresh().toBytes());
    }
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      WholeFile.write(file, out -> write(files, out));
    } catch (IOException e) {
      throw new UserError(
          Place.startOf(file.toString()),
          "The pack cannot be written here: " + e.getClass().getSimpleName() + ".");
    }
  }

  private static void write(SortedMap<String, byte[]> files, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }
}
