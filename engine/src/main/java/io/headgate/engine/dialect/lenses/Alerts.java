package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code alert-settings/}: until 4.0.1 conditions are sentences; since then a file for producers
 * (alert 5000) and one for consumers (2000) with conditions as mappings. The file of a single
 * condition that {@code alert setting condition set} takes is read too.
 */
final class Alerts {

  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\s*lag\\s*>=?\\s*(\\S+)\\s+on\\s+group\\s+(\\S+)\\s+and\\s+topic\\s+(\\S+)\\s*",
          Pattern.CASE_INSENSITIVE);

  private Alerts() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader setting = MappingReader.of(mapping, "alert", "an alert setting", reading);
    setting.integer("alert", "alert");
    setting.ignore("description", "conditionID");
    if (mapping.entry("conditions") == null
        && (mapping.entry("topic") != null || mapping.entry("group") != null)) {
      reading.add(single(setting, setting.textOrTexts("channels", "channels"), reading));
    } else {
      for (Node item : setting.items("conditions")) {
        if (item instanceof Scalar sentence && !sentence.isNull()) {
          readSentence(sentence, reading);
        } else if (item instanceof Mapping condition) {
          readCondition(condition, reading);
        } else {
          reading.unreadable(
              item.place(), "conditions", "A condition must be a mapping or a sentence.");
        }
      }
    }
    setting.finish();
  }

  private static void readCondition(Mapping mapping, Reading reading) {
    MappingReader outer = MappingReader.of(mapping, "an alert condition", reading);
    List<Located<String>> channels = outer.texts("channels", "channels");
    MappingReader condition = outer.mapping("condition");
    if (condition == null) {
      if (outer.node("condition") == null) {
        reading.unreadable(
            outer.head(), "condition", "An alert condition needs a mapping 'condition'.");
      }
    } else if (condition.has("datasetName") || condition.node("threshold") instanceof Mapping) {
      reading.add(produced(condition, channels));
      condition.finish();
    } else {
      condition.ignore("mode");
      reading.add(lag(condition, channels));
      condition.finish();
    }
    outer.finish();
  }

  private static AlertRule lag(MappingReader condition, List<Located<String>> channels) {
    Located<String> topic = condition.required("topic", condition.text("topic", "topic"));
    return new AlertRule(
        Located.known(Watch.LAG, "watch", topic.place()),
        topic,
        condition.required("group", condition.text("group", "group")),
        condition.required("threshold", condition.number("threshold", "threshold")),
        Located.absent("window", condition.head()),
        channels);
  }

  private static AlertRule produced(MappingReader condition, List<Located<String>> channels) {
    condition.ignore("connectionName");
    Located<String> topic =
        condition.required("datasetName", condition.text("datasetName", "topic"));
    Located<Watch> watch = Located.unknown("watch", condition.keyPlace("threshold"));
    Located<Long> messages = Located.unknown("threshold", condition.keyPlace("threshold"));
    MappingReader threshold = condition.mapping("threshold");
    if (threshold != null) {
      watch =
          threshold.required(
              "type", threshold.word("type", "watch", Alerts::watch, "more_than or less_than"));
      messages = threshold.required("messages", threshold.number("messages", "threshold"));
      threshold.finish();
    } else if (condition.node("threshold") == null) {
      condition.required("threshold", Located.absent("threshold", condition.head()));
    }
    return new AlertRule(
        watch,
        topic,
        Located.absent("group", topic.place()),
        messages,
        condition.text("duration", "window"),
        channels);
  }

  private static @Nullable Watch watch(String word) {
    return switch (word.toLowerCase(Locale.ROOT).replace('-', '_')) {
      case "less_than" -> Watch.SILENCE;
      case "more_than" -> Watch.SURGE;
      default -> null;
    };
  }

  private static AlertRule single(
      MappingReader setting, List<Located<String>> channels, Reading reading) {
    setting.ignore("mode", "connectionName");
    boolean less = setting.node("less-than") != null;
    boolean more = setting.node("more-than") != null;
    if (!less && !more) {
      setting.ignore("duration");
      return lag(setting, channels);
    }
    setting.ignore("group", "threshold");
    if (less && more) {
      reading.unreadable(
          setting.keyPlace("less-than"),
          "threshold",
          "A condition takes 'more-than' or 'less-than', not both.");
    }
    Located<String> topic = setting.required("topic", setting.text("topic", "topic"));
    String key = less ? "less-than" : "more-than";
    return new AlertRule(
        Located.known(less ? Watch.SILENCE : Watch.SURGE, "watch", setting.keyPlace(key)),
        topic,
        Located.absent("group", topic.place()),
        setting.number(key, "threshold"),
        setting.text("duration", "window"),
        channels);
  }

  private static void readSentence(Scalar sentence, Reading reading) {
    Matcher matcher = SENTENCE.matcher(sentence.text());
    if (!matcher.matches()) {
      if (!sentence.isTemplated()) {
        reading.unreadable(
            sentence.place(),
            "conditions",
            "The condition must read 'lag >= <number> on group <group> and topic <topic>'.");
      }
      return;
    }
    Positions positions = ScalarText.of(sentence, reading.source());
    Located<String> number = part(matcher, 1, "threshold", positions);
    Located<Long> threshold = Located.unknown("threshold", number.place());
    try {
      threshold = number.map(Long::valueOf);
    } catch (NumberFormatException e) {
      reading.unreadable(number.place(), "threshold", "The threshold must be a whole number.");
    }
    reading.add(
        new AlertRule(
            Located.known(Watch.LAG, "watch", sentence.place()),
            part(matcher, 3, "topic", positions),
            part(matcher, 2, "group", positions),
            threshold,
            Located.absent("window", sentence.place()),
            // Whom a sentence alerts is set elsewhere.
            List.of(Located.unknown("channels", sentence.place()))));
  }

  private static Located<String> part(
      Matcher matcher, int group, String attribute, Positions positions) {
    Place place = positions.place(matcher.start(group), matcher.end(group));
    String text = matcher.group(group);
    return text.contains("${") || text.contains("{{")
        ? Located.unknown(attribute, place)
        : Located.known(text, attribute, place);
  }
}
