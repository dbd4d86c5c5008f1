package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.Locale;

/**
 * {@code Subject}: the schema as text; of one that lies in a file of its own no more is said than
 * that it is there.
 */
final class ConduktorSubjects {

  private ConduktorSubjects() {}

  static void read(ConduktorObject subject, Reading reading) {
    subject.cluster(reading);
    subject.declare(reading, subject.written("cluster"));
    subject.labels();
    MappingReader spec = subject.spec();
    // What Console adds when it is asked for the subject.
    spec.ignore("version", "id");
    Located<Schema.Format> format =
        spec.required(
            "format",
            spec.word(
                "format",
                "format",
                word -> SchemaTexts.format(word.toUpperCase(Locale.ROOT)),
                "AVRO, JSON or PROTOBUF"));
    SchemaContent content = content(spec, format, reading);
    for (Mapping entry : spec.mappings("references")) {
      MappingReader reference =
          MappingReader.of(entry, "name", "an entry of 'references'", reading);
      reference.name("name");
      reference.required("subject", reference.text("subject", "subject"));
      reference.required("version", reference.integer("version", "version"));
      reference.finish();
    }
    reading.add(
        new Schema(
            subject.name(),
            format,
            ConduktorObject.oneOf(
                spec,
                "compatibility",
                "compatibility",
                "BACKWARD",
                "BACKWARD_TRANSITIVE",
                "FORWARD",
                "FORWARD_TRANSITIVE",
                "FULL",
                "FULL_TRANSITIVE",
                "NONE"),
            content.fields(),
            content.problems(),
            content.text()));
    subject.finish();
  }

  private static SchemaContent content(
      MappingReader spec, Located<Schema.Format> format, Reading reading) {
    Scalar text = spec.scalar("schema");
    Located<String> file = spec.text("schemaFile", "schemaFile");
    if (text == null) {
      if (spec.node("schema") == null && file.isAbsent()) {
        reading.unreadable(
            spec.head(),
            "schema",
            "The Subject needs a 'schema', or a 'schemaFile' with its path.");
      }
    }
    return SchemaTexts.read(text, format, spec.has("references"), reading);
  }
}
