package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Schema}: its text stands in a {@code ConfigMap}, so that its fields are not known. */
final class CfkSchemas {

  private static final List<String> MODES = List.of("IMPORT", "READONLY", "READWRITE");

  private CfkSchemas() {}

  static void read(KubernetesObject object, boolean blueprint, Reading reading) {
    SpecObject schema = SpecObject.of(object, reading);
    MappingReader spec = schema.spec();
    if (spec == null) {
      return;
    }
    Located<String> subject = schema.nameOr(spec, "name");
    Located<String> compatibility =
        spec.word(
            "compatibilityLevel",
            "compatibility",
            SchemaTexts::level,
            "one of " + String.join(", ", SchemaTexts.LEVELS));
    spec.word(
        "mode",
        "mode",
        word -> MODES.contains(word) ? word : null,
        "one of " + String.join(", ", MODES));
    spec.ignore("normalize", "schemaReferences");
    CfkRefs.name(spec, "schemaRegistryClusterRef", "schemaRegistryClusterRef");
    CfkRefs.rest(spec, "schemaRegistryRest");
    MappingReader data = spec.mapping("data");
    Located<Schema.Format> format = Located.unknown("format", schema.head());
    if (data != null) {
      data.required("configRef", data.text("configRef", "configRef"));
      format =
          data.required(
              "format",
              data.word("format", "format", CfkSchemas::format, "one of avro, json, protobuf"));
      CfkRefs.finish(data, blueprint);
    } else if (spec.node("data") == null) {
      spec.required("data", Located.absent("data", schema.head()));
    }
    object.declareIn(null, subject.toString(), reading);
    reading.add(new Schema(subject, format, compatibility, List.of(), List.of()));
    CfkRefs.finish(spec, blueprint);
  }

  private static Schema.@Nullable Format format(String word) {
    return switch (word) {
      case "avro" -> Schema.Format.AVRO;
      case "json" -> Schema.Format.JSON;
      case "protobuf" -> Schema.Format.PROTOBUF;
      default -> null;
    };
  }
}
