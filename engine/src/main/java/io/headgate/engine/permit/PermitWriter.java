package io.headgate.engine.permit;

import io.headgate.engine.permit.Evidence.Input;
import io.headgate.engine.report.PrettyJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes permits: a Statement of in-toto, version 1, with a Verification Summary Attestation of
 * SLSA, version 1, as its predicate. The same permit is written as the same bytes.
 */
public final class PermitWriter {

  private final Permit permit;

  private PermitWriter(Permit permit) {
    this.permit = permit;
  }

  /** Writes a permit. */
  public static void write(Permit permit, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    PrettyJson.write(writer, new PermitWriter(permit)::statement);
    writer.flush();
  }

  private void statement(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("_type", Permit.STATEMENT);
    json.writeArrayPropertyStart("subject");
    json.writeStartObject();
    json.writeStringProperty("name", permit.name());
    digest("dirHash", permit.evidence().dirHash(), json);
    json.writeEndObject();
    json.writeEndArray();
    json.writeStringProperty("predicateType", Permit.PREDICATE);
    json.writeObjectPropertyStart("predicate");
    predicate(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void predicate(JsonGenerator json) {
    json.writeObjectPropertyStart("verifier");
    json.writeStringProperty("id", Permit.VERIFIER);
    json.writeObjectPropertyStart("version");
    json.writeStringProperty("headgate", permit.headgate());
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringProperty(
        "timeVerified", permit.time().truncatedTo(ChronoUnit.SECONDS).toString());
    json.writeStringProperty("resourceUri", resource());
    json.writeObjectPropertyStart("policy");
    policy(json);
    json.writeEndObject();
    json.writeStringProperty("verificationResult", permit.open() ? "PASSED" : "FAILED");
    json.writeArrayPropertyStart("verifiedLevels");
    json.writeString(permit.open() ? Permit.LEVEL : "FAILED");
    json.writeEndArray();
    json.writeObjectPropertyStart(Permit.EXTENSION);
    extension(json);
    json.writeEndObject();
  }

  /**
   * A permit for one environment must not be taken for one of another: the URI tells them apart.
   */
  private String resource() {
    String environment = permit.terms().environment();
    return Permit.SCHEME
        + Escapes.of(permit.name())
        + (environment.isEmpty() ? "" : "?environment=" + Escapes.of(environment));
  }

  /** Without a policy each rule holds as its author made it. */
  private void policy(JsonGenerator json) {
    for (Input input : permit.evidence().inputs()) {
      if (input.role().equals(Evidence.POLICY)) {
        json.writeStringProperty("uri", Permit.SCHEME + Escapes.of(input.name()));
        json.writeStringProperty("name", input.name());
        digest(input.algorithm(), input.digest(), json);
        return;
      }
    }
    json.writeStringProperty("uri", Permit.SCHEME + Permit.NO_POLICY);
  }

  private void extension(JsonGenerator json) {
    json.writeNumberProperty("version", Permit.VERSION);
    json.writeStringProperty("verdict", permit.open() ? "open" : "closed");
    json.writeStringProperty("threshold", permit.terms().threshold());
    json.writeStringProperty("environment", permit.terms().environment());
    json.writeArrayPropertyStart("options");
    permit.terms().options().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("base", permit.base());
    if (!permit.commit().isEmpty()) {
      json.writeObjectPropertyStart("revision");
      digest("gitCommit", permit.commit(), json);
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("inputs");
    for (Input input : permit.evidence().inputs()) {
      if (!input.role().equals(Evidence.POLICY)) {
        json.writeStartObject();
        json.writeStringProperty("name", input.name());
        digest(input.algorithm(), input.digest(), json);
        json.writeObjectPropertyStart("annotations");
        json.writeStringProperty("role", input.role());
        json.writeEndObject();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("directories");
    permit.evidence().directories().forEach(json::writeString);
    json.writeEndArray();
    json.writeObjectPropertyStart("files");
    for (Map.Entry<String, String> file : permit.evidence().files().entrySet()) {
      json.writeStringProperty(file.getKey(), file.getValue());
    }
    json.writeEndObject();
  }

  private static void digest(String algorithm, String digest, JsonGenerator json) {
    json.writeObjectPropertyStart("digest");
    json.writeStringProperty(algorithm, digest);
    json.writeEndObject();
  }
}
