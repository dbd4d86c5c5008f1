package io.headgate.engine.dialect.topicctl;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;

/** A topic file: minutes of retention become {@code retention.ms}, at the place of the minutes. */
final class TopicctlTopics {

  private static final String RETENTION = "retention.ms";
  private static final long MILLISECONDS = 60_000;

  private static final List<String> STRATEGIES =
      List.of("any", "balanced-leaders", "in-rack", "cross-rack", "static", "static-in-rack");
  private static final List<String> PICKERS = List.of("cluster-use", "lowest-index", "randomized");

  private TopicctlTopics() {}

  static void read(TopicctlFile file, Reading reading) {
    MappingReader spec = file.spec();
    Located<Integer> partitions = positive("partitions", "partitions", spec, reading);
    Located<Integer> replication = positive("replicationFactor", "replication", spec, reading);
    PropertyReader settings = new PropertyReader("config", null, reading);
    spec.config("settings", settings);
    readRetention(spec, settings, reading);
    readPlacement(spec);
    reading.add(
        new Topic(
            file.name(),
            partitions,
            replication,
            settings.config(spec.keyPlace("settings")),
            file.description(),
            file.labels()));
  }

  private static Located<Integer> positive(
      String key, String attribute, MappingReader spec, Reading reading) {
    Located<Integer> number = spec.required(key, spec.integer(key, attribute));
    if (number.isKnown() && number.get() <= 0) {
      reading.unreadable(
          number.place(),
          attribute,
          "'" + key + "' of a topic is " + number.get() + ", but must be 1 or more.");
    }
    return number;
  }

  private static void readRetention(MappingReader spec, PropertyReader settings, Reading reading) {
    Located<Long> minutes = spec.number("retentionMinutes", "config." + RETENTION);
    if (minutes.isAbsent() || minutes.is(0L)) {
      return;
    }
    if (spec.source().get("settings") instanceof Mapping own && own.entry(RETENTION) != null) {
      reading.unreadable(
          spec.keyPlace("retentionMinutes"),
          "config." + RETENTION,
          "topicctl refuses 'retentionMinutes' beside '"
              + RETENTION
              + "' of the settings; take one of them out.");
      return;
    }
    if (minutes.isKnown() && minutes.get() < 0) {
      reading.unreadable(
          minutes.place(),
          "config." + RETENTION,
          "'retentionMinutes' of a topic is "
              + minutes.get()
              + ", but must be 0 or more; for no limit, write '"
              + RETENTION
              + ": -1' into the settings.");
    }
    boolean fits =
        minutes.isKnown() && minutes.get() > 0 && minutes.get() <= Long.MAX_VALUE / MILLISECONDS;
    settings.read(
        new Scalar(spec.keyPlace("retentionMinutes"), RETENTION, Style.PLAIN),
        new Scalar(
            minutes.place(),
            fits ? String.valueOf(minutes.get() * MILLISECONDS) : "",
            fits ? Style.PLAIN : Style.TAGGED));
  }

  /** Who gets which replica is for the tool to decide; only the words are looked at. */
  private static void readPlacement(MappingReader spec) {
    MappingReader placement = spec.mapping("placement");
    if (placement == null) {
      if (spec.node("placement") == null) {
        spec.required("placement", Located.absent("placement", spec.head()));
      }
    } else {
      placement.required(
          "strategy",
          placement.word(
              "strategy",
              "placement",
              word -> STRATEGIES.contains(word) ? word : null,
              "one of " + String.join(", ", STRATEGIES)));
      placement.word(
          "picker",
          "placement",
          word -> PICKERS.contains(word) ? word : null,
          "one of " + String.join(", ", PICKERS));
      placement.items("staticAssignments");
      placement.texts("staticRackAssignments", "placement");
      placement.finish();
    }
    MappingReader migration = spec.mapping("migration");
    if (migration != null) {
      migration.number("throttleMB", "migration");
      migration.integer("partitionBatchSize", "migration");
      migration.finish();
    }
  }
}
