package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real files of other projects, read by all dialects: what is read, what is not understood and what
 * the core has to say, by corpus. Nothing breaks, nearly all documents about Kafka are read, and
 * each finding is one that was looked at.
 */
class CorporaReadTest {

  private static final String PLANS = "kafka-gitops/src/test/resources/plans/";

  /** The places where something is wrong with a corpus itself; in all others nothing is. */
  private static final Map<String, List<String>> WRONG =
      Map.of(
          "jikkou",
          // Its first topic has its configs beside the spec instead of in it.
          List.of("jikkou/examples/topic/kafka-topic-list.yaml:13:5 unknown-field"),
          "kafka-gitops",
          // Its own tests expect these to be refused.
          List.of(
              PLANS + "invalid-custom-service-acls-1.yaml:11:16 unreadable-document",
              PLANS + "invalid-custom-service-acls-2.yaml:14:18 unreadable-document",
              PLANS + "invalid-custom-user-acls-1.yaml:9:13 unreadable-document",
              PLANS + "invalid-custom-user-acls-2.yaml:13:19 unreadable-document",
              PLANS + "invalid-default-replication-1.yaml:4:20 unreadable-document",
              PLANS + "invalid-format.yaml:3:17 unreadable-document",
              PLANS + "invalid-storage-topics.yaml:6:7 unknown-field",
              PLANS + "invalid-topic.yaml:2:3 unreadable-document",
              PLANS + "unrecognized-property.yaml:3:5 unknown-field"));

  private static final Dialects DIALECTS = new Dialects(new KnownDialects());

  private final Map<String, Row> rows = new TreeMap<>();

  private static final class Row {
    private int files;
    private int skipped;
    private int documents;
    private int notUnderstood;
    private int resources;
    private int unknownKeys;
    private final List<String> findings = new ArrayList<>();
    private final List<String> signs = new ArrayList<>();
  }

  @Test
  void readsWhatItKnows() throws IOException {
    Path corpora = Path.of("").toAbsolutePath().resolve("../../shared/corpora").normalize();
    if (!Files.isDirectory(corpora)) {
      System.out.println("CorporaReadTest: no folder " + corpora.getFileName() + ", nothing read");
    }
    assumeTrue(Files.isDirectory(corpora), "There are no corpora beside the repository.");
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(corpora)) {
      paths = walk.filter(CorporaReadTest::isCandidate).sorted().toList();
    }
    for (Path path : paths) {
      String file = corpora.relativize(path).toString();
      add(file, Files.readString(path, StandardCharsets.UTF_8));
    }
    System.out.println(
        "CorporaReadTest: corpus, files, of them about Kafka, documents about Kafka, not"
            + " understood, resources, unknown keys, unreadable");
    int documents = 0;
    int notUnderstood = 0;
    for (Map.Entry<String, Row> entry : rows.entrySet()) {
      Row row = entry.getValue();
      documents += row.documents;
      notUnderstood += row.notUnderstood;
      System.out.printf(
          "CorporaReadTest: %-22s %4d %4d %4d %4d %5d %3d %3d%n",
          entry.getKey(),
          row.files,
          row.files - row.skipped,
          row.documents,
          row.notUnderstood,
          row.resources,
          row.unknownKeys,
          row.findings.size() - row.unknownKeys);
      row.signs.forEach(sign -> System.out.println("CorporaReadTest: not understood: " + sign));
    }
    assertThat(paths).isNotEmpty();
    rows.forEach(
        (corpus, row) -> {
          assertThat(row.findings).as(corpus).isEqualTo(WRONG.getOrDefault(corpus, List.of()));
          assertThat(row.resources).as(corpus).isPositive();
        });
    assertThat(notUnderstood / (double) documents).isLessThan(0.01);
  }

  private static boolean isCandidate(Path path) {
    return Files.isRegularFile(path)
        && io.headgate.engine.files.DiskFiles.isCandidate(path.getFileName().toString());
  }

  private void add(String file, String text) {
    Row row = rows.computeIfAbsent(file.substring(0, file.indexOf('/')), name -> new Row());
    row.files++;
    Looked looked = DIALECTS.look(new SourceText(file, text), false);
    List<Sign> signs = List.of();
    if (looked instanceof ReadFile read) {
      row.resources += read.resources().size();
      row.documents += documents(file, text, read.dialects());
      signs = read.unread();
      for (Finding finding : read.findings()) {
        row.findings.add(finding.place() + " " + finding.rule().id());
        row.unknownKeys += finding.rule().equals(CoreRules.UNKNOWN_FIELD) ? 1 : 0;
      }
    } else if (looked instanceof SkippedFile skipped) {
      row.skipped++;
      signs = skipped.signs();
    }
    row.documents += signs.size();
    row.notUnderstood += signs.size();
    signs.forEach(sign -> row.signs.add(sign.place() + ": " + sign.what()));
  }

  /** How many documents of a file its dialects read. */
  private static int documents(String file, String text, Set<Dialect> dialects) {
    int count = 0;
    for (Document document : Documents.read(new SourceText(file, text)).documents()) {
      for (Document object : KubernetesObject.each(document)) {
        count += dialects.stream().anyMatch(dialect -> dialect.reads(object)) ? 1 : 0;
      }
    }
    return Math.max(1, count);
  }
}
