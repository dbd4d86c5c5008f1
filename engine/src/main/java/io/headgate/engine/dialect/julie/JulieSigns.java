package io.headgate.engine.dialect.julie;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.util.List;

/**
 * By what JulieOps' files are known. Other tools have files with contexts and projects, plans or
 * roles, too, so that a word of JulieOps' own must stand in them.
 */
final class JulieSigns {

  private static final List<String> PROJECT =
      List.of(
          "topics", "consumers", "producers", "streams", "connectors", "ksql", "rbac", "schemas");

  private static final List<String> PLATFORM =
      List.of("kafka", "kafka_connect", "schema_registry", "control_center", "ksql");

  private JulieSigns() {}

  static boolean isTopology(Mapping root) {
    if (!(root.get("context") instanceof Scalar) || root.entry("apiVersion") != null) {
      return false;
    }
    if (root.get("platform") instanceof Mapping platform) {
      for (String component : PLATFORM) {
        if (platform.entry(component) != null) {
          return true;
        }
      }
    }
    if (root.get("projects") instanceof Sequence projects) {
      for (Node project : projects.items()) {
        if (project instanceof Mapping mapping && isProject(mapping)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isProject(Mapping project) {
    for (String key : PROJECT) {
      Node below = project.get(key);
      if (below instanceof Sequence || below instanceof Mapping || key.equals("topics")) {
        if (project.entry(key) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it holds nothing but plans, each with the configuration of a topic. */
  static boolean isPlans(Mapping root) {
    if (root.entries().size() != 1 || !(root.get("plans") instanceof Mapping plans)) {
      return false;
    }
    for (Entry plan : plans.entries()) {
      if (plan.value() instanceof Mapping mapping
          && mapping.get("config") instanceof Mapping config) {
        for (Entry entry : config.entries()) {
          if (entry.key().text().indexOf('.') > 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether it holds nothing but roles, each with ACLs. */
  static boolean isRoles(Mapping root) {
    if (root.entries().size() != 1) {
      return false;
    }
    for (Node role : roles(root)) {
      if (role instanceof Mapping mapping && mapping.get("acls") instanceof Sequence acls) {
        for (Node acl : acls.items()) {
          if (acl instanceof Mapping entry && entry.entry("resourceType") != null) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The roles of a role file; early ones had a mapping around the list. */
  static List<Node> roles(Mapping root) {
    Node roles = root.get("roles");
    if (roles instanceof Mapping older) {
      roles = older.get("rules");
    }
    return roles instanceof Sequence list ? list.items() : List.of();
  }
}
