package io.headgate.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each entry and each item of the samples of the dialects can be taken out, or is left alone. */
class SampleRemovalTest {

  private static final Path SAMPLES = Path.of("src/test/resources/io/headgate/engine/dialect");

  @Test
  void eachEntryAndItemCanBeTakenOut() throws IOException {
    Removals removals = new Removals();
    for (Path path : samples()) {
      String file = SAMPLES.relativize(path).toString();
      String text = Files.readString(path, StandardCharsets.UTF_8);
      if (Documents.read(new SourceText(file, text)).problems().isEmpty()) {
        removals.each(file, text);
        removals.each(file, text.stripTrailing());
        removals.each(file, text.replace("\n", "\r\n"));
      }
    }
    assertThat(removals.taken()).isGreaterThan(10_000);
    assertThat(removals.refused())
        .as("all but the last entry of properties, and what a template leaves of a list")
        .allMatch(what -> what.contains(".properties:") || what.startsWith("prometheus/helm.yaml:"))
        .hasSizeLessThan(12);
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> walk = Files.walk(SAMPLES)) {
      return walk.filter(Files::isRegularFile)
          .filter(
              path -> {
                String name = path.toString();
                return name.endsWith(".yaml")
                    || name.endsWith(".yml")
                    || name.endsWith(".json")
                    || name.endsWith(".properties");
              })
          .sorted()
          .toList();
    }
  }
}
