package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/** Topics that begin to compact or to delete what they kept until now. */
public final class ChangeCleanupPolicy implements Checker {

  private static final String KEY = TopicConfig.CLEANUP_POLICY_CONFIG;
  private static final String COMPACT = TopicConfig.CLEANUP_POLICY_COMPACT;
  private static final String DELETE = TopicConfig.CLEANUP_POLICY_DELETE;

  /** {@code change-cleanup-policy}. */
  public static final Rule RULE =
      Rule.error(
              "change-cleanup-policy",
              "A change makes a topic compact or delete records that it kept until now.")
          .tagged("change-safety", "data-loss");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      if (was != null) {
        List<String> before = Effective.cleanup(was, base.environment());
        List<String> now = Effective.cleanup(topic, bundle.environment());
        if (before != null && now != null) {
          judge(topic, was.config().get(KEY), before, now, findings);
        }
      }
    }
  }

  private static void judge(
      Topic topic, Located<String> was, List<String> before, List<String> now, Findings findings) {
    boolean compacts = now.contains(COMPACT) && !before.contains(COMPACT);
    boolean deletes = now.contains(DELETE) && !before.contains(DELETE);
    if (compacts || deletes) {
      String effect =
          compacts && deletes
              ? "older values of each key and records beyond the retention are deleted"
              : compacts
                  ? "older values of each key are deleted, and records without a key are refused"
                  : "records beyond the retention are deleted, the last value of a key among them";
      String text = String.join(",", before);
      findings.add(
          RULE,
          topic,
          topic.config().get(KEY),
          "Topic '"
              + topic.name()
              + "' has cleanup.policy '"
              + text
              + "' and is to have '"
              + String.join(",", now)
              + "': "
              + effect
              + ". Keep '"
              + text
              + "', or make a new topic.",
          new Related(was.place(), "It was '" + text + "'."));
    }
  }
}
