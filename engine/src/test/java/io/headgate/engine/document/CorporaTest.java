package io.headgate.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Real files read twice: here, and as tokens of Jackson. What may differ is said here: Jackson
 * reads no templates, gives aliases as the names of their anchors and merge keys as plain ones; so
 * a file that uses any of these is counted, not compared. Everything else is the same, key by key.
 */
class CorporaTest {

  private int files;
  private int documents;
  private int scalars;
  private int templates;
  private int aliases;
  private int unreadable;

  @Test
  void realFilesReadLikeJacksonReadsThem() throws IOException {
    Path corpora = corpora();
    if (!Files.isDirectory(corpora)) {
      System.out.println("CorporaTest: no folder " + corpora.getFileName() + ", nothing compared");
    }
    assumeTrue(Files.isDirectory(corpora), "There are no corpora beside the repository.");
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(corpora)) {
      paths = walk.filter(CorporaTest::isDocument).sorted().toList();
    }
    for (Path path : paths) {
      compare(corpora.relativize(path).toString(), Files.readString(path, StandardCharsets.UTF_8));
    }
    System.out.println(
        "CorporaTest: %d files, %d documents and %d scalars alike; not compared: %d templates, %d with aliases; %d unreadable to both"
            .formatted(files, documents, scalars, templates, aliases, unreadable));
    assertThat(scalars).isPositive();
  }

  /** Beside the repository, whose root is the parent of this module. */
  private static Path corpora() {
    return Path.of("").toAbsolutePath().resolve("../../shared/corpora").normalize();
  }

  private static boolean isDocument(Path path) {
    String name = path.toString();
    return Files.isRegularFile(path)
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  private void compare(String file, String text) {
    Documents read = Documents.read(new SourceText(file, text));
    if (text.contains("{{")) {
      templates++;
      read.problems().forEach(problem -> System.out.println("CorporaTest: " + problem));
      return;
    }
    Oracle oracle = oracle(file, text);
    if (oracle.aliases) {
      aliases++;
      return;
    }
    if (oracle.failed) {
      assertThat(read.problems()).as(file).isNotEmpty();
      System.out.println("CorporaTest: " + file + ": " + read.problems());
      unreadable++;
      return;
    }
    assertThat(read.problems()).as(file).isEmpty();
    List<String> lines = new ArrayList<>();
    for (Document document : read.documents()) {
      flatten(document.root(), lines);
      Trees.each(
          document.root(),
          node -> {
            if (node instanceof Scalar scalar) {
              assertWritten(scalar, document.source());
            }
          });
    }
    assertThat(lines).as(file).isEqualTo(oracle.lines);
    files++;
    documents += read.documents().size();
  }

  private void assertWritten(Scalar scalar, SourceText source) {
    scalars++;
    if (scalar.text().isEmpty()) {
      return;
    }
    Positions positions = ScalarText.of(scalar, source);
    for (int i = 0; i < scalar.text().length(); i++) {
      char c = scalar.text().charAt(i);
      String written = source.at(positions.place(i, i + 1));
      assertThat(
              c == ' '
                  || c == '\n'
                  || written.startsWith("\\")
                  || written.startsWith(String.valueOf(c)))
          .as("%s: '%s' is written as '%s'", scalar.place(), c, written)
          .isTrue();
    }
  }

  private static void flatten(Node node, List<String> lines) {
    if (node instanceof Mapping mapping) {
      lines.add("{");
      for (Entry entry : mapping.entries()) {
        lines.add(entry.key().text() + ":");
        flatten(entry.value(), lines);
      }
      lines.add("}");
    } else if (node instanceof Sequence sequence) {
      lines.add("[");
      sequence.items().forEach(item -> flatten(item, lines));
      lines.add("]");
    } else {
      lines.add(((Scalar) node).text());
    }
  }

  /** Jackson's tokens as the same lines. */
  private static final class Oracle {
    private final List<String> lines = new ArrayList<>();
    private boolean aliases;
    private boolean failed;
  }

  private static Oracle oracle(String file, String text) {
    Oracle oracle = new Oracle();
    TokenStreamFactory factory = file.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      @Nullable JsonToken token = parser.nextToken();
      for (; token != null; token = parser.nextToken()) {
        oracle.aliases |= parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
        switch (token) {
          case START_OBJECT -> oracle.lines.add("{");
          case START_ARRAY -> oracle.lines.add("[");
          case END_OBJECT -> oracle.lines.add("}");
          case END_ARRAY -> oracle.lines.add("]");
          case PROPERTY_NAME -> oracle.lines.add(parser.currentName() + ":");
          default -> oracle.lines.add(parser.getString());
        }
      }
    } catch (JacksonException e) {
      oracle.failed = true;
    }
    return oracle;
  }
}
