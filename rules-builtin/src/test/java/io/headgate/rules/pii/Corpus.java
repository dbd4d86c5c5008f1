package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/** Names labelled by hand; the head of {@code corpus.txt} says how they are written. */
record Corpus(String name, Map<String, List<Row>> sections) {

  /** The expectation where reasonable people differ. */
  static final String DISPUTED = "~";

  /** The expectation, or the answer, that a field is not personal. */
  static final String NOTHING = "-";

  /** A field and its label. */
  record Row(Field field, String expected) {}

  static Corpus read(String resource) throws IOException {
    Map<String, List<Row>> sections = new LinkedHashMap<>();
    List<Row> section = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          if (sections.put(line.substring(1, line.length() - 1), section) != null) {
            throw new IllegalStateException(resource + " has " + line + " twice.");
          }
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split(" *\\| *", -1);
          section.add(new Row(field(cells), cells[2]));
        }
      }
    }
    return new Corpus(resource, sections);
  }

  /** The schemas whose subject has an even, or an odd, CRC-32. */
  Corpus half(String title, boolean even) {
    return part(name + ", " + title, subject -> (crc(subject) % 2 == 0) == even);
  }

  private Corpus part(String title, Predicate<String> wanted) {
    Map<String, List<Row>> part = new LinkedHashMap<>(sections);
    part.keySet().removeIf(wanted.negate());
    return new Corpus(title, part);
  }

  private static long crc(String subject) {
    CRC32 crc = new CRC32();
    crc.update(subject.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  /** The schema that a section is. */
  static Schema schema(String subject, List<Row> rows) {
    Place place = Place.startOf("schemas/" + subject + ".yaml");
    return new Schema(
        Located.known(subject, "name", place),
        Located.known(Schema.Format.AVRO, "format", place),
        Located.absent("compatibility", place),
        rows.stream().map(Row::field).toList(),
        List.of());
  }

  private static Field field(String[] cells) {
    String path = cells[0];
    String name = path.substring(path.lastIndexOf('.') + 1);
    String[] type = cells[1].split("/", -1);
    return new Field(
        Located.known(name, "fields." + path, Place.startOf("schema")),
        path,
        type[0],
        cells.length > 3 ? cells[3] : "",
        List.of(),
        type.length > 1 ? Map.of("logicalType", type[1]) : Map.of());
  }
}
