package io.headgate.rules.schema;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;

/** Schemas of topics that do not exist. */
public final class SchemaDanglingTopic implements Checker {

  /** {@code schema-dangling-topic}. */
  public static final Rule RULE =
      Rule.warning(
              "schema-dangling-topic", "A schema is registered for a topic that does not exist.")
          .tagged("schemas", "integrity");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!bundle.knowsTopics()) {
      return;
    }
    for (Schema schema : bundle.all(Schema.class)) {
      String topic = schema.topic();
      if (schema.subject().isKnown() && !schema.subject().is(topic) && !bundle.hasTopic(topic)) {
        findings.add(
            RULE,
            schema,
            schema.subject(),
            "Schema '"
                + schema.subject()
                + "' is for topic '"
                + topic
                + "', which does not exist, so nothing uses it."
                + TopicNames.hint(topic, bundle.topicNames())
                + " Name the subject after its topic, or take the schema out.");
      }
    }
  }
}
