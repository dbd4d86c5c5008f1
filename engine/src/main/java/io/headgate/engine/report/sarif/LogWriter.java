package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.VersionControlDetails;
import io.headgate.engine.report.Origin;
import io.headgate.engine.report.Texts;
import java.io.Writer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a log with one run, result by result, each on a line of its own, so that a log of any
 * length needs little memory.
 */
final class LogWriter implements AutoCloseable {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String VERSION = "2.1.0";

  private final ObjectWriter writer;
  private final JsonGenerator json;

  LogWriter(Writer out) {
    JsonMapper mapper =
        Levels.alwaysWritten(JsonMapper.builder())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();
    this.writer = mapper.writer();
    this.json = writer.createGenerator(out);
  }

  /**
   * Writes all that stands ahead of the results.
   *
   * @param automationId what tells this log from others; null where the upload does
   * @param origin where what was judged comes from; null if that is not known
   */
  void start(Tool tool, @Nullable String automationId, @Nullable Origin origin) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", VERSION);
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    property("tool", tool);
    if (automationId != null) {
      property("automationDetails", new RunAutomationDetails().withId(automationId));
    }
    json.writeRaw('\n');
    property("originalUriBaseIds", root());
    if (origin != null) {
      json.writeArrayPropertyStart("versionControlProvenance");
      writer.writeValue(json, details(origin));
      json.writeEndArray();
    }
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("results");
  }

  private static VersionControlDetails details(Origin origin) {
    ArtifactLocation top = new ArtifactLocation().withUriBaseId(Locations.ROOT);
    VersionControlDetails details =
        new VersionControlDetails()
            .withRepositoryUri(URI.create(origin.repository()))
            .withMappedTo(origin.top().isEmpty() ? top : top.withUri(origin.top()));
    if (origin.commit() != null) {
      details.setRevisionId(origin.commit());
    }
    if (origin.branch() != null) {
      details.setBranch(Texts.harmless(origin.branch()));
    }
    return details;
  }

  private static OriginalUriBaseIds root() {
    OriginalUriBaseIds ids = new OriginalUriBaseIds();
    ids.setAdditionalProperty(
        Locations.ROOT,
        new ArtifactLocation()
            .withDescription(
                new Message()
                    .withText(
                        "The directory that the paths are relative to: the root of the run.")));
    return ids;
  }

  private void property(String name, Object value) {
    json.writeName(name);
    writer.writeValue(json, value);
  }

  void result(Result result) {
    json.writeRaw('\n');
    writer.writeValue(json, result);
  }

  /** Hands on what was written so far. */
  void flush() {
    json.flush();
  }

  /** Writes all that stands behind the results, such as how many there was no room for. */
  void end(Invocation invocation) {
    json.writeEndArray();
    json.writeRaw('\n');
    json.writeArrayPropertyStart("invocations");
    writer.writeValue(json, invocation);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  @Override
  public void close() {
    json.close();
  }
}
