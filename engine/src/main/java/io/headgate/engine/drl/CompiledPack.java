package io.headgate.engine.drl;

import io.headgate.spi.Setting;
import io.headgate.spi.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The DRL of a pack after compilation: one file that holds the rules as data and the classes that
 * look for them. Reading it loads neither Drools nor any class of the pack.
 *
 * @param pack the pack's id
 * @param drools the version of Drools that compiled it; no other can run it
 * @param sources {@link #checksum} of the DRL
 * @param model the name of the class that makes the rules
 * @param rules its rules, in the order of their ids
 * @param classes the class files by the name of the class
 */
public record CompiledPack(
    String pack,
    String drools,
    long sources,
    String model,
    List<DrlRule> rules,
    Map<String, byte[]> classes) {

  /** The name of the file in a pack. */
  public static final String FILE = "rules.drlc";

  private static final int MAGIC = 0x48474452;
  private static final int FORMAT = 2;
  private static final int MOST = 100_000;

  /** Copies the collections; the class files are not copied. */
  public CompiledPack {
    rules = List.copyOf(rules);
    classes = Collections.unmodifiableMap(new TreeMap<>(classes));
  }

  /**
   * By which compiled rules know the DRL that they were made from. It tells when somebody has
   * changed that since, not when somebody wants to deceive: against that there are pins.
   *
   * @param files the DRL by path
   */
  public static long checksum(SortedMap<String, byte[]> files) {
    CRC32 sum = new CRC32();
    files.forEach(
        (path, bytes) -> {
          sum.update(path.getBytes(StandardCharsets.UTF_8));
          sum.update(0);
          sum.update(bytes);
        });
    return sum.getValue();
  }

  /** As the bytes of a file: the same for the same content. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeUTF(drools);
      out.writeUTF(pack);
      out.writeLong(sources);
      out.writeUTF(model);
      out.writeInt(rules.size());
      for (DrlRule rule : rules) {
        write(rule, out);
      }
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IOException if this is something else, is damaged, is for another Drools, or has a
   *     class that reaches for more than rules may use; the message is a sentence
   */
  public static CompiledPack read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new IOException("These are no compiled rules that this headgate can read.");
      }
      String drools = in.readUTF();
      if (!drools.equals(Versions.DROOLS)) {
        throw new IOException(
            "The rules were compiled for Drools "
                + drools
                + ", and this headgate runs "
                + Versions.DROOLS
                + "; compile them again with this headgate.");
      }
      String pack = in.readUTF();
      long sources = in.readLong();
      String model = in.readUTF();
      List<DrlRule> rules = new ArrayList<>();
      for (int left = count(in); left > 0; left--) {
        rules.add(rule(in));
      }
      Map<String, byte[]> classes = new TreeMap<>();
      for (int left = count(in); left > 0; left--) {
        String name = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
          throw new IOException("The compiled rules are damaged.");
        }
        classes.put(name, admit(pack, name, in.readNBytes(length)));
      }
      if (in.available() > 0) {
        throw new IOException("The compiled rules are damaged.");
      }
      return new CompiledPack(pack, drools, sources, model, rules, classes);
    } catch (java.io.EOFException | java.io.UTFDataFormatException e) {
      throw new IOException("The compiled rules are damaged.", e);
    }
  }

  /** The one way in for a class: past here it can look and report, and nothing else. */
  private static byte[] admit(String pack, String name, byte[] bytes) throws IOException {
    String home = Names.packageOf(pack);
    String refusal =
        name.startsWith(home + ".")
            ? ClassFile.refusal(bytes, name, home)
            : "It is not in the package of the pack.";
    if (refusal != null) {
      throw new IOException(
          "The compiled rules of pack '"
              + pack
              + "' have a class '"
              + name
              + "' that is not let in. "
              + refusal);
    }
    return bytes;
  }

  private static void write(DrlRule rule, DataOutputStream out) throws IOException {
    out.writeUTF(rule.id());
    out.writeUTF(rule.severity().name());
    out.writeUTF(rule.summary());
    out.writeInt(rule.tags().size());
    for (String tag : rule.tags()) {
      out.writeUTF(tag);
    }
    out.writeUTF(rule.file());
    out.writeInt(rule.line());
    out.writeBoolean(rule.needsBase());
    out.writeInt(rule.settings().size());
    for (Map.Entry<String, Setting.Type> setting : rule.settings().entrySet()) {
      out.writeUTF(setting.getKey());
      out.writeUTF(setting.getValue().name());
    }
  }

  private static DrlRule rule(DataInputStream in) throws IOException {
    String id = in.readUTF();
    Severity severity = constant(Severity.class, in.readUTF());
    String summary = in.readUTF();
    List<String> tags = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      tags.add(in.readUTF());
    }
    String file = in.readUTF();
    int line = in.readInt();
    boolean needsBase = in.readBoolean();
    Map<String, Setting.Type> settings = new TreeMap<>();
    for (int left = count(in); left > 0; left--) {
      settings.put(in.readUTF(), constant(Setting.Type.class, in.readUTF()));
    }
    return new DrlRule(id, severity, summary, tags, file, line, needsBase, settings);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("The compiled rules are damaged.");
    }
    return count;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IOException("The compiled rules are damaged.", e);
    }
  }
}
