package io.headgate.rules.pii;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Durations;
import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Topic;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Dead letter queues that keep personal data longer than the topic it came from. */
public final class PiiLastingDeadLetters implements Checker {

  /** {@code pii-lasting-dead-letters}. */
  public static final Rule RULE =
      Rule.warning(
              "pii-lasting-dead-letters",
              "A dead letter queue keeps personal data longer than the topic it comes from.")
          .tagged("pii", "gdpr", "retention");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    for (Connector connector : bundle.all(Connector.class)) {
      String name = connector.config().get(Connect.DEAD_LETTER_QUEUE).orElse("").strip();
      Topic queue = bundle.topic(name);
      Long kept = queue == null ? null : retention(queue, environment);
      Set<String> topics = kept == null ? null : Connect.topics(connector, bundle);
      for (String source : topics == null ? Set.<String>of() : topics) {
        Topic topic = bundle.topic(source);
        Long own = topic == null ? null : retention(topic, environment);
        Field field =
            own != null && kept != null && own < kept
                ? bundle.personalField(source, Marks.TAGS)
                : null;
        if (field != null && queue != null && kept != null && own != null) {
          findings.add(
              RULE,
              queue,
              queue.config().get(TopicConfig.RETENTION_MS_CONFIG),
              "Topic '"
                  + name
                  + "' keeps the dead letters of connector '"
                  + connector.name()
                  + "' "
                  + (kept == Long.MAX_VALUE ? "for ever" : "for " + Durations.text(kept))
                  + ", longer than topic '"
                  + source
                  + "' ("
                  + Durations.text(own)
                  + ") keeps the personal field '"
                  + field.path()
                  + "'. Set retention.ms to "
                  + own
                  + " or less.",
              new Related(connector.place(), "The connector is declared here."));
          break;
        }
      }
    }
  }

  /** How long a topic keeps a record, if it deletes by time; null when nobody said. */
  private static @Nullable Long retention(Topic topic, Environment environment) {
    Long retention = Effective.number(topic, TopicConfig.RETENTION_MS_CONFIG, environment);
    return !Effective.deletesOnly(topic, environment) || retention == null
        ? null
        : Long.valueOf(retention < 0 ? Long.MAX_VALUE : retention);
  }
}
