package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real files of other projects, read by all dialects: what is read, what is not understood and what
 * the core has to say, by corpus. Nothing breaks, and what the corpora of the dialects in hand hold
 * is understood.
 */
class CorporaReadTest {

  /**
   * Corpora that are to be read whole, each with the places where something is wrong with it; the
   * others belong to dialects that do not exist yet.
   */
  private static final Map<String, List<String>> READ =
      Map.of(
          "strimzi",
          List.of(),
          "conduktor-self-service",
          List.of(),
          "jikkou",
          // Its first topic has its configs beside the spec instead of in it.
          List.of("jikkou/examples/topic/kafka-topic-list.yaml:13:5 unknown-field"));

  private final Map<String, Row> rows = new TreeMap<>();

  private static final class Row {
    private int files;
    private int read;
    private int skipped;
    private int resources;
    private int notUnderstood;
    private final List<String> findings = new ArrayList<>();
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
    Dialects dialects = new Dialects(new KnownDialects());
    for (Path path : paths) {
      String file = corpora.relativize(path).toString();
      String text = Files.readString(path, StandardCharsets.UTF_8);
      add(file.substring(0, file.indexOf('/')), dialects.look(new SourceText(file, text), false));
    }
    rows.forEach(
        (corpus, row) ->
            System.out.println(
                "CorporaReadTest: %s: %d files, %d read, %d skipped; %d resources, %d not understood, %d findings"
                    .formatted(
                        corpus,
                        row.files,
                        row.read,
                        row.skipped,
                        row.resources,
                        row.notUnderstood,
                        row.findings.size())));
    assertThat(paths).isNotEmpty();
    READ.forEach(
        (corpus, wrong) -> {
          Row row = rows.get(corpus);
          if (row != null) {
            assertThat(row.findings).as(corpus).isEqualTo(wrong);
            assertThat(row.resources).as(corpus).isPositive();
          }
        });
  }

  private static boolean isCandidate(Path path) {
    return Files.isRegularFile(path)
        && io.headgate.engine.files.DiskFiles.isCandidate(path.getFileName().toString());
  }

  private void add(String corpus, Looked looked) {
    Row row = rows.computeIfAbsent(corpus, name -> new Row());
    row.files++;
    if (looked instanceof ReadFile file) {
      row.read++;
      row.resources += file.resources().size();
      row.notUnderstood += file.unread().size();
      for (Finding finding : file.findings()) {
        row.findings.add(finding.place() + " " + finding.rule().id());
      }
    } else if (looked instanceof SkippedFile file) {
      row.skipped++;
      row.notUnderstood += file.signs().size();
    }
  }
}
