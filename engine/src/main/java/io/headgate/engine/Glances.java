package io.headgate.engine;

/** The looks at a file that need more than a word: of dialects whose objects name no group. */
final class Glances {

  private Glances() {}

  /** Whether a text could be a plan of Terraform. */
  static boolean mayBePlan(String text) {
    return text.contains("\"resource_changes\"") || text.contains("\"planned_values\"");
  }

  /** Whether a text could be a topology of JulieOps, its plans or its roles. */
  static boolean mayBeJulie(String text) {
    return (text.contains("context") && (text.contains("projects") || text.contains("platform")))
        || (text.contains("plans") && text.contains("config"))
        || (text.contains("roles") && text.contains("resourceType"));
  }

  /** Whether a text could be a state file of kafka-gitops. */
  static boolean mayBeGitops(String text) {
    return text.contains("topics:")
        || text.contains("services:")
        || text.contains("users:")
        || text.contains("UserAcls:");
  }

  /** Whether a text has an object without an API group, of a kind that ns4kafka has. */
  static boolean mayBeNs4kafka(String text) {
    return isBare(text)
        && (text.contains("Topic")
            || text.contains("Schema")
            || text.contains("Connect")
            || text.contains("Namespace")
            || text.contains("KafkaStream")
            || text.contains("RoleBinding")
            || text.contains("ResourceQuota")
            || text.contains("AccessControlEntry"));
  }

  /** Whether a text has an object without an API group whose version is {@code v1}. */
  private static boolean isBare(String text) {
    for (int at = text.indexOf("apiVersion"); at >= 0; at = text.indexOf("apiVersion", at + 1)) {
      int from = at + "apiVersion".length();
      while (from < text.length() && "\"': \t".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      if (text.startsWith("v1", from)
          && (from + 2 == text.length() || " \r\n\t\"',}#".indexOf(text.charAt(from + 2)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text has an object of Conduktor's groups, or what one without a group has. */
  static boolean mayBeConduktor(String text) {
    return text.contains("self-serv")
        || text.contains("kafka/v")
        || text.contains("console/v")
        || text.contains("iam/v")
        || text.contains("data-quality/v")
        || (text.contains("apiVersion")
            && (text.contains("cluster") || text.contains("spec"))
            && (text.contains(": v2")
                || text.contains(": v3")
                || text.contains("\"v2\"")
                || text.contains("\"v3\"")
                || text.contains("_ACL")
                || text.contains("ApplicationInstance")
                || text.contains("ApplicationGroup")
                || text.contains("kind: Application")
                || text.contains("targetKind")
                || text.contains("TopicPolicy")));
  }
}
