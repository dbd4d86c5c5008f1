package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code Schema}: the text itself, or the name of a file, which is not read. The level {@code
 * GLOBAL} leaves it to the registry.
 */
final class NsSchemas {

  private static final String GLOBAL = "GLOBAL";
  private static final List<String> LEVELS =
      List.of(
          GLOBAL,
          "BACKWARD",
          "BACKWARD_TRANSITIVE",
          "FORWARD",
          "FORWARD_TRANSITIVE",
          "FULL",
          "FULL_TRANSITIVE",
          "NONE");

  private NsSchemas() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject schema = SpecObject.of(object, reading);
    MappingReader spec = schema.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(object.knownMetadata("cluster"), schema.name().toString(), reading);
    reading.cluster(object.knownMetadata("cluster"));
    Located<Schema.Format> format =
        spec.word(
            "schemaType",
            "format",
            word -> SchemaTexts.format(word.toUpperCase(Locale.ROOT)),
            SchemaTexts.FORMATS);
    if (format.isAbsent()) {
      format = Located.known(Schema.Format.AVRO, "format", format.place());
    }
    Located<String> compatibility =
        spec.word(
            "compatibility",
            "compatibility",
            NsSchemas::level,
            "one of " + String.join(", ", LEVELS));
    spec.ignore("id", "version", "alias", "references");
    spec.scalar("schemaFile");
    Scalar text = spec.scalar("schema");
    if (spec.node("schema") == null && !spec.has("schemaFile")) {
      spec.required("schema", Located.absent("schema", schema.head()));
    }
    SchemaContent content = SchemaTexts.read(text, format, spec.has("references"), reading);
    reading.add(
        new Schema(
            schema.name(),
            format,
            compatibility.is(GLOBAL)
                ? Located.absent("compatibility", compatibility.place())
                : compatibility,
            content.fields(),
            content.problems(),
            content.text()));
    spec.finish();
  }

  private static @Nullable String level(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return LEVELS.contains(upper) ? upper : null;
  }
}
