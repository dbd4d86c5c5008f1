package io.headgate.engine.dialect.aiven;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;

/** {@code KafkaSchema}: Avro where it does not say its type. */
final class AivenSchemas {

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
        spec.word("schemaType", "format", SchemaTexts::format, SchemaTexts.FORMATS);
    if (format.isAbsent()) {
      format = Located.known(Schema.Format.AVRO, "format", format.place());
    }
    Located<String> compatibility =
        spec.word(
            "compatibilityLevel",
            "compatibility",
            SchemaTexts::level,
            "one of " + String.join(", ", SchemaTexts.LEVELS));
    spec.ignore("references");
    Scalar text = spec.scalar("schema");
    if (text == null && spec.node("schema") == null) {
      spec.required("schema", Located.absent("schema", schema.head()));
    }
    SchemaContent content = SchemaTexts.read(text, format, spec.has("references"), reading);
    reading.add(
        new Schema(
            subject, format, compatibility, content.fields(), content.problems(), content.text()));
    spec.finish();
  }
}
