package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well the detector does on names labelled by hand. */
class CorpusTest {

  private record Labelled(Field field, String expected) {}

  @ParameterizedTest
  @ValueSource(strings = {"corpus.txt", "corpus-field-practice.txt"})
  void highDetectionsArePreciseAndMissLittle(String resource) throws IOException {
    int hits = 0;
    int falseAlarms = 0;
    int misses = 0;
    int wrongClass = 0;
    List<String> mistakes = new ArrayList<>();
    for (Map.Entry<String, List<Labelled>> section : corpus(resource).entrySet()) {
      String subject = section.getKey();
      Map<String, Detection> all = new HashMap<>();
      Schema schema = schema(subject, section.getValue().stream().map(Labelled::field).toList());
      Classifier.classify(schema).forEach(d -> all.put(d.field().path(), d));
      for (Labelled row : section.getValue()) {
        Detection detection = all.get(row.field().path());
        String found = detection != null && detection.isHigh() ? detection.type().word() : "-";
        if (row.expected().equals("~") || (row.expected().equals("-") && found.equals("-"))) {
          continue;
        }
        if (row.expected().equals("-")) {
          falseAlarms++;
        } else if (found.equals("-")) {
          misses++;
        } else {
          hits++;
          wrongClass += found.equals(row.expected()) ? 0 : 1;
        }
        if (!found.equals(row.expected())) {
          mistakes.add(
              subject
                  + " "
                  + row.field().path()
                  + ": expected "
                  + row.expected()
                  + ", "
                  + found
                  + (detection == null ? "" : " " + detection.score() + detection.evidence()));
        }
      }
    }
    double precision = (double) hits / (hits + falseAlarms);
    double recall = (double) hits / (hits + misses);
    mistakes.forEach(System.out::println);
    System.out.printf(
        "%s: precision %.3f, recall %.3f, right class %.3f at high confidence%n",
        resource, precision, recall, 1 - (double) wrongClass / hits);
    assertThat(precision).isGreaterThanOrEqualTo(0.97);
    assertThat(recall).isGreaterThanOrEqualTo(0.90);
    assertThat(wrongClass).isLessThanOrEqualTo(hits / 20);
  }

  private static Schema schema(String subject, List<Field> fields) {
    Place place = Place.startOf("schemas/" + subject + ".yaml");
    return new Schema(
        Located.known(subject, "name", place),
        Located.known(Schema.Format.AVRO, "format", place),
        Located.absent("compatibility", place),
        fields,
        List.of());
  }

  private static Map<String, List<Labelled>> corpus(String resource) throws IOException {
    Map<String, List<Labelled>> sections = new LinkedHashMap<>();
    List<Labelled> section = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(CorpusTest.class.getResourceAsStream(resource))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          assertThat(sections.put(line.substring(1, line.length() - 1), section)).isNull();
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split(" *\\| *", -1);
          section.add(new Labelled(field(cells), cells[2]));
        }
      }
    }
    return sections;
  }

  private static Field field(String[] cells) {
    String path = cells[0];
    String name = path.substring(path.lastIndexOf('.') + 1);
    return new Field(
        Located.known(name, "fields." + path, Place.startOf("schema")),
        path,
        cells[1],
        cells.length > 3 ? cells[3] : "",
        List.of(),
        Map.of());
  }
}
