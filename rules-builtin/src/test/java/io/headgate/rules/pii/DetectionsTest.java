package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * All that is said of the names of the corpora: score and evidence, right or wrong. The corpus test
 * asks whether it is good enough; this one shows what a change of the classifier changes. With
 * {@code -Dheadgate.update=true} the expected file is written anew: read its difference.
 */
class DetectionsTest {

  private static final Path CORPORA =
      Path.of("src", "test", "resources", "io", "headgate", "rules", "pii");
  private static final Place PLACE = Place.startOf("schema");

  @Test
  void saysTheSameAsBefore() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String corpus : List.of("corpus.txt", "corpus-field-practice.txt")) {
      for (Map.Entry<String, List<Field>> section : sections(corpus).entrySet()) {
        said.append('[').append(section.getKey()).append("]\n");
        Schema schema = schema(section.getKey(), section.getValue());
        for (Detection one : Classifier.classify(schema, Vocabulary.ALL)) {
          said.append(one.field().path()).append(" | ").append(one.score()).append(" | ");
          said.append(one.summary()).append('\n');
        }
      }
    }
    Path expected = CORPORA.resolve("detections.txt");
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(expected, said);
    }
    assertThat(said.toString()).isEqualTo(Files.readString(expected));
  }

  private static Map<String, List<Field>> sections(String corpus) throws IOException {
    Map<String, List<Field>> sections = new LinkedHashMap<>();
    String subject = "";
    for (String line : Files.readAllLines(CORPORA.resolve(corpus))) {
      if (line.startsWith("[")) {
        subject = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sections.computeIfAbsent(subject, s -> new ArrayList<>()).add(field(line));
      }
    }
    return sections;
  }

  private static Field field(String line) {
    String[] cells = line.split(" *\\| *", -1);
    String name = cells[0].substring(cells[0].lastIndexOf('.') + 1);
    return new Field(
        Located.known(name, "fields." + cells[0], PLACE),
        cells[0],
        cells[1],
        cells.length > 3 ? cells[3] : "",
        List.of(),
        Map.of());
  }

  private static Schema schema(String subject, List<Field> fields) {
    return new Schema(
        Located.known(subject, "name", PLACE),
        Located.known(Schema.Format.AVRO, "format", PLACE),
        Located.absent("compatibility", PLACE),
        fields,
        List.of());
  }
}
