package io.headgate.engine.dialect.redpanda;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SchemaTexts;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.schema.SchemaContent;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Schema;
import org.jspecify.annotations.Nullable;

/** {@code Schema}: Avro and backward compatible where it does not say otherwise. */
final class RedpandaSchemas {

  private RedpandaSchemas() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject schema = SpecObject.of(object, reading);
    MappingReader spec = schema.spec();
    if (spec == null) {
      return;
    }
    ResourceRef holder = new ResourceRef(Kind.SCHEMA, schema.name().toString());
    RedpandaCluster.read(schema, spec, schema.name(), holder, reading);
    Located<Schema.Format> format =
        spec.word("schemaType", "format", RedpandaSchemas::format, "one of avro, protobuf, json");
    if (format.isAbsent()) {
      format = Located.known(Schema.Format.AVRO, "format", format.place());
    }
    Located<String> level =
        spec.word(
            "compatibilityLevel",
            "compatibility",
            RedpandaSchemas::level,
            "one of None, Backward, BackwardTransitive, Forward, ForwardTransitive, Full,"
                + " FullTransitive");
    if (level.isAbsent()) {
      level = Located.known("BACKWARD", "compatibility", level.place());
    }
    spec.ignore("references");
    Scalar text = spec.scalar("text");
    if (text == null && spec.node("text") == null) {
      spec.required("text", Located.absent("schema", schema.head()));
    }
    SchemaContent content = SchemaTexts.read(text, format, spec.has("references"), reading);
    reading.add(
        new Schema(
            schema.name(), format, level, content.fields(), content.problems(), content.text()));
    spec.finish();
  }

  private static @Nullable String level(String word) {
    return switch (word) {
      case "None" -> "NONE";
      case "Backward" -> "BACKWARD";
      case "BackwardTransitive" -> "BACKWARD_TRANSITIVE";
      case "Forward" -> "FORWARD";
      case "ForwardTransitive" -> "FORWARD_TRANSITIVE";
      case "Full" -> "FULL";
      case "FullTransitive" -> "FULL_TRANSITIVE";
      default -> null;
    };
  }

  private static Schema.@Nullable Format format(String word) {
    return switch (word) {
      case "avro" -> Schema.Format.AVRO;
      case "protobuf" -> Schema.Format.PROTOBUF;
      case "json" -> Schema.Format.JSON;
      default -> null;
    };
  }
}
