package io.headgate.rules.change;

import io.headgate.rules.kafka.Effective;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Topic;
import org.apache.kafka.common.config.TopicConfig;

/** Topics whose records in remote storage are to be given up. */
public final class ChangeTieringDisabled implements Checker {

  private static final String ENABLE = TopicConfig.REMOTE_LOG_STORAGE_ENABLE_CONFIG;
  private static final String DELETE = TopicConfig.REMOTE_LOG_DELETE_ON_DISABLE_CONFIG;

  /** {@code change-tiering-disabled}. */
  public static final Rule RULE =
      Rule.error(
              "change-tiering-disabled",
              "A change turns tiered storage off, which Kafka refuses or which deletes what is there.")
          .tagged("change-safety", "data-loss");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (Topic topic : bundle.all(Topic.class)) {
      Topic was = Was.topic(topic, base);
      Located<String> enable = topic.config().get(ENABLE);
      if (was != null
          && Effective.isTrue(was, ENABLE, base.environment())
          && enable.isKnown()
          && enable.get().trim().equalsIgnoreCase("false")
          && !topic.config().get(DELETE).isUnknown()) {
        boolean deletes = Effective.isTrue(topic, DELETE, bundle.environment());
        findings.add(
            RULE,
            topic,
            enable,
            "Topic '"
                + topic.name()
                + "' has remote.storage.enable 'true' and is to have 'false'; "
                + (deletes
                    ? "as remote.log.delete.on.disable is 'true', all its records in remote storage"
                        + " are deleted"
                    : "Kafka refuses that without remote.log.delete.on.disable")
                + ". Keep 'true', set remote.log.copy.disable to 'true' and leave local.retention.ms"
                + " and local.retention.bytes out: what is there can then still be read.",
            new Related(was.config().get(ENABLE).place(), "It was 'true'."));
      }
    }
  }
}
