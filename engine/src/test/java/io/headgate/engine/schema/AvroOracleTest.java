package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema.Format;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with Avro's own library, its checks of names and defaults on. */
class AvroOracleTest {

  static List<Corpus> valid() {
    return Corpus.read("avro-valid.txt");
  }

  static List<Corpus> invalid() {
    return Corpus.read("avro-invalid.txt");
  }

  static List<Corpus> differences() {
    return Corpus.read("avro-differences.txt");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void takesWhatTheLibraryTakes(Corpus schema) {
    SchemaContent content = read(schema.text());

    assertThat(content.problems()).isEmpty();
    assertThat(lines(content)).isEqualTo(lines(new Schema.Parser().parse(schema.text())));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesWhatTheLibraryRefuses(Corpus schema) {
    assertThat(refusal(schema.text())).as("the library's own message").isNotNull();
    schema.assertRead(Format.AVRO, schema.text());
  }

  @ParameterizedTest
  @MethodSource("differences")
  void differsFromTheLibraryOnPurpose(Corpus schema) {
    String text = schema.text().equals("%deep") ? deep() : schema.text();

    assertThat(refusal(text) == null).isEqualTo(!schema.problems().isEmpty());
    schema.assertRead(Format.AVRO, text);
  }

  private static String deep() {
    return "{\"type\":\"array\",\"items\":".repeat(250) + "\"int\"" + "}".repeat(250);
  }

  static SchemaContent read(String text) {
    return SchemaReader.read(Format.AVRO, text, new SourceText("a.avsc", text));
  }

  /** Why the library refuses a schema, or null if it takes it. */
  static @Nullable RuntimeException refusal(String text) {
    try {
      new Schema.Parser().parse(text);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** The fields as lines: path, type, documentation, classifications, attributes. */
  static List<String> lines(SchemaContent content) {
    List<String> lines = new ArrayList<>();
    for (Field field : content.fields()) {
      Map<String, String> properties = new TreeMap<>(field.properties());
      lines.add(
          line(
              field.path(),
              field.type(),
              field.documentation(),
              field.tags().stream().map(Located::get).toList(),
              properties));
    }
    return lines;
  }

  private static String line(
      String path, String type, String doc, List<String> tags, Map<String, String> properties) {
    // The library keeps these apart from other attributes only where they mean something.
    properties.keySet().removeAll(Set.of("default", "order", "size"));
    return path + " " + type + " '" + doc + "' " + tags + " " + properties;
  }

  /** The same lines by a walk over the library's own types. */
  static List<String> lines(Schema schema) {
    List<String> lines = new ArrayList<>();
    walk(schema, "", new HashSet<>(), lines);
    return lines;
  }

  private static void walk(Schema schema, String prefix, Set<String> around, List<String> lines) {
    switch (schema.getType()) {
      case ARRAY -> walk(schema.getElementType(), prefix, around, lines);
      case MAP -> walk(schema.getValueType(), prefix, around, lines);
      case UNION -> schema.getTypes().forEach(branch -> walk(branch, prefix, around, lines));
      case RECORD -> {
        if (around.add(schema.getFullName())) {
          for (Schema.Field field : schema.getFields()) {
            Set<String> types = new LinkedHashSet<>();
            Map<String, String> properties = new TreeMap<>();
            List<String> tags = new ArrayList<>();
            addAttributes(field, properties, tags);
            if (!field.aliases().isEmpty()) {
              properties.putIfAbsent("aliases", "[]");
            }
            addShape(field.schema(), properties);
            describe(field.schema(), types, properties, tags);
            if (types.size() > 1) {
              types.remove("null");
            }
            String path = prefix + field.name();
            lines.add(
                line(
                    path,
                    types.size() == 1 ? types.iterator().next() : "union",
                    field.doc() == null ? "" : field.doc(),
                    tags,
                    properties));
            walk(field.schema(), path + ".", around, lines);
          }
          around.remove(schema.getFullName());
        }
      }
      default -> {}
    }
  }

  private static void addShape(Schema schema, Map<String, String> properties) {
    switch (schema.getType()) {
      case ARRAY -> properties.putIfAbsent("collection", "array");
      case MAP -> properties.putIfAbsent("collection", "map");
      case UNION -> {
        Integer index = schema.getIndexNamed("null");
        if (index != null) {
          properties.putIfAbsent("nullable", index == 0 ? "first" : "later");
        }
      }
      default -> {}
    }
  }

  private static void describe(
      Schema schema, Set<String> types, Map<String, String> properties, List<String> tags) {
    addAttributes(schema, properties, tags);
    if (schema.getType() == Schema.Type.ENUM) {
      properties.putIfAbsent("symbols", schema.getEnumDefault() == null ? "closed" : "open");
    }
    switch (schema.getType()) {
      case ARRAY -> describe(schema.getElementType(), types, properties, tags);
      case MAP -> describe(schema.getValueType(), types, properties, tags);
      case UNION -> schema.getTypes().forEach(type -> describe(type, types, properties, tags));
      default -> types.add(schema.getType().getName());
    }
  }

  private static void addAttributes(
      JsonProperties from, Map<String, String> properties, List<String> tags) {
    from.getObjectProps()
        .forEach(
            (key, value) -> {
              if (key.equals("confluent:tags")) {
                List<?> items = value instanceof List<?> list ? list : List.of(value);
                items.stream().filter(String.class::isInstance).forEach(t -> tags.add((String) t));
              } else if (!(value instanceof List) && !(value instanceof Map)) {
                properties.putIfAbsent(
                    key, value == JsonProperties.NULL_VALUE ? "null" : String.valueOf(value));
              }
            });
  }
}
