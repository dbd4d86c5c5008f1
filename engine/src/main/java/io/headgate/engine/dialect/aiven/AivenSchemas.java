package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.engine.schema.SchemaReader;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code KafkaSchema}: Avro where it does not say its type. */
final class AivenSchemas {

  private static final SchemaContent NOTHING = new SchemaContent(List.of(), List.of());
  private static final List<String> LEVELS =
      List.of(
          "BACKWARD",
          "BACKWARD_TRANSITIVE",
          "FORWARD",
          "FORWARD_TRANSITIVE",
          "FULL",
          "FULL_TRANSITIVE",
          "NONE");

  private AivenSchemas() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject schema = SpecObject.of(object, reading);
    MappingReader spec = schema.spec();
    if (spec == null) {
      return;
    }
    Located<String> subject = spec.required("subjectName", spec.text("subjectName", "name"));
    AivenService.read(schema, spec, subject, reading);
    Located<Schema.Format> format =
        spec.word("schemaType", "format", AivenSchemas::format, "one of AVRO, JSON, PROTOBUF");
    if (format.isAbsent()) {
      format = Located.known(Schema.Format.AVRO, "format", format.place());
    }
    Located<String> compatibility =
        spec.word(
            "compatibilityLevel",
            "compatibility",
            word -> LEVELS.contains(word) ? word : null,
            "one of " + String.join(", ", LEVELS));
    spec.ignore("references");
    Scalar text = spec.scalar("schema");
    SchemaContent content = NOTHING;
    if (text == null && spec.node("schema") == null) {
      spec.required("schema", Located.absent("schema", schema.head()));
    } else if (text != null && text.style() != Style.TAGGED && format.isKnown()) {
      content =
          SchemaReader.read(
              format.get(),
              text.text(),
              ScalarText.of(text, reading.source()),
              spec.has("references"));
    }
    reading.add(new Schema(subject, format, compatibility, content.fields(), content.problems()));
    spec.finish();
  }

  private static Schema.@Nullable Format format(String word) {
    return switch (word) {
      case "AVRO" -> Schema.Format.AVRO;
      case "JSON" -> Schema.Format.JSON;
      case "PROTOBUF" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }
}
