package io.headgate.rules.change;

import io.headgate.rules.kafka.Patterns;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;

/** Topics that a change deletes. */
public final class ChangeTopicDeleted implements Checker {

  private static final Setting<List<String>> EXPENDABLE =
      Setting.texts(
          "expendable",
          List.of(),
          "Names of topics, with * as wildcard, that may be deleted with their records.");

  /** {@code change-topic-deleted}. */
  public static final Rule RULE =
      Rule.error("change-topic-deleted", "A change deletes a topic with all its records.")
          .with(EXPENDABLE)
          .tagged("change-safety", "data-loss");

  private final List<String> expendable;

  /** A checker with the policy's settings. */
  public ChangeTopicDeleted(Settings settings) {
    expendable = settings.get(EXPENDABLE);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    List<Topic> deleted = new TopicChanges(base, bundle).deleted();
    if (deleted.isEmpty()) {
      return;
    }
    Patterns mayGo = new Patterns(expendable);
    TopicUsers users = new TopicUsers(bundle);
    for (Topic topic : deleted) {
      String name = topic.name().get();
      if (mayGo.match(name)) {
        continue;
      }
      List<Related> related = new ArrayList<>(users.of(name));
      String used = related.isEmpty() ? "" : " although it is still used";
      for (Schema schema : base.schemasOf(name)) {
        related.add(new Related(schema.place(), "Its schema '" + schema.subject() + "' was here."));
      }
      findings.add(
          RULE,
          topic,
          topic.name(),
          "Topic '"
              + name
              + "' is no longer declared"
              + used
              + ", so apply deletes it with all its records. Put it back; once nobody needs its"
              + " records, name it in the setting 'expendable' of this rule.",
          related.toArray(new Related[0]));
    }
  }
}
