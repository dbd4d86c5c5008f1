package io.headgate.engine.dialect.lenses;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders of a landscape, as {@code pkg/constants.go} of lenses-cli names them. */
enum Folder {
  TOPICS("kafka/topics"),
  ACLS("kafka/acls"),
  QUOTAS("kafka/quotas"),
  PROCESSORS("apps/sql"),
  CONNECTORS("apps/connectors"),
  ALERT_SETTINGS("alert-settings"),
  ALERT_CHANNELS("alert-channels"),
  AUDIT_CHANNELS("audit-channels"),
  SERVICE_ACCOUNTS("service-accounts"),
  TOPIC_SETTINGS("topic-settings"),
  SCHEMAS("schemas"),
  POLICIES("policies"),
  CONNECTIONS("connections"),
  GROUPS("groups"),
  /** Not a folder but a file in the landscape itself: file-watch provisioning, 5.3 and later. */
  PROVISIONING("provisioning.yaml"),
  /** Not a folder but a file in the landscape itself: the provision command, 5.0 to 5.2. */
  PROVISION("provision.yaml");

  private static final List<Folder> ALL = List.of(values());

  private final String path;

  Folder(String path) {
    this.path = path;
  }

  /**
   * Keys of which a document must have one to count, for folder names that other tools use too;
   * empty when the name says enough.
   */
  Set<String> signature() {
    return switch (this) {
      case SCHEMAS -> Set.of("avroSchema", "schema", "format", "schemaid", "compatibility");
      case POLICIES -> Set.of("obfuscation", "impactType", "datasets", "fields");
      case CONNECTIONS -> Set.of("templateName", "configuration");
      case GROUPS ->
          Set.of(
              "dataNamespaces",
              "namespaces",
              "applicationPermissions",
              "scopedPermissions",
              "adminPermissions");
      default -> Set.of();
    };
  }

  /** Where a file lies: the folder, and the landscape it belongs to. */
  record Spot(Folder folder, String landscape) {}

  /** The spot of a file, or null if it lies in no folder of a landscape. */
  static @Nullable Spot of(String file) {
    int slash = file.lastIndexOf('/');
    String directory = slash < 0 ? "" : file.substring(0, slash);
    for (Folder folder : ALL) {
      boolean isFile = folder == PROVISIONING || folder == PROVISION;
      String landscape = isFile ? ahead(file, folder.path) : ahead(directory, folder.path);
      if (landscape != null) {
        return new Spot(folder, landscape);
      }
    }
    return null;
  }

  private static @Nullable String ahead(String path, String end) {
    if (path.equals(end)) {
      return "";
    }
    return path.endsWith("/" + end) ? path.substring(0, path.length() - end.length() - 1) : null;
  }
}
