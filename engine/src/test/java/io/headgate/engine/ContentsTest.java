package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.MemoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is the same before and after a change is read and parsed once. */
class ContentsTest {

  private static final String A = "kafka/topics/topic-a.yaml";
  private static final String B = "kafka/topics/topic-b.yaml";
  private static final String C = "kafka/topics/topic-c.yaml";

  private static String topic(String name, int partitions) {
    return "name: " + name + "\npartitions: " + partitions + "\nreplication: 3\n";
  }

  /** Files that know their ids, as those of a commit do, and note what is read of them. */
  private static final class Kept implements FileTree {

    private final Map<String, String> texts;
    private final MemoryFiles files;
    private final List<String> read = new ArrayList<>();

    Kept(Map<String, String> texts) {
      this.texts = texts;
      files = new MemoryFiles(texts);
    }

    @Override
    public List<Entry> list() {
      return files.list();
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
      synchronized (read) {
        read.add(path);
      }
      return files.read(path, limit);
    }

    @Override
    public String id(Entry entry) {
      byte[] bytes = texts.getOrDefault(entry.path(), "").getBytes(StandardCharsets.UTF_8);
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Map<String, ReadFile> load(FileTree files, Contents contents) throws IOException {
    Map<String, ReadFile> read = new TreeMap<>();
    new Loader(files, new Dialects(new KnownDialects()), Progress.NONE, contents)
        .load()
        .files()
        .forEach(file -> read.put(file.file(), file));
    return read;
  }

  private static Map<String, String> many(int changed) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      texts.put("kafka/topics/topic-t" + i + ".yaml", topic("t" + i, i < changed ? 6 : 12));
    }
    return texts;
  }

  @Test
  void ofACommitOnlyWhatHasChangedIsReadAtAll() throws IOException {
    Kept kept = new Kept(many(3));
    Base base = new Base(kept, "1234", "", "", "0".repeat(40));
    Contents now = Contents.learning(base);
    Map<String, ReadFile> after = load(new MemoryFiles(many(0)), now);

    Contents told = now.telling(base);
    Map<String, ReadFile> before = load(kept, told);

    assertThat(kept.read)
        .containsExactlyInAnyOrder(
            "kafka/topics/topic-t0.yaml",
            "kafka/topics/topic-t1.yaml",
            "kafka/topics/topic-t2.yaml");
    assertThat(parsedAnew(before, after)).isEqualTo(3);
    assertThat(told.same()).hasSize(197);
  }

  @Test
  void ofADirectoryOnlyWhatHasChangedIsParsed() throws IOException {
    Base base = new Base(new MemoryFiles(many(3)), "", "");
    Contents now = Contents.learning(base);
    Map<String, ReadFile> after = load(new MemoryFiles(many(0)), now);

    assertThat(parsedAnew(load(base.files(), now.telling(base)), after)).isEqualTo(3);
  }

  /** How many files are not the very same that were there already. */
  private static long parsedAnew(Map<String, ReadFile> before, Map<String, ReadFile> after) {
    assertThat(before.keySet()).isEqualTo(after.keySet());
    Set<ReadFile> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(after.values());
    return before.values().stream().filter(file -> !there.contains(file)).count();
  }

  @Test
  void linesMayEndOtherwiseInTheWorkTree() throws IOException {
    Kept kept =
        new Kept(
            Map.of(A, topic("a", 3), B, topic("b", 3), C, topic("c", 3).replace("\n", "\r\n")));
    Base base = new Base(kept, "1234", "", "", "0".repeat(40));
    Contents now = Contents.learning(base);
    load(
        new MemoryFiles(
            Map.of(
                A, topic("a", 3).replace("\n", "\r\n"),
                B, topic("b", 3).replace("\n", "\r"),
                C, topic("c", 3).replace("\n", "\r\n"))),
        now);

    Contents told = now.telling(base);
    load(kept, told);

    assertThat(told.same()).containsExactlyInAnyOrder(A, C);
    assertThat(kept.read).containsExactly(B);
  }
}
