package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.dialect.Described.Found;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts a value of the wrong type into each field that a dialect describes and a sample has: a
 * finding at this very field, and the rest of the file is read as before.
 */
class WrongTypeTest {

  private static final Path SAMPLES =
      Path.of("src", "test", "resources", "io", "headgate", "engine", "dialect");

  /** Where nothing is to be told, each for a reason. */
  private static final Set<String> ANY_TYPE =
      Set.of(
          // A mapping may be the schema itself, or a reference to it.
          "jikkou SchemaRegistrySubject spec.schema",
          // By these the tools' files are told from others.
          "julie topology context",
          "julie role file roles[].acls[]",
          "ns4kafka Namespace metadata.cluster",
          // What a plan marks as sensitive is not even looked at.
          "terraform kafka_user_scram_credential password",
          "terraform confluent_connector config_sensitive");

  static Stream<String> dialects() {
    return KnownDialects.all().stream().map(Dialect::name);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aWrongTypeIsAFindingAtItsField(String name) throws IOException {
    Set<String> silent = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> samples = Files.list(SAMPLES)) {
      for (Path sample : samples.sorted().toList()) {
        DiskFiles files = new DiskFiles(sample, List.of(sample));
        for (FileTree.Entry entry : files.list()) {
          String text =
              new String(files.read(entry.path(), Integer.MAX_VALUE), StandardCharsets.UTF_8);
          ReadFile read = Dump.read(entry.path(), text);
          // All values of properties are texts.
          if (read != null && !entry.path().endsWith(".properties")) {
            Dialect dialect = by(name, read);
            if (dialect != null) {
              tryFields(dialect, read, text, seen, silent);
            }
          }
        }
      }
    }
    // One that is wrong, or left out, in a sample already has nothing more to tell there.
    silent.removeAll(seen);
    System.out.println(
        "WrongTypeTest: %s: %d of %d described fields are told, %d are not"
            .formatted(name, seen.size(), described(name), silent.size()));
    assertThat(silent).isEqualTo(new TreeSet<>(of(name, ANY_TYPE)));
  }

  private static @Nullable Dialect by(String name, ReadFile file) {
    for (Dialect dialect : file.dialects()) {
      if (dialect.name().equals(name)) {
        return dialect;
      }
    }
    return null;
  }

  private static List<String> of(String name, Set<String> fields) {
    return fields.stream().filter(field -> field.startsWith(name + " ")).toList();
  }

  private static long described(String name) {
    return KnownDialects.all().stream()
        .filter(dialect -> dialect.name().equals(name))
        .flatMap(dialect -> dialect.describe().kinds().stream())
        .mapToLong(kind -> kind.fields().size())
        .sum();
  }

  private static void tryFields(
      Dialect dialect, ReadFile read, String text, Set<String> seen, Set<String> silent) {
    SourceText source = new SourceText(read.file(), text);
    for (Found field : Described.in(read.file(), text, dialect)) {
      Place place = field.value().place();
      String mutant =
          text.substring(0, source.offset(place.startLine(), place.startColumn()))
              + wrong(field, read.file().endsWith(".json"))
              + text.substring(source.offset(place.endLine(), place.endColumn()));
      Looked looked = Dump.DIALECTS.look(new SourceText(read.file(), mutant), false);
      if (looked instanceof SkippedFile skipped) {
        // Without this field it is nothing that the dialect knows; then it must not pass unseen.
        if (skipped.signs().isEmpty()) {
          silent.add(field.name());
        }
        continue;
      }
      ReadFile now = (ReadFile) looked;
      boolean told = false;
      for (Finding finding : now.findings()) {
        int line = finding.place().startLine();
        told |=
            line >= field.keyLine()
                && line <= place.startLine()
                && !read.findings().contains(finding);
      }
      for (Sign sign : now.unread()) {
        told |= sign.place().startLine() >= field.object().place().startLine();
      }
      (told ? seen : silent).add(field.name());
      int moved = source.lineCount() - new SourceText(read.file(), mutant).lineCount();
      assertThat(others(now, field, moved)).as(mutant).containsAll(others(read, field, 0));
    }
  }

  private static String wrong(Found field, boolean json) {
    if (field.value() instanceof Scalar) {
      return json ? "{\"wrong\": [\"type\"]}" : "{wrong: [type]}";
    }
    return json ? "\"wrong\"" : "  wrong";
  }

  /**
   * Of which kinds the other objects of a file declare resources; how many, and what they are
   * called, may hang on this one.
   *
   * @param moved by how many lines what stands below the object has moved up
   */
  private static Set<Kind> others(ReadFile file, Found field, int moved) {
    Place object = field.object().place();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Resource resource : file.resources()) {
      int line = resource.place().startLine();
      if (line < object.startLine() || line > object.endLine() - moved) {
        kinds.add(resource.ref().kind());
      }
    }
    return kinds;
  }
}
