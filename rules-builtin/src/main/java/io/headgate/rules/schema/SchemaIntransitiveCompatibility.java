package io.headgate.rules.schema;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Subjects that compare a new version with the last one only, though older records stay. */
public final class SchemaIntransitiveCompatibility implements Checker {

  private static final Setting<Long> DAYS =
      Setting.integer(
          "days",
          0,
          "A retention of so many days counts as for ever too; 0 means that only no limit does.");

  /** {@code schema-intransitive-compatibility}. */
  public static final Rule RULE =
      Rule.warning(
              "schema-intransitive-compatibility",
              "A topic keeps its records for ever, but new schemas are compared with the last one only.")
          .with(DAYS)
          .tagged("schemas");

  private static final Set<String> INTRANSITIVE = Set.of("BACKWARD", "FORWARD", "FULL");

  private final long days;

  /** A checker with the policy's settings. */
  public SchemaIntransitiveCompatibility(Settings settings) {
    days = settings.get(DAYS);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Schema schema : bundle.all(Schema.class)) {
      String level = schema.compatibility().orElse("").strip().toUpperCase(Locale.ROOT);
      Topic topic = bundle.topic(schema.topic());
      String reason =
          topic == null || !INTRANSITIVE.contains(level)
              ? null
              : keepsForEver(topic, bundle.environment());
      if (reason != null && topic != null) {
        findings.add(
            RULE,
            schema,
            schema.compatibility(),
            "Schema '"
                + schema.subject()
                + "' has compatibility "
                + level
                + ", which compares a new version with the last one only, but topic '"
                + topic.name()
                + "' "
                + reason
                + " and so keeps records of all versions. Use "
                + level
                + "_TRANSITIVE.",
            new Related(topic.place(), "The topic is declared here."));
      }
    }
  }

  private @Nullable String keepsForEver(Topic topic, Environment environment) {
    List<String> policies = Effective.cleanup(topic, environment);
    Long retention = Effective.number(topic, TopicConfig.RETENTION_MS_CONFIG, environment);
    if (policies != null && policies.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      return policies.contains(TopicConfig.CLEANUP_POLICY_DELETE) ? null : "is compacted";
    }
    if (retention != null && retention == -1) {
      return "has retention.ms -1";
    }
    return days > 0 && retention != null && retention >= TimeUnit.DAYS.toMillis(days)
        ? "has retention.ms " + retention
        : null;
  }
}
