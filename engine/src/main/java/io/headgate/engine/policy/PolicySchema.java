package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.report.PrettyJson;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON Schema (draft-07, which editors know best) of {@code headgate.yaml} for the rules of a
 * catalog. {@link PolicyReader} is the truth; a test holds the two together.
 */
public final class PolicySchema {

  private final JsonGenerator json;
  private final Catalog catalog;

  private PolicySchema(JsonGenerator json, Catalog catalog) {
    this.json = json;
    this.catalog = catalog;
  }

  /** The schema as pretty-printed JSON. */
  public static String json(Catalog catalog) {
    return PrettyJson.write(json -> new PolicySchema(json, catalog).write());
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("$schema", "http://json-schema.org/draft-07/schema#");
    json.writeStringProperty("title", "headgate policy");
    json.writeStringProperty("type", "object");
    json.writeBooleanProperty("additionalProperties", false);
    required("version");
    open("properties");
    open("version");
    json.writeStringProperty("description", "The version of this format.");
    json.writeNumberProperty("const", 1);
    json.writeEndObject();
    text("environment", "The environment of what no bundle names.");
    profile("The ready policy that this one builds on; recommended by default.");
    packs();
    bundles();
    environments();
    rules("rules", "What holds in every environment, by rule id.");
    owners();
    tiers();
    external();
    classification("What is said about personal data, in every environment.");
    text(
        "baseline",
        "The file of what is known and does not close the gate, relative to this file; 'headgate"
            + " baseline' writes it.");
    WaiverSchema.policy(json);
    gate();
    json.writeEndObject();
    open("definitions");
    open("level");
    json.writeStringProperty("description", "What a finding weighs; off turns the rule off.");
    // A bare off is false to readers of YAML 1.1.
    words("enum", "error", "warning", "note", "off");
    json.writeEndObject();
    open("rule");
    rule(List.of(), true);
    json.writeEndObject();
    open("ruleIds");
    words("enum", catalog.ids().toArray(String[]::new));
    json.writeEndObject();
    open("texts");
    json.writeArrayPropertyStart("type");
    json.writeString("array");
    json.writeString("string");
    json.writeEndArray();
    open("items");
    json.writeStringProperty("type", "string");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    withoutPacks();
    json.writeEndObject();
  }

