package io.headgate.rules.change;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.HashSet;
import java.util.Set;

/** Subjects that go while the topic with the records they describe stays. */
public final class ChangeSubjectDeleted implements Checker {

  /** {@code change-subject-deleted}. */
  public static final Rule RULE =
      Rule.error(
              "change-subject-deleted",
              "A change deletes the schema of a topic whose records still need it.")
          .tagged("change-safety", "schemas");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null || base.all(Schema.class).isEmpty()) {
      return;
    }
    Set<String> left = new HashSet<>();
    for (Schema schema : bundle.all(Schema.class)) {
      if (!schema.subject().isKnown()) {
        return; // it may be any
      }
      left.add(schema.subject().get());
    }
    for (Schema schema : base.all(Schema.class)) {
      Topic topic = schema.subject().isKnown() ? bundle.topic(schema.topic()) : null;
      if (topic != null && base.topic(schema.topic()) != null && left.add(schema.subject().get())) {
        findings.add(
            RULE,
            schema,
            schema.subject(),
            "Schema '"
                + schema.subject()
                + "' is no longer declared, but topic '"
                + topic.name()
                + "' stays with records that name it by its id; once it is deleted, nobody can read"
                + " them. Put it back, or remove it after the topic.",
            new Related(topic.place(), "This is the topic."));
      }
    }
  }
}
