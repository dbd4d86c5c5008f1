package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas from a resource: {@code === title} opens one, {@code # } is a remark, {@code ?
 * line:column message} a problem that is expected, {@code > line:column path type} a field, and the
 * rest is the schema.
 */
record Corpus(String title, String text, List<String> problems, List<String> fields) {

  static List<Corpus> read(String resource) {
    String all;
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
    List<Corpus> cases = new ArrayList<>();
    for (String part : all.substring("=== ".length()).split("\n=== ", -1)) {
      List<String> lines = part.lines().toList();
      List<String> problems = new ArrayList<>();
      List<String> fields = new ArrayList<>();
      List<String> text = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        if (line.startsWith("? ")) {
          problems.add(line.substring(2));
        } else if (line.startsWith("> ")) {
          fields.add(line.substring(2));
        } else if (!line.startsWith("# ")) {
          text.add(line);
        }
      }
      cases.add(new Corpus(lines.get(0), String.join("\n", text), problems, fields));
    }
    return cases;
  }

  /** Reads the schema and compares all problems, and the fields if any are named. */
  void assertRead(Format format, String schema) {
    SchemaContent content = SchemaReader.read(format, schema, new SourceText("schema", schema));
    assertThat(content.problems()).as("%s", content.problems()).hasSameSizeAs(problems);
    for (int i = 0; i < problems.size(); i++) {
      Located<String> problem = content.problems().get(i);
      assertThat(at(problem.place()) + " " + problem.get())
          .startsWith(problems.get(i))
          .matches("(?s).*[.?]");
    }
    if (!fields.isEmpty()) {
      assertThat(content.fields())
          .extracting(field -> at(field.name().place()) + " " + field.path() + " " + field.type())
          .isEqualTo(fields);
    }
  }

  private static String at(Place place) {
    return place.startLine() + ":" + place.startColumn();
  }

  @Override
  public String toString() {
    return title;
  }
}
