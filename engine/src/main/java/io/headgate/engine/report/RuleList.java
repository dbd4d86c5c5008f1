package io.headgate.engine.report;

import io.headgate.engine.catalog.Catalog;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** The rules of a catalog, for people, for tools and for the documentation. */
public final class RuleList {

  private RuleList() {}

  /** One line for each rule, columns aligned, and how many there are of each group. */
  public static String text(Catalog catalog) {
    int widest = catalog.ids().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Rule rule : catalog.rules()) {
      String severity = rule.severity().word();
      out.append(rule.id())
          .append(" ".repeat(widest - rule.id().length() + 2))
          .append(severity)
          .append(" ".repeat("warning".length() - severity.length() + 2))
          .append(rule.summary())
          .append(fixable(rule))
          .append('\n');
    }
    return out.append('\n').append(count(catalog)).append('\n').toString();
  }

  private static String count(Catalog catalog) {
    Map<String, Integer> groups = new TreeMap<>();
    for (String id : catalog.ids()) {
      groups.merge(id.substring(0, id.indexOf('-')), 1, Integer::sum);
    }
    List<String> counted = new ArrayList<>();
    groups.forEach((group, rules) -> counted.add(rules + " " + group));
    return catalog.ids().size() + " rules: " + String.join(", ", counted) + ".";
  }

  /** A Markdown table, with the settings. */
  public static String markdown(Catalog catalog) {
    return markdown(catalog, rule -> "`" + rule.id() + "`");
  }

  /**
   * A Markdown table, with the settings.
   *
   * @param name how to write the id of a rule, such as a link to its page
   */
  public static String markdown(Catalog catalog, Function<Rule, String> name) {
    StringBuilder out = new StringBuilder();
    out.append("| rule | severity | what it says | settings (default) |\n");
    out.append("| --- | --- | --- | --- |\n");
    for (Rule rule : catalog.rules()) {
      List<String> settings =
          rule.settings().stream()
              .map(s -> "`" + s.name() + "` (`" + s.fallback() + "`): " + s.description())
              .toList();
      out.append("| ")
          .append(name.apply(rule))
          .append(" | ")
          .append(rule.severity().word())
          .append(" | ")
          .append(cell(rule.summary()))
          .append(fixable(rule))
          .append(" | ")
          .append(cell(String.join(" ", settings)))
          .append(" |\n");
    }
    return out.toString();
  }

  private static String fixable(Rule rule) {
    return rule.isFixable() ? " Fixable." : "";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /** A JSON array. */
  public static String json(Catalog catalog) {
    return PrettyJson.write(
        json -> {
          json.writeStartArray();
          catalog.rules().forEach(rule -> write(rule, catalog.packId(rule), json));
          json.writeEndArray();
        });
  }

  private static void write(Rule rule, String pack, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("pack", pack);
    json.writeStringProperty("severity", rule.severity().word());
    json.writeStringProperty("summary", rule.summary());
    json.writeArrayPropertyStart("tags");
    rule.tags().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("settings");
    rule.settings().forEach(setting -> write(setting, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Setting<?> setting, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", setting.name());
    json.writeStringProperty("type", setting.type().word());
    json.writeName("default");
    if (setting.fallback() instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(item -> json.writeString(String.valueOf(item)));
      json.writeEndArray();
    } else if (setting.fallback() instanceof Long number) {
      json.writeNumber(number);
    } else if (setting.fallback() instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else {
      json.writeString(String.valueOf(setting.fallback()));
    }
    json.writeStringProperty("description", setting.description());
    json.writeEndObject();
  }
}
