package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.Locale;

/**
 * {@code SchemaRegistrySubject}: the schema as text; of one that is written as a mapping, or lies
 * in another file, no more is said than that it is there.
 */
final class JikkouSubjects {

  private JikkouSubjects() {}

  static void read(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    spec.ignore("schemaRegistry", "mode", "references");
    Located<Schema.Format> format =
        spec.required(
            "schemaType",
            spec.word(
                "schemaType",
                "format",
                word -> SchemaTexts.format(word.toUpperCase(Locale.ROOT)),
                SchemaTexts.FORMATS));
    Node schema = spec.node("schema");
    if (schema == null) {
      spec.required("schema", Located.absent("schema", object.head()));
    }
    SchemaContent content =
        SchemaTexts.read(
            schema instanceof Scalar text ? text : null, format, spec.has("references"), reading);
    Located<String> name = object.requiredName(reading);
    reading.add(
        new Schema(
            name,
            format,
            spec.text("compatibilityLevel", "compatibility"),
            content.fields(),
            content.problems(),
            content.text()));
    spec.finish();
  }
}
