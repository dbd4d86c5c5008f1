package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code rules} of a policy: a severity word, {@code off}, or a mapping with settings.
 */
final class RuleConfigReader {

  private static final String WANTED = "error, warning, note or off";

  private final Catalog catalog;
  private final Reading reading;

  RuleConfigReader(Catalog catalog, Reading reading) {
    this.catalog = catalog;
    this.reading = reading;
  }

  Map<String, RuleConfig> rules(MappingReader parent) {
    Map<String, RuleConfig> rules = new LinkedHashMap<>();
    for (Entry entry : parent.entries("rules")) {
      String id = entry.key().text();
      Rule rule = catalog.rule(id);
      if (rule == null) {
        if (catalog.lacks(id)) {
          wrong(
              entry.key().place(),
              "There is no rule '" + id + "'." + Nearest.hint(id, catalog.ids()));
        }
        continue;
      }
      if (entry.value() instanceof Scalar word) {
        rules.put(id, level(rule, word.text(), word.place(), Map.of()));
      } else if (entry.value() instanceof Mapping mapping) {
        MappingReader config =
            new MappingReader(mapping, entry.key().place(), "rule '" + id + "'", reading);
        Located<String> severity = config.text("severity", "severity");
        Map<Setting<?>, Object> settings = settings(rule, config);
        rules.put(
            id,
            severity.isKnown()
                ? level(rule, severity.get(), severity.place(), settings)
                : new RuleConfig(null, null, settings));
        config.finish();
      } else {
        wrong(entry.key().place(), "The rule '" + id + "' takes " + WANTED + ", or a mapping.");
      }
    }
    return rules;
  }

  private RuleConfig level(Rule rule, String word, Place place, Map<Setting<?>, Object> settings) {
    // YAML 1.1 readers turn a bare off into false; people write both.
    if (word.equalsIgnoreCase("off") || word.equalsIgnoreCase("false")) {
      if (rule.equals(CoreRules.UNREADABLE_DOCUMENT)) {
        wrong(
            place,
            "'" + rule.id() + "' cannot be turned off: what is not read would pass as clean.");
      }
      return new RuleConfig(true, null, settings);
    }
    Severity severity = PolicyReader.severity(word);
    if (severity == null) {
      wrong(place, "The rule '" + rule.id() + "' is '" + word + "', but must be " + WANTED + ".");
    }
    return new RuleConfig(null, severity, settings);
  }

  private Map<Setting<?>, Object> settings(Rule rule, MappingReader config) {
    Map<Setting<?>, Object> values = new HashMap<>();
    MappingReader settings = config.mapping("settings");
    if (settings == null) {
      return values;
    }
    for (Setting<?> setting : rule.settings()) {
      if (settings.has(setting.name())) {
        Object value = value(setting, settings);
        if (value != null) {
          values.put(setting, value);
        }
      }
      settings.ignore(setting.name());
    }
    settings.finish();
    return values;
  }

  private @Nullable Object value(Setting<?> setting, MappingReader settings) {
    String name = setting.name();
    return switch (setting.type()) {
      case INTEGER -> settings.number(name, name).orNull();
      case BOOLEAN -> settings.word(name, name, RuleConfigReader::bool, "true or false").orNull();
      case TEXT -> settings.text(name, name).orNull();
      case TEXTS -> texts(setting, settings.textOrTexts(name, name));
      case PATTERN -> pattern(settings.text(name, name));
    };
  }

  private List<String> texts(Setting<?> setting, List<Located<String>> texts) {
    Pattern form = setting.form();
    for (Located<String> text : texts) {
      if (form != null && text.isKnown() && !form.matcher(text.get()).matches()) {
        wrong(
            text.place(),
            "'" + text + "' is none of the '" + setting.name() + "'. " + setting.description());
      }
    }
    return texts.stream().map(Located::toString).toList();
  }

  static @Nullable Boolean bool(String word) {
    return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : null;
  }

  private @Nullable Pattern pattern(Located<String> text) {
    if (!text.isKnown()) {
      return null;
    }
    try {
      return Pattern.compile(text.get());
    } catch (PatternSyntaxException e) {
      wrong(text.place(), "This is no regular expression: " + e.getDescription() + ".");
      return null;
    }
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
