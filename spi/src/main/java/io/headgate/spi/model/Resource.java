package io.headgate.spi.model;

/** Something declared, with located attributes. */
public sealed interface Resource
    permits Acl,
        AlertChannel,
        AlertRule,
        App,
        AuditChannel,
        Connection,
        Connector,
        ConsumerGroup,
        Deployment,
        Group,
        MaskingPolicy,
        Quota,
        Schema,
        Secret,
        ServiceAccount,
        Topic,
        TopicSettings,
        User {

  /** Its identity in the bundle. */
  ResourceRef ref();

  /** Where it is named: tight enough for an annotation in a review. */
  Place place();
}
