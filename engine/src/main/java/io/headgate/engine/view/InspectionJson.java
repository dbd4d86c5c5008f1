package io.headgate.engine.view;

import io.headgate.engine.Inspection;
import io.headgate.engine.Run;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Sign;
import io.headgate.engine.dialect.SkippedFile;
import io.headgate.engine.report.PrettyJson;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** An inspection for tools. */
public final class InspectionJson {

  private InspectionJson() {}

  /** An object with {@code files}, {@code skipped} and {@code bundles}. */
  public static String of(Inspection inspection) {
    return PrettyJson.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("files");
          inspection.files().forEach(file -> write(file, json));
          json.writeEndArray();
          json.writeArrayPropertyStart("skipped");
          inspection.skipped().forEach(file -> write(file, json));
          json.writeEndArray();
          json.writeArrayPropertyStart("bundles");
          inspection.bundles().forEach(bundle -> write(bundle, json));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(ReadFile file, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("path", file.file());
    TreeSet<String> names = new TreeSet<>();
    for (Dialect dialect : file.dialects()) {
      names.add(dialect.name());
    }
    json.writeArrayPropertyStart("dialects");
    names.forEach(json::writeString);
    json.writeEndArray();
    Map<String, Integer> counts = new TreeMap<>();
    for (Resource resource : file.resources()) {
      counts.merge(resource.ref().kind().word(), 1, Integer::sum);
    }
    counts("resources", counts, json);
    counts("notRead", file.notRead(), json);
    json.writeArrayPropertyStart("findings");
    for (Finding finding : file.findings()) {
      json.writeStartObject();
      json.writeStringProperty("rule", finding.rule().id());
      json.writeStringProperty("message", finding.message());
      place(finding.place(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    signs(file.unread(), json);
    json.writeEndObject();
  }

  private static void write(SkippedFile file, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("path", file.file());
    json.writeStringProperty("reason", file.reason());
    signs(file.signs(), json);
    json.writeEndObject();
  }

  private static void write(Run.Unjudged bundle, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", bundle.name());
    json.writeStringProperty("environment", bundle.bundle().environment().name());
    json.writeArrayPropertyStart("resources");
    for (Resource resource : bundle.bundle().resources()) {
      json.writeStartObject();
      json.writeStringProperty("kind", resource.ref().kind().word());
      json.writeStringProperty("name", resource.ref().name());
      place(resource.place(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void counts(String name, Map<String, Integer> counts, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    new TreeMap<>(counts).forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void signs(List<Sign> signs, JsonGenerator json) {
    json.writeArrayPropertyStart("notUnderstood");
    for (Sign sign : signs) {
      json.writeStartObject();
      json.writeStringProperty("looksLike", sign.what());
      place(sign.place(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void place(Place place, JsonGenerator json) {
    json.writeStringProperty("file", place.file());
    json.writeNumberProperty("line", place.startLine());
    json.writeNumberProperty("column", place.startColumn());
  }
}
