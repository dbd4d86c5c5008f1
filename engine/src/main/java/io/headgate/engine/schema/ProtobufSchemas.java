package io.headgate.engine.schema;

import io.headgate.engine.document.Positions;
import io.headgate.engine.schema.ProtobufFile.Message;
import io.headgate.engine.schema.ProtobufFile.Option;
import io.headgate.engine.schema.ProtobufFile.Word;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Protobuf. The first message is the root; nothing is known of what is imported. */
final class ProtobufSchemas {

  private static final String DOC = "confluent.field_meta.doc";

  private final ProtobufTypes types;
  private final Positions positions;
  private final FieldCollector collector = new FieldCollector();

  private ProtobufSchemas(ProtobufTypes types, Positions positions) {
    this.types = types;
    this.positions = positions;
  }

  static SchemaContent read(String text, Positions positions) {
    Problems problems = new Problems();
    ProtobufFile file;
    try {
      file = ProtobufParser.parse(text);
    } catch (ProtobufError e) {
      if (TemplateMarks.outsideProtobufStrings(text)) {
        return SchemaContent.UNKNOWN;
      }
      problems.add(SchemaPath.ROOT, positions.place(e.from(), e.to()), e.sentence());
      return new SchemaContent(List.of(), problems.inOrder(), text);
    }
    Place start = positions.place(0, 0);
    if (file.messages.isEmpty()) {
      if (file.enumerations.isEmpty()) {
        problems.add(SchemaPath.ROOT, start, "the text declares no message.");
      }
      return new SchemaContent(List.of(), problems.inOrder(), text);
    }
    ProtobufTypes types = new ProtobufTypes(file);
    new ProtobufJudge(file, types, positions, problems).judge();
    ProtobufSchemas schemas = new ProtobufSchemas(types, positions);
    schemas.list(file.messages.get(0), "", 0, new HashSet<>());
    List<Field> fields = schemas.collector.fields(problems, start);
    return new SchemaContent(fields, problems.inOrder(), text);
  }

  private void list(Message message, String prefix, int depth, Set<String> around) {
    if (!around.add(message.fullName())) {
      return;
    }
    for (ProtobufFile.Field field : message.fields()) {
      if (collector.goesOn(depth)) {
        String path = prefix + field.name().text();
        String type = field.type().text();
        Message inner =
            ProtobufTypes.isScalar(type) ? null : types.message(type, message.fullName());
        String word =
            inner != null
                ? "message"
                : types.isEnumeration(type, message.fullName())
                    ? "enum"
                    : type.startsWith(".") ? type.substring(1) : type;
        collector.add(field(field, path, word));
        if (inner != null) {
          list(inner, path + ".", depth + 1, around);
        }
      }
    }
    around.remove(message.fullName());
  }

  private Field field(ProtobufFile.Field field, String path, String type) {
    String attribute = "fields." + path;
    Map<String, String> properties = new LinkedHashMap<>();
    List<Located<String>> tags = new ArrayList<>();
    Map<String, String> attributes = new HashMap<>();
    for (Option option : field.options()) {
      String name = option.name();
      if (name.equals("tags") || name.endsWith(".tags")) {
        String of = attributes.computeIfAbsent(name, key -> attribute + "." + key);
        tags.add(tag(option.value(), of));
      } else {
        properties.putIfAbsent(name, option.value().text());
      }
    }
    return new Field(
        Located.known(field.name().text(), attribute, place(field.name())),
        path,
        type,
        field.comment().isEmpty() ? properties.getOrDefault(DOC, "") : field.comment(),
        tags,
        properties);
  }

  private Located<String> tag(Word value, String attribute) {
    return TemplateMarks.anyIn(value.text())
        ? Located.unknown(attribute, place(value))
        : Located.known(value.text(), attribute, place(value));
  }

  private Place place(Word word) {
    return positions.place(word.from(), word.to());
  }
}