  /** The rules of packs are not known here; but where there is no pack, every other id is wrong. */
  private void withoutPacks() {
    open("if");
    required("packs");
    json.writeEndObject();
    open("else");
    open("properties");
    open("rules");
    onlyKnownRules();
    json.writeEndObject();
    open("environments");
    open("additionalProperties");
    open("properties");
    open("rules");
    onlyKnownRules();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void onlyKnownRules() {
    open("propertyNames");
    json.writeStringProperty("$ref", "#/definitions/ruleIds");
    json.writeEndObject();
  }

  private void packs() {
    open("packs");
    json.writeStringProperty("description", "The rule packs besides headgate's own rules.");
    json.writeStringProperty("type", "array");
    open("items");
    json.writeArrayPropertyStart("anyOf");
    json.writeStartObject();
    json.writeStringProperty(
        "description",
        "The id of a pack that ships with headgate, or a path relative to this file, with a"
            + " slash.");
    json.writeStringProperty("type", "string");
    json.writeEndObject();
    json.writeStartObject();
    object();
    text("path", "A directory, a zip or a jar, relative to this file.");
    text("maven", "group:artifact:version of a pack in the local Maven repository.");
    open("sha256");
    json.writeStringProperty("description", "The digest it must have.");
    json.writeStringProperty("type", "string");
    json.writeStringProperty("pattern", "^[0-9a-fA-F]{64}$");
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayPropertyStart("oneOf");
    json.writeStartObject();
    required("path");
    json.writeEndObject();
    json.writeStartObject();
    required("maven");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void bundles() {
    list("bundles", "What is judged together; without it each landscape found is a bundle.");
    text("name", "A name for reports; by default the path.");
    ref("path", "A directory or file, relative to this file.", "texts");
    ref("paths", "Several of them.", "texts");
    text("environment", "The environment it is for.");
    endList();
  }

  private void environments() {
    open("environments");
    json.writeStringProperty("description", "What holds in one environment, by its name.");
    json.writeStringProperty("type", "object");
    open("additionalProperties");
    object();
    text("kafka-version", "The version of the brokers, such as \"4.1\".");
    open("broker-defaults");
    json.writeStringProperty(
        "description",
        "What the brokers use where a topic says nothing, by topic-level key, such as"
            + " min.insync.replicas.");
    json.writeStringProperty("type", "object");
    json.writeEndObject();
    authorizer();
    classification("What is said about personal data, besides what holds everywhere.");
    profile("The ready policy that holds here.");
    rules("rules", "What this environment says differently, by rule id.");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void profile(String description) {
    open("profile");
    StringBuilder all = new StringBuilder(description);
    List<String> words = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      all.append(' ').append(profile.word()).append(": ").append(profile.summary());
      words.add(profile.word());
    }
    json.writeStringProperty("description", all.toString());
    words("enum", words.toArray(String[]::new));
    json.writeEndObject();
  }

  private void authorizer() {
    open("authorizer");
    json.writeStringProperty("description", "What the brokers' configuration says about access.");
    object();
    ref("super-users", "super.users: principals that may do everything, as they are.", "texts");
    open("allow-everyone-if-no-acl-found");
    json.writeStringProperty(
        "description",
        "allow.everyone.if.no.acl.found: whether everybody may use what no ACL is about; false by"
            + " default.");
    json.writeStringProperty("type", "boolean");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rules(String name, String description) {
    open(name);
    json.writeStringProperty("description", description);
    json.writeStringProperty("type", "object");
    ref("additionalProperties", "A rule of a pack.", "rule");
    open("properties");
    for (Rule rule : catalog.rules()) {
      open(rule.id());
      json.writeStringProperty("description", rule.summary());
      rule(rule.settings(), false);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What may be said of a rule with some settings, or with any. */
  private void rule(List<Setting<?>> settings, boolean any) {
    json.writeArrayPropertyStart("anyOf");
    json.writeStartObject();
    json.writeStringProperty("$ref", "#/definitions/level");
    json.writeEndObject();
    json.writeStartObject();
    object();
    ref("severity", "What a finding weighs.", "level");
    open("settings");
    if (any) {
      json.writeStringProperty("type", "object");
    } else {
      object();
      settings.forEach(this::setting);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void setting(Setting<?> setting) {
    if (setting.type() == Setting.Type.TEXTS) {
      ref(setting.name(), setting.description(), "texts");
      return;
    }
    open(setting.name());
    json.writeStringProperty("description", setting.description());
    switch (setting.type()) {
      case INTEGER -> json.writeStringProperty("type", "integer");
      case BOOLEAN -> json.writeStringProperty("type", "boolean");
      case PATTERN -> {
        json.writeStringProperty("type", "string");
        json.writeStringProperty("default", ((Pattern) setting.fallback()).pattern());
      }
      case TEXT, TEXTS -> json.writeStringProperty("type", "string");
    }
    json.writeEndObject();
  }

  private void owners() {
    list("owners", "Who owns which names; the longest prefix counts.");
    text("team", "The team.");
    ref("prefixes", "The prefixes of the names it owns.", "texts");
    ref("principals", "Its principals; * stands for any characters.", "texts");
    endList();
  }

  private void tiers() {
    list("tiers", "How critical topics are; the first match counts.");
    open("tier");
    json.writeStringProperty("description", "1 is the most critical.");
    json.writeStringProperty("type", "integer");
    json.writeEndObject();
    ref("topics", "Topics of this tier; * stands for any characters.", "texts");
    endList();
  }

  private void external() {
    open("external");
    json.writeStringProperty(
        "description", "What exists outside the bundle; * stands for any characters.");
    object();
    ref("principals", "Principals.", "texts");
    ref("topics", "Topics.", "texts");
    ref("groups", "Consumer groups.", "texts");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void classification(String description) {
    open("classification");
    json.writeStringProperty("description", description);
    object();
    ref(
        "languages",
        "The languages that names of fields are in besides English, such as de; all by default.",
        "texts");
    list("not-personal", "The fields that somebody decided are not personal.");
    text("field", "The path of the field; * stands for any characters.");
    text("subject", "The subjects it is about; * stands for any characters. All by default.");
    text("reason", "Why it is not personal.");
    text("owner", "Who answers for it.");
    day("date", "When it was decided.");
    day("until", "The last day on which it holds; without it, it holds until it is removed.");
    json.writeEndObject();
    required("field", "reason", "owner", "date");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void day(String name, String description) {
    open(name);
    json.writeStringProperty("description", description);
    json.writeStringProperty("type", "string");
    json.writeStringProperty("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    json.writeEndObject();
  }

  private void gate() {
    open("gate");
    json.writeStringProperty("description", "When the gate closes.");
    object();
    open("fail-on");
    json.writeStringProperty("description", "The lightest finding that closes the gate.");
    words("enum", "error", "warning", "note");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The head of a list of strict objects; its properties follow, then {@link #endList}. */
  private void list(String name, String description) {
    open(name);
    json.writeStringProperty("description", description);
    json.writeStringProperty("type", "array");
    open("items");
    object();
  }

  private void endList() {
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The head of a strict object; its properties follow. */
  private void object() {
    json.writeStringProperty("type", "object");
    json.writeBooleanProperty("additionalProperties", false);
    open("properties");
  }

  private void text(String name, String description) {
    open(name);
    json.writeStringProperty("description", description);
    json.writeStringProperty("type", "string");
    json.writeEndObject();
  }

  private void ref(String name, String description, String definition) {
    open(name);
    json.writeStringProperty("description", description);
    // Beside $ref draft-07 ignores everything, so it stands in a list of its own.
    json.writeArrayPropertyStart("allOf");
    json.writeStartObject();
    json.writeStringProperty("$ref", "#/definitions/" + definition);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void required(String... names) {
    words("required", names);
  }

  private void words(String name, String... words) {
    json.writeArrayPropertyStart(name);
    List.of(words).forEach(json::writeString);
    json.writeEndArray();
  }

  private void open(String name) {
    json.writeObjectPropertyStart(name);
  }
}
