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
          "\\s*lag\\s*>=?\\s*(\\d+)\\s+on\\s+group\\s+(\\S+)\\s+and\\s+topic\\s+(\\S+)\\s*",
          Pattern.CASE_INSENSITIVE);

  private Alerts() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader setting = MappingReader.of(mapping, "alert", "an alert setting", reading);
    setting.ignore("alert", "description", "conditionID");
    if (mapping.entry("conditions") == null
        && (mapping.entry("topic") != null || mapping.entry("group") != null)) {
      List<Located<String>> channels = setting.texts("channels", "channels");
      reading.add(flat(setting, channels));
      setting.finish();
      return;
    }
    for (Node item : setting.items("conditions")) {
      if (item instanceof Scalar sentence) {
        readSentence(sentence, reading);
      } else if (item instanceof Mapping condition) {
        readCondition(condition, reading);
      } else {
        reading.unreadable(
            item.place(), "conditions", "A condition must be a mapping or a sentence.");
      }
    }
    setting.finish();
  }

  private static void readCondition(Mapping mapping, Reading reading) {
    MappingReader outer = MappingReader.of(mapping, "condition", "an alert condition", reading);
    List<Located<String>> channels = outer.texts("channels", "channels");
    MappingReader condition = outer.mapping("condition");
    outer.finish();
    if (condition == null) {
      reading.unreadable(
          outer.head(), "condition", "An alert condition needs a mapping 'condition'.");
      return;
    }
    MappingReader threshold =
        condition.node("threshold") instanceof Mapping ? condition.mapping("threshold") : null;
    if (threshold == null) {
      condition.ignore("mode");
      reading.add(
          new AlertRule(
              Watch.LAG,
              condition.text("topic", "topic"),
              condition.text("group", "group"),
              condition.number("threshold", "threshold"),
              Located.absent("window", condition.head()),
              channels));
    } else {
      condition.ignore("connectionName");
      Located<String> type =
          threshold.word("type", "threshold.type", Alerts::type, "more_than or less_than");
      Located<String> topic = condition.text("datasetName", "topic");
      reading.add(
          new AlertRule(
              type.is("less_than") ? Watch.SILENCE : Watch.SURGE,
              topic,
              Located.absent("group", topic.place()),
              threshold.number("messages", "threshold"),
              condition.text("duration", "window"),
              channels));
      threshold.finish();
    }
    condition.finish();
  }

  private static @Nullable String type(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replace('-', '_');
    return plain.equals("more_than") || plain.equals("less_than") ? plain : null;
  }

  private static AlertRule flat(MappingReader setting, List<Located<String>> channels) {
    setting.ignore("mode", "connectionName");
    Located<String> topic = setting.text("topic", "topic");
    if (setting.has("more-than") || setting.has("less-than")) {
      boolean less = setting.has("less-than");
      setting.ignore("more-than", "less-than");
      return new AlertRule(
          less ? Watch.SILENCE : Watch.SURGE,
          topic,
          Located.absent("group", topic.place()),
          setting.number(less ? "less-than" : "more-than", "threshold"),
          setting.text("duration", "window"),
          channels);
    }
    setting.ignore("duration");
    return new AlertRule(
        Watch.LAG,
        topic,
        setting.text("group", "group"),
        setting.number("threshold", "threshold"),
        Located.absent("window", topic.place()),
        channels);
  }

  private static void readSentence(Scalar sentence, Reading reading) {
    Matcher matcher = SENTENCE.matcher(sentence.text());
    if (sentence.isTemplated()) {
      return;
    }
    if (!matcher.matches()) {
      reading.unreadable(
          sentence.place(),
          "conditions",
          "The condition must read 'lag >= <number> on group <group> and topic <topic>'.");
      return;
    }
    Positions positions = ScalarText.of(sentence, reading.source());
    long threshold;
    try {
      threshold = Long.parseLong(matcher.group(1));
    } catch (NumberFormatException e) {
      reading.unreadable(sentence.place(), "threshold", "The threshold is too large.");
      return;
    }
    reading.add(
        new AlertRule(
            Watch.LAG,
            part(matcher, 3, "topic", positions),
            part(matcher, 2, "group", positions),
            Located.known(
                threshold, "threshold", positions.place(matcher.start(1), matcher.end(1))),
            Located.absent("window", sentence.place()),
            List.of()));
  }

  private static Located<String> part(
      Matcher matcher, int group, String attribute, Positions positions) {
    return Located.known(
        matcher.group(group), attribute, positions.place(matcher.start(group), matcher.end(group)));
  }
}
