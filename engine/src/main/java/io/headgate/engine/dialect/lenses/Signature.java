package io.headgate.engine.dialect.lenses;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.Nearest;
import java.util.List;

/**
 * Tells Lenses' documents from others by their keys. Some folders bear names that other tools give
 * theirs too; there a key must be Lenses' own.
 */
final class Signature {

  /** Keys by which other tools' files are known, whatever else they hold. */
  private static final List<String> FOREIGN =
      List.of("openapi", "swagger", "asyncapi", "$schema", "$id", "$ref", "resources");

  /** A misspelt key counts as its key only if it is long enough to be nobody else's. */
  private static final int DISTINCTIVE = 8;

  private static final List<String> AMBIGUOUS = List.of("configuration", "namespaces");

  /** Keys that only the server's schemas have. */
  private static final List<String> SERVED =
      List.of(
          "schemaid",
          "schemaId",
          "connectionname",
          "connectionName",
          "issystementity",
          "compatibility");

  private final Folder folder;
  private final List<String> keys;

  private Signature(Folder folder, List<String> keys) {
    this.folder = folder;
    this.keys = keys;
  }

  static Signature of(Folder folder) {
    return new Signature(
        folder,
        switch (folder) {
          case TOPICS -> List.of("name", "topicName", "partitions", "replication", "configs");
          case ACLS -> List.of("principal", "permissionType", "resourceType", "resourceName");
          case QUOTAS -> List.of("type", "config", "entityType", "entityName", "properties");
          case PROCESSORS ->
              List.of("sql", "runnerCount", "runners", "processorId", "appId", "pipeline");
          case CONNECTORS -> List.of("config", "Config", "clusterName", "ClusterName");
          case ALERT_SETTINGS -> List.of("alert", "conditions", "conditionID");
          case ALERT_CHANNELS, AUDIT_CHANNELS -> List.of("templateName", "connectionName");
          case TOPIC_SETTINGS -> List.of("config", "naming", "isApplicable");
          case SERVICE_ACCOUNTS -> List.of("groups", "owner", "token");
          case SCHEMAS -> List.of("avroSchema", "schema", "schemaid", "schemaId", "sourcetype");
          case POLICIES -> List.of("obfuscation", "impactType", "datasets");
          case CONNECTIONS -> List.of("templateName", "configuration");
          case GROUPS ->
              List.of(
                  "dataNamespaces",
                  "namespaces",
                  "applicationPermissions",
                  "scopedPermissions",
                  "adminPermissions");
          case PROVISIONING -> List.of("configuration");
          case PROVISION -> List.of("configurationObject", "templateName");
        });
  }

  /** Whether the text of a file may be that of a document of this folder. */
  boolean mayHold(String text) {
    return !folder.isShared()
        || keys.stream().anyMatch(text::contains)
        || (folder == Folder.SCHEMAS && text.contains("avro"))
        || (folder == Folder.POLICIES && text.contains("category"));
  }

  /** Whether the text has a key that nobody else uses. */
  boolean isMarkedIn(String text) {
    return keys.stream()
        .filter(key -> key.length() >= DISTINCTIVE && !AMBIGUOUS.contains(key))
        .anyMatch(key -> text.contains(key + ":") || text.contains('"' + key + '"'));
  }

  /** Whether a document in this folder is Lenses'. */
  boolean holds(Node root) {
    if (root instanceof Sequence list) {
      return (folder == Folder.ACLS || folder == Folder.QUOTAS)
          ? list.items().isEmpty() || list.items().stream().anyMatch(this::holdsOne)
          : !folder.isShared() || list.items().stream().anyMatch(this::holdsOne);
    }
    return root instanceof Mapping ? holdsOne(root) : !folder.isShared();
  }

  private boolean holdsOne(Node node) {
    if (!(node instanceof Mapping mapping) || isForeign(mapping)) {
      return false;
    }
    return switch (folder) {
      case SCHEMAS -> isSchema(mapping);
      case GROUPS -> isGroup(mapping);
      case CONNECTIONS -> isConnection(mapping);
      case POLICIES -> isPolicy(mapping);
      case SERVICE_ACCOUNTS ->
          hasNameAnd(mapping, "groups")
              || hasNameAnd(mapping, "owner")
              || hasNameAnd(mapping, "token");
      case PROVISIONING -> Provisioning.isProvisioning(mapping);
      case PROVISION -> Provisioning.isProvision(mapping);
      case PROCESSORS -> hasKey(mapping) || hasNameAnd(mapping, "cluster");
      case CONNECTORS -> hasKey(mapping) || mapping.entry("connector.class") != null;
      case ALERT_CHANNELS, AUDIT_CHANNELS -> hasKey(mapping) || hasNameAnd(mapping, "properties");
      case ALERT_SETTINGS ->
          hasKey(mapping) || (mapping.entry("topic") != null && mapping.entries().size() > 1);
      default -> hasKey(mapping);
    };
  }

  private static boolean hasNameAnd(Mapping mapping, String key) {
    return mapping.entry("name") != null && mapping.entry(key) != null;
  }

  private static boolean isForeign(Mapping mapping) {
    return (mapping.entry("apiVersion") != null
            && (mapping.entry("kind") != null || mapping.entry("name") != null))
        || (mapping.entry("meta") != null && mapping.entry("spec") != null)
        || FOREIGN.stream().anyMatch(key -> mapping.entry(key) != null);
  }

  private boolean hasKey(Mapping mapping) {
    return mapping.entries().stream().anyMatch(entry -> isKey(entry.key().text()));
  }

  private boolean isKey(String key) {
    return keys.contains(key)
        || (key.length() >= DISTINCTIVE && Nearest.to(key, distinctive()) != null);
  }

  private List<String> distinctive() {
    return keys.stream().filter(key -> key.length() >= DISTINCTIVE).toList();
  }

  /**
   * Avro and JSON schemas, parts of OpenAPI and payloads for a registry lie in such folders too.
   */
  private boolean isSchema(Mapping mapping) {
    if (mapping.entry("schemaType") != null
        || mapping.entry("properties") != null
        || mapping.entry("type") != null) {
      return false;
    }
    String format = mapping.text("format");
    boolean language = format != null && Schemas.format(format) != null;
    if (mapping.entry("schema") == null) {
      return hasKey(mapping) || (language && mapping.entry("name") != null);
    }
    return language
        || (mapping.text("schema") != null
            && (format != null
                || mapping.text("subject") != null
                || SERVED.stream().anyMatch(key -> mapping.entry(key) != null)));
  }

  private boolean isPolicy(Mapping mapping) {
    return mapping.get("fields") instanceof Sequence
        ? hasKey(mapping) || mapping.entry("category") != null
        : mapping.entries().stream().filter(entry -> isKey(entry.key().text())).count() > 1
            || hasNameAnd(mapping, "obfuscation")
            || hasNameAnd(mapping, "impactType");
  }

  private static boolean isConnection(Mapping mapping) {
    return mapping.entry("templateName") != null
        || (mapping.entry("name") != null && mapping.get("configuration") instanceof Sequence);
  }

  private boolean isGroup(Mapping mapping) {
    if (mapping.entry("name") == null) {
      return false;
    }
    return mapping.entries().stream()
        .anyMatch(
            entry ->
                entry.key().text().equals("namespaces")
                    ? entry.value() instanceof Sequence list
                        && list.items().stream()
                            .anyMatch(
                                item -> item instanceof Mapping m && m.entry("permissions") != null)
                    : entry.key().text().length() > DISTINCTIVE
                        && Nearest.to(entry.key().text(), keys) != null);
  }
}
