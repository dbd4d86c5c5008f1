package io.headgate.engine.lineage.view;

import io.headgate.engine.report.PrettyJson;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Trail;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The lineage of a field for tools. */
public final class LineageJson {

  private LineageJson() {}

  /** A JSON array with an object for each bundle. */
  public static String of(List<FieldLineage> lineages) {
    return PrettyJson.write(
        json -> {
          json.writeStartArray();
          lineages.forEach(lineage -> write(lineage, json));
          json.writeEndArray();
        });
  }

  private static void write(FieldLineage lineage, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("bundle", lineage.bundle());
    json.writeName("field");
    write(lineage.field(), json);
    json.writeBooleanProperty("known", lineage.known());
    trails("upstream", lineage.upstream(), json);
    trails("downstream", lineage.downstream(), json);
    json.writeArrayPropertyStart("remarks");
    for (Remark remark : lineage.remarks()) {
      json.writeStartObject();
      through(remark.through().ref().kind().word(), remark.through().ref().name(), json);
      json.writeStringProperty("about", remark.about().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("text", remark.text().get());
      write(remark.text().place(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Each way as the list of its steps in the direction of the data. */
  private static void trails(String name, List<Trail> trails, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Trail trail : trails) {
      json.writeStartObject();
      json.writeBooleanProperty("carries", trail.carries());
      json.writeArrayPropertyStart("steps");
      for (Flow flow : trail.flows()) {
        json.writeStartObject();
        json.writeName("from");
        write(flow.from(), json);
        json.writeName("to");
        write(flow.to(), json);
        through(flow.through().ref().kind().word(), flow.through().ref().name(), json);
        json.writeStringProperty("effect", flow.effect().word());
        json.writeStringProperty("by", flow.by().orElse(""));
        write(flow.by().place(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void through(String kind, String name, JsonGenerator json) {
    json.writeObjectPropertyStart("through");
    json.writeStringProperty("kind", kind);
    json.writeStringProperty("name", name);
    json.writeEndObject();
  }

  private static void write(@Nullable FieldRef field, JsonGenerator json) {
    if (field == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("topic", field.topic());
    json.writeStringProperty("part", field.side().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("path", field.path());
    json.writeEndObject();
  }

  private static void write(Place place, JsonGenerator json) {
    json.writeObjectPropertyStart("place");
    json.writeStringProperty("file", place.file());
    json.writeNumberProperty("line", place.startLine());
    json.writeNumberProperty("column", place.startColumn());
    json.writeEndObject();
  }
}
