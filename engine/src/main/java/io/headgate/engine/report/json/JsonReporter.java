package io.headgate.engine.report.json;

import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Fingerprints;
import io.headgate.engine.report.Intake;
import io.headgate.engine.report.PrettyJson;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Result.State;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Verdict;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The report as {@code docs/report.schema.json} describes it. Names are given as they are, for they
 * are identities; what was written for people is made harmless as everywhere.
 */
public final class JsonReporter implements Reporter {

  /** The version of the format: another one where a property goes or means something else. */
  private static final int VERSION = 1;

  private final String headgate;

  /** A reporter that gives the version of headgate it belongs to. */
  public JsonReporter() {
    this(ownVersion());
  }

  JsonReporter(String headgate) {
    this.headgate = headgate;
  }

  private static String ownVersion() {
    String version = JsonReporter.class.getPackage().getImplementationVersion();
    return version == null ? "0.0.0-development" : version;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    PrettyJson.write(out, json -> report(report, json));
  }

  private void report(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeStringProperty("headgate", headgate);
    json.writeStringProperty("verdict", verdict(report));
    json.writeStringProperty("threshold", report.threshold().word());
    json.writeObjectPropertyStart("counts");
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      json.writeNumberProperty(severity.word(), report.count(severity));
    }
    json.writeNumberProperty("known", report.results().stream().filter(Result::known).count());
    json.writeNumberProperty("waived", report.waived());
    json.writeNumberProperty("failure", report.failures().size());
    json.writeEndObject();
    json.writeArrayPropertyStart("bundles");
    report.bundles().forEach(bundle -> bundle(bundle, json));
    json.writeEndArray();
    intake(report.intake(), json);
    Report.Baseline baseline = report.baseline();
    if (baseline != null) {
      json.writeObjectPropertyStart("baseline");
      json.writeStringProperty("file", baseline.file());
      json.writeNumberProperty("known", baseline.known());
      json.writeNumberProperty("gone", baseline.gone());
      json.writeEndObject();
    }
    Report.Comparison comparison = report.comparison();
    if (comparison != null) {
      comparison(comparison, report, json);
    }
    Report.Running running = report.running();
    if (running != null) {
      json.writeObjectPropertyStart("running");
      json.writeStringProperty("source", running.source());
      json.writeArrayPropertyStart("notes");
      running.notes().forEach(note -> json.writeString(Texts.harmless(note)));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("failures");
    report.failures().forEach(failure -> failure(failure, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("results");
    Fingerprints prints = new Fingerprints();
    for (Result result : report.results()) {
      result(result, prints.of(result), report.closesGate(result), json);
    }
    json.writeEndArray();
    if (comparison != null) {
      json.writeArrayPropertyStart("absent");
      Fingerprints then = new Fingerprints();
      for (Result result : comparison.absent()) {
        result(result, then.of(result), false, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static String verdict(Report report) {
    if (!report.failures().isEmpty()) {
      return "none";
    }
    return report.verdict() == Verdict.OPEN ? "open" : "closed";
  }

  private static void bundle(JudgedBundle bundle, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", bundle.name());
    if (!bundle.environment().isEmpty()) {
      json.writeStringProperty("environment", bundle.environment());
    }
    json.writeNumberProperty("files", bundle.files());
    json.writeNumberProperty("resources", bundle.resources());
    json.writeEndObject();
  }

  private static void intake(Intake intake, JsonGenerator json) {
    json.writeObjectPropertyStart("intake");
    counts("byDialect", intake.byDialect(), json);
    counts("notRead", intake.notRead(), json);
    json.writeNumberProperty("skippedFiles", intake.skippedFiles());
    json.writeNumberProperty("inNoBundle", intake.inNoBundle());
    json.writeNumberProperty("notUnderstood", intake.notUnderstood());
    json.writeEndObject();
  }

  private static void counts(String name, Map<String, Integer> counts, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void comparison(Report.Comparison comparison, Report report, JsonGenerator json) {
    json.writeObjectPropertyStart("comparison");
    json.writeStringProperty("base", comparison.base());
    if (comparison.commit() != null) {
      json.writeStringProperty("commit", comparison.commit());
    }
    json.writeBooleanProperty("newOnly", comparison.newOnly());
    json.writeStringProperty("policy", comparison.judge().name().toLowerCase(Locale.ROOT));
    for (State state : State.values()) {
      json.writeNumberProperty(word(state), report.count(state));
    }
    json.writeEndObject();
  }

  private static void failure(Failure failure, JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("rules");
    for (String rule : failure.rules().split(", ", -1)) {
      json.writeString(rule);
    }
    json.writeEndArray();
    json.writeStringProperty("bundle", failure.bundle());
    json.writeStringProperty("cause", Texts.harmless(failure.cause()));
    json.writeEndObject();
  }

  private static void result(Result result, String print, boolean closesGate, JsonGenerator json) {
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("severity", result.severity().word());
    json.writeBooleanProperty("closesGate", closesGate);
    json.writeStringProperty("disposition", disposition(result));
    if (result.state() != null) {
      json.writeStringProperty("state", word(result.state()));
    }
    json.writeStringProperty("message", Texts.harmless(finding.message()));
    json.writeStringProperty("bundle", result.bundle());
    json.writeObjectPropertyStart("resource");
    json.writeStringProperty("kind", finding.resource().kind().word());
    json.writeStringProperty("name", finding.resource().name());
    json.writeEndObject();
    if (!finding.attribute().isEmpty()) {
      json.writeStringProperty("attribute", finding.attribute());
    }
    json.writeStringProperty("fingerprint", print);
    place("place", finding.place(), json);
    if (!finding.related().isEmpty()) {
      json.writeArrayPropertyStart("related");
      finding.related().forEach(related -> related(related, json));
      json.writeEndArray();
    }
    if (result.disposition() instanceof Waiver waiver) {
      waiver(waiver, json);
    }
    json.writeEndObject();
  }

  private static String disposition(Result result) {
    return result.isOpen() ? "open" : result.known() ? "known" : "waived";
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static void waiver(Waiver waiver, JsonGenerator json) {
    json.writeObjectPropertyStart("waiver");
    json.writeStringProperty("reason", Texts.harmless(waiver.reason()));
    json.writeStringProperty("owner", Texts.harmless(waiver.owner()));
    json.writeStringProperty("approver", Texts.harmless(waiver.approver()));
    json.writeStringProperty("until", waiver.until().toString());
    place("place", waiver.place(), json);
    json.writeEndObject();
  }

  private static void related(Related related, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("message", Texts.harmless(related.message()));
    json.writeBooleanProperty("step", related.step());
    place("place", related.place(), json);
    json.writeEndObject();
  }

  private static void place(String name, Place place, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("file", place.file());
    json.writeNumberProperty("startLine", place.startLine());
    json.writeNumberProperty("startColumn", place.startColumn());
    json.writeNumberProperty("endLine", place.endLine());
    json.writeNumberProperty("endColumn", place.endColumn());
    Place origin = place.origin();
    if (origin != null) {
      place("origin", origin, json);
    }
    json.writeEndObject();
  }
}
