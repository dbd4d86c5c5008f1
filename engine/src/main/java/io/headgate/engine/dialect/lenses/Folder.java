package io.headgate.engine.dialect.lenses;

/** The folders of a landscape, as {@code pkg/constants.go} of lenses-cli names them. */
enum Folder {
  TOPICS("kafka/topics", false),
  ACLS("kafka/acls", false),
  QUOTAS("kafka/quotas", false),
  PROCESSORS("apps/sql", false),
  CONNECTORS("apps/connectors", false),
  ALERT_SETTINGS("alert-settings", false),
  ALERT_CHANNELS("alert-channels", false),
  AUDIT_CHANNELS("audit-channels", false),
  TOPIC_SETTINGS("topic-settings", false),
  SERVICE_ACCOUNTS("service-accounts", true),
  SCHEMAS("schemas", true),
  POLICIES("policies", true),
  CONNECTIONS("connections", true),
  GROUPS("groups", true),
  /** Not a folder but a file in the landscape itself: file-watch provisioning, 5.3 and later. */
  PROVISIONING("provisioning", true),
  /** Not a folder but a file in the landscape itself: the provision command, 5.0 to 5.2. */
  PROVISION("provision", true);

  private final String path;
  private final boolean shared;

  Folder(String path, boolean shared) {
    this.path = path;
    this.shared = shared;
  }

  /** Its path in a landscape. */
  String path() {
    return path;
  }

  /** Whether other tools give their folders this name too. */
  boolean isShared() {
    return shared;
  }

  /** Whether it is a file. */
  boolean isFile() {
    return this == PROVISIONING || this == PROVISION;
  }

  /** By what its documents are known. */
  Signature signature() {
    return Signature.of(this);
  }
}
