package io.headgate.spi.model;

import java.util.Locale;

/** The kinds of resources. */
public enum Kind {
  TOPIC,
  SCHEMA,
  ACL,
  QUOTA,
  USER,
  APP,
  CONNECTOR,
  ALERT_RULE,
  ALERT_CHANNEL,
  AUDIT_CHANNEL,
  MASKING_POLICY,
  SECRET,
  CONNECTION,
  DEPLOYMENT,
  GROUP,
  SERVICE_ACCOUNT,
  TOPIC_SETTINGS,
  CONSUMER_GROUP,
  /**
   * A file or a document in it; not a resource of Kafka: what the core's own findings are about.
   */
  DOCUMENT;

  /** The kind as written in reports, such as {@code alert-rule}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
