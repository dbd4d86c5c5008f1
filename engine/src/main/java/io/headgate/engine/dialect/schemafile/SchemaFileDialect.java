package io.headgate.engine.dialect.schemafile;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SubjectNames;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.engine.schema.SchemaReader;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Schemas in files that are called like their subject. */
public final class SchemaFileDialect implements Dialect {

  @Override
  public String name() {
    return "schema-files";
  }

  @Override
  public Description describe() {
    String[] fields = {
      "<the name of the file>: subject, which ends with -value or -key",
      "<the file>: fields and problems"
    };
    return new Description(
        "Schema files",
        "Files that are called like a subject by the topic name strategy, such as"
            + " 'orders-value.avsc', 'orders-key.proto' or 'orders-value.json'.",
        List.of(
            ReadKind.of("*.avsc", "schema in Avro", fields),
            ReadKind.of("*.proto", "schema in Protobuf", fields),
            ReadKind.of("*.json, *.schema.json", "schema in JSON Schema", fields)),
        List.of(),
        List.of(
            "A file of another name, such as 'Order.avsc', says nothing about its subject and is"
                + " skipped.",
            "The compatibility of a subject is said elsewhere, so it is unknown."));
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.SCHEMA);
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("\"$schema\"");
  }

  @Override
  public boolean readsText(String path) {
    return !path.endsWith(".json");
  }

  @Override
  public void readText(SourceText source, Reading reading) {
    read(
        source,
        source.file().endsWith(".avsc") ? Schema.Format.AVRO : Schema.Format.PROTOBUF,
        reading);
  }

  @Override
  public boolean reads(Document document) {
    if (!document.file().endsWith(".json") || !(document.root() instanceof Mapping root)) {
      return false;
    }
    String draft = root.text("$schema");
    return draft == null
        ? isAvro(root)
            || (root.get("properties") instanceof Mapping && "object".equals(root.text("type")))
        : draft.contains("json-schema.org");
  }

  /** Avro is written into files that end with {@code .json}, too. */
  private static boolean isAvro(Mapping root) {
    return "record".equals(root.text("type"))
        && root.get("name") instanceof Scalar
        && root.get("fields") instanceof Sequence;
  }

  @Override
  public void read(Document document, Reading reading) {
    boolean avro = document.root() instanceof Mapping root && isAvro(root);
    read(document.source(), avro ? Schema.Format.AVRO : Schema.Format.JSON, reading);
  }

  private static void read(SourceText source, Schema.Format format, Reading reading) {
    Place start = Place.startOf(source.file());
    String subject = Objects.requireNonNull(SubjectNames.subject(source.file()));
    // Types may come from other files, of which nobody says which they are.
    SchemaContent content = SchemaReader.read(format, source.text(), source, true);
    reading.object("schema/" + subject);
    reading.add(
        new Schema(
            Located.known(subject, "subject", start),
            Located.known(format, "format", start),
            Located.unknown("compatibility", start),
            content.fields(),
            content.problems(),
            content.text()));
  }
}
