package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.report.PrettyJson;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON Schema (draft-07) of the file of waivers for the rules of a catalog, and what the
 * policy's own schema says of waivers. {@link WaiverReader} is the truth; a test holds the two
 * together.
 */
public final class WaiverSchema {

  private WaiverSchema() {}

  /** The schema of the file as pretty-printed JSON. */
  public static String json(Catalog catalog) {
    return PrettyJson.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("$schema", "http://json-schema.org/draft-07/schema#");
          json.writeStringProperty("title", "headgate waivers");
          object(json);
          json.writeObjectPropertyStart("version");
          json.writeStringProperty("description", "The version of this format.");
          json.writeNumberProperty("const", 1);
          json.writeEndObject();
          json.writeObjectPropertyStart("waivers");
          json.writeStringProperty("description", "What is accepted for a while.");
          json.writeStringProperty("type", "array");
          json.writeObjectPropertyStart("items");
          object(json);
          entry(json, catalog);
          json.writeEndObject();
          required(json, "rule", "resource", "reason", "owner", "approver", "until");
          json.writeEndObject();
          json.writeEndObject();
          json.writeEndObject();
          required(json, "version");
          json.writeEndObject();
        });
  }

  private static void entry(JsonGenerator json, Catalog catalog) {
    json.writeObjectPropertyStart("rule");
    json.writeStringProperty("description", "The rule whose finding is accepted.");
    json.writeArrayPropertyStart("anyOf");
    json.writeStartObject();
    json.writeArrayPropertyStart("enum");
    for (String id : catalog.ids()) {
      if (Waivers.mayWaive(id)) {
        json.writeString(id);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringProperty("description", "A rule of a pack.");
    json.writeStringProperty("type", "string");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    text(
        json,
        "resource",
        "Kind and name, such as \"topic orders.v1\"; * in the name stands for any characters.",
        "^\\S+ .*\\S");
    text(json, "attribute", "Only findings about this attribute; all by default.", "");
    text(json, "bundle", "Only findings in the bundle of this name; all by default.", "");
    text(json, "environment", "Only findings in this environment; all by default.", "");
    text(json, "reason", "Why the finding is accepted.", "\\S");
    text(json, "owner", "Who is to mend it.", "\\S");
    text(json, "approver", "Who agreed.", "\\S");
    text(json, "until", "The last day on which the waiver holds.", "^\\d{4}-\\d{2}-\\d{2}$");
  }

  /** The keys of the policy that are about waivers. */
  static void policy(JsonGenerator json) {
    text(
        json,
        "waivers",
        "The file of what is accepted for a while, relative to this file; 'headgate waive' adds to"
            + " it.",
        "");
    json.writeObjectPropertyStart("unwaivable");
    json.writeStringProperty("description", "The ids of rules whose findings nobody may waive.");
    json.writeArrayPropertyStart("allOf");
    json.writeStartObject();
    json.writeStringProperty("$ref", "#/definitions/texts");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("inline-waivers");
    json.writeStringProperty(
        "description",
        "Whether a comment beside a finding may waive it: # headgate:waive RULE until=DAY"
            + " owner=NAME approver=NAME reason=\"TEXT\". False by default.");
    json.writeStringProperty("type", "boolean");
    json.writeEndObject();
  }

  private static void object(JsonGenerator json) {
    json.writeStringProperty("type", "object");
    json.writeBooleanProperty("additionalProperties", false);
    json.writeObjectPropertyStart("properties");
  }

  private static void required(JsonGenerator json, String... names) {
    json.writeArrayPropertyStart("required");
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String description, String pattern) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("description", description);
    json.writeStringProperty("type", "string");
    if (!pattern.isEmpty()) {
      json.writeStringProperty("pattern", pattern);
    }
    json.writeEndObject();
  }
}
