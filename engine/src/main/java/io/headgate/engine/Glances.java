package io.headgate.engine;

/** The looks at a file that need more than a word: of dialects whose objects name no group. */
final class Glances {

  private Glances() {}

  /** Whether a file is of a format that other dialects own by its name. */
  static boolean isOfOtherFormat(String path) {
    return path.endsWith(".properties")
        || path.endsWith(".avsc")
        || path.endsWith(".proto")
        || path.endsWith(".tf")
        || path.endsWith(".tfvars");
  }

  /** Whether a file could be a schema, by its name. */
  static boolean endsLikeSchema(String path) {
    return path.endsWith(".avsc") || path.endsWith(".proto") || path.endsWith(".json");
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
