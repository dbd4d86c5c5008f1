package io.headgate.delivery.watch;

import io.headgate.delivery.watch.Judgement.Verdict;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered from one round to the next, and from one process to the next: a file that is
 * replaced whole, so that a kill leaves the old or the new.
 */
final class Memory {

  private static final String HEAD = "headgate-watch 1";

  /** What is older is of no use: nobody goes back that far without being judged anew. */
  private static final int MOST = 1000;

  private final Path file;
  private final String target;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> vouched = new LinkedHashSet<>();
  private String last = "";

  /**
   * What was said of a commit.
   *
   * @param commit its id
   * @param base what it was compared with; empty for nothing
   * @param grounds what else decided
   * @param verdict what the gate said: open or closed
   * @param counts errors, warnings and notes
   * @param note the id of the permit's text; empty if there is none
   */
  record Entry(
      String commit, String base, String grounds, Verdict verdict, Counts counts, String note) {}

  /** How many findings there are. */
  record Counts(long errors, long warnings, long notes) {}

  private Memory(Path file, String target) {
    this.file = file;
    this.target = target;
  }

  /**
   * What is remembered in a directory.
   *
   * @param target what it is about, so that it is not taken for the memory of something else
   * @throws UserError if it is about something else, or cannot be read
   */
  static Memory read(Path directory, String target) {
    Memory memory = new Memory(directory.resolve("memory"), target);
    if (!Files.exists(memory.file)) {
      return memory;
    }
    try {
      List<String> lines = Files.readAllLines(memory.file, StandardCharsets.UTF_8);
      if (lines.size() < 2 || !lines.get(0).equals(HEAD)) {
        throw memory.unreadable();
      }
      if (!lines.get(1).equals(target)) {
        throw new UserError(
            "The work directory '"
                + directory
                + "' belongs to another repository, branch, approved reference or environment;"
                + " give each its own '--work-dir'.");
      }
      for (String line : lines.subList(2, lines.size())) {
        memory.add(line.split(" ", -1));
      }
      return memory;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw memory.unreadable();
    }
  }

  private UserError unreadable() {
    return new UserError(
        "The memory '"
            + file
            + "' cannot be read. Delete it; what is in it is found out again, but that an approved"
            + " reference was taken away is not noticed then.");
  }

  private void add(String[] words) {
    switch (words[0]) {
      case "last" -> last = words[1];
      case "vouched" -> vouched.add(words[1]);
      case "judged" ->
          put(
              new Entry(
                  words[1],
                  words[2],
                  words[3],
                  Verdict.valueOf(words[4]),
                  new Counts(
                      Long.parseLong(words[5]), Long.parseLong(words[6]), Long.parseLong(words[7])),
                  words[8]));
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static String key(String commit, String base) {
    return commit + " " + base;
  }

  private void put(Entry entry) {
    entries.remove(key(entry.commit(), entry.base()));
    entries.put(key(entry.commit(), entry.base()), entry);
  }

  /** What was said of a commit; null if nothing was. */
  @Nullable Entry find(String commit, String base) {
    return entries.get(key(commit, base));
  }

  /** What approved last pointed at, and was vouched for; empty if it never did. */
  String last() {
    return last;
  }

  boolean vouchesFor(String commit) {
    return vouched.contains(commit);
  }

  /** Remembers what was said of a commit. */
  void judged(Entry entry) throws IOException {
    put(entry);
    save();
  }

  /** Remembers that approved rightly points at a commit. */
  void approved(String commit) throws IOException {
    if (!last.equals(commit)) {
      last = commit;
      vouched.remove(commit);
      vouched.add(commit);
      save();
    }
  }

  private void save() throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEAD, target, "last " + last));
    for (String commit : newest(vouched)) {
      lines.add("vouched " + commit);
    }
    for (Entry entry : newest(entries.values())) {
      Counts counts = entry.counts();
      lines.add(
          String.join(
              " ",
              "judged",
              entry.commit(),
              entry.base(),
              entry.grounds(),
              entry.verdict().name(),
              Long.toString(counts.errors()),
              Long.toString(counts.warnings()),
              Long.toString(counts.notes()),
              entry.note()));
    }
    Path part = file.resolveSibling("memory.part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      // Else a machine that goes down may keep the new name and lose what is in it.
      out.force(true);
    }
    WholeFile.replace(part, file);
  }

  private static <T> List<T> newest(Iterable<T> all) {
    List<T> list = new ArrayList<>();
    all.forEach(list::add);
    return list.subList(Math.max(0, list.size() - MOST), list.size());
  }
}
