package io.headgate.engine.dialect.gitops;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a state file is known. Topics, services, users and settings stand at the root of many
 * files, so that nothing else may stand there, and one of them must be what only kafka-gitops has.
 */
final class GitopsSigns {

  static final List<String> ROOT =
      List.of(
          "settings",
          "topics",
          "services",
          "users",
          "customServiceAcls",
          "customUserAcls",
          "schemas");

  static final List<String> TYPES = List.of("application", "kafka-connect", "kafka-streams");

  static final List<String> ROLES = List.of("writer", "reader", "operator");

  private GitopsSigns() {}

  static boolean isState(Mapping root) {
    for (Entry entry : root.entries()) {
      String key = entry.key().text();
      if (!ROOT.contains(key) && Nearest.to(key, ROOT) == null) {
        return false;
      }
    }
    return root.get("customServiceAcls") instanceof Mapping
        || root.get("customUserAcls") instanceof Mapping
        || holds(root.get("topics"), GitopsSigns::isTopic)
        || holds(root.get("services"), GitopsSigns::isService)
        || holds(root.get("users"), GitopsSigns::isUser)
        || isSettings(root.get("settings"));
  }

  private interface Sign {
    boolean isIn(Mapping mapping);
  }

  private static boolean holds(@Nullable Node node, Sign sign) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.value() instanceof Mapping below && sign.isIn(below)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The values of charts have topics with partitions, too, and other keys beside them. */
  private static boolean isTopic(Mapping topic) {
    if (topic.entry("replication") != null) {
      return true;
    }
    for (Entry entry : topic.entries()) {
      String key = entry.key().text();
      if (!key.equals("partitions") && !key.equals("configs")) {
        return false;
      }
    }
    return topic.entry("partitions") != null;
  }

  private static boolean isService(Mapping service) {
    String type = service.text("type");
    if (type == null || !TYPES.contains(type)) {
      return false;
    }
    return !type.equals("application")
        || service.entry("principal") != null
        || service.entry("produces") != null
        || service.entry("consumes") != null;
  }

  private static boolean isUser(Mapping user) {
    String principal = user.text("principal");
    if (principal != null && principal.startsWith("User:")) {
      return true;
    }
    if (user.entries().size() == 1 && user.get("roles") instanceof Sequence roles) {
      for (Node role : roles.items()) {
        if (!(role instanceof Scalar scalar) || !ROLES.contains(scalar.text())) {
          return false;
        }
      }
      return !roles.items().isEmpty();
    }
    return false;
  }

  private static boolean isSettings(@Nullable Node node) {
    if (!(node instanceof Mapping settings)) {
      return false;
    }
    return settings.get("ccloud") instanceof Mapping
        || (settings.get("topics") instanceof Mapping topics
            && (topics.get("defaults") instanceof Mapping
                || topics.get("blacklist") instanceof Mapping))
        || (settings.get("files") instanceof Mapping files
            && files.entry("topics") != null
            && (files.entry("services") != null || files.entry("users") != null));
  }
}
