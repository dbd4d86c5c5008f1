package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.document.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of Console and Gateway, each with its versions, as the catalogue of Conduktor's CLI has
 * them (conduktor/ctl, {@code pkg/schema/default_schema}). The CLI takes the number behind the
 * {@code v} and ignores what stands ahead of it, so the group is a matter of taste; without one,
 * only what no other tool has is Conduktor's.
 */
final class ConduktorKinds {

  private static final List<String> GROUPS =
      List.of("kafka", "console", "iam", "self-serve", "self-service", "data-quality", "gateway");

  private static final String GATEWAY = "gateway";

  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("Alert", "console/v3"),
          Map.entry("Application", "self-serve/v1"),
          Map.entry("ApplicationGroup", "self-serve/v1"),
          Map.entry("ApplicationInstance", "self-serve/v1"),
          Map.entry("ApplicationInstancePermission", "self-serve/v1"),
          Map.entry("Connector", "kafka/v2"),
          Map.entry("DataQualityPolicy", "v1"),
          Map.entry("DataQualityRule", "v1"),
          Map.entry("Group", "iam/v2"),
          Map.entry("IndexedTopic", "v1"),
          Map.entry("KafkaCluster", "console/v2"),
          Map.entry("KafkaConnectCluster", "console/v2"),
          Map.entry("KsqlDBCluster", "console/v2"),
          Map.entry("PartnerZone", "console/v2"),
          Map.entry("ResourcePolicy", "self-serve/v1"),
          Map.entry("ServiceAccount", "v1"),
          Map.entry("Subject", "kafka/v2"),
          Map.entry("Topic", "kafka/v2"),
          Map.entry("TopicPolicy", "self-serve/v1"),
          Map.entry("User", "iam/v2"));

  /** The kinds of Console that nothing is read of. */
  static final List<String> NOT_READ =
      List.of("DataQualityPolicy", "DataQualityRule", "IndexedTopic", "PartnerZone");

  /** The kinds of Gateway that nothing is read of. */
  static final List<String> GATEWAY_NOT_READ =
      List.of(
          "AliasTopic",
          "ConcentrationRule",
          "GatewayGroup",
          "GatewayServiceAccount",
          "TopicView",
          "VirtualCluster");

  private ConduktorKinds() {}

  /** All kinds of Console, in order. */
  static List<String> all() {
    return WRITTEN.keySet().stream().sorted().toList();
  }

  /** All kinds of Gateway. */
  static List<String> gateway() {
    List<String> all = new ArrayList<>(GATEWAY_NOT_READ);
    all.add("Interceptor");
    return all;
  }

  /** The API version as people write it; null for a kind that Console does not have. */
  static @Nullable String written(String kind) {
    return WRITTEN.get(kind);
  }

  /** Whether a kind of Console has a version; alerts have two. */
  static boolean has(String kind, int version) {
    String written = WRITTEN.getOrDefault(kind, "v0");
    return version == number(written) || (kind.equals("Alert") && version == 2);
  }

  /** The number behind the first {@code v} that a number follows; 0 if there is none. */
  static int number(String apiVersion) {
    for (int i = apiVersion.indexOf('v'); i >= 0; i = apiVersion.indexOf('v', i + 1)) {
      if (i + 1 < apiVersion.length() && Character.isDigit(apiVersion.charAt(i + 1))) {
        return apiVersion.charAt(i + 1) - '0';
      }
    }
    return 0;
  }

  /** Whether an object is one of Console's. */
  static boolean isConsole(KubernetesObject object) {
    String group = object.group();
    return group.isEmpty() ? isUngrouped(object) : GROUPS.contains(group) && !group.equals(GATEWAY);
  }

  /** Whether an object is one of Gateway's. */
  static boolean isGateway(KubernetesObject object) {
    return object.group().equals(GATEWAY);
  }

  private static boolean isUngrouped(KubernetesObject object) {
    String kind = object.kind().text();
    String version = object.apiVersion().text();
    if (!(object.mapping().get("spec") instanceof Mapping spec)) {
      return false;
    }
    boolean inCluster = object.metadata("cluster") != null;
    return switch (version) {
      case "v1" ->
          switch (kind) {
            // Kubernetes has one that never says a cluster; ns4kafka and kdef have topics.
            case "ServiceAccount" -> inCluster || spec.get("authorization") instanceof Mapping;
            case "ApplicationInstance", "ApplicationInstancePermission" -> true;
            case "ApplicationGroup" -> object.metadata("application") != null;
            case "Application" -> spec.entry("owner") != null && spec.entry("title") != null;
            case "TopicPolicy" -> spec.get("policies") instanceof Mapping;
            case "ResourcePolicy" -> spec.entry("targetKind") != null;
            default -> false;
          };
      case "v2" ->
          switch (kind) {
            case "Topic", "Subject", "Connector", "Alert" -> inCluster;
            case "KafkaConnectCluster", "KsqlDBCluster" -> inCluster;
            case "KafkaCluster" -> spec.entry("bootstrapServers") != null;
            case "Group" -> hasOne(spec, "displayName", "permissions", "members");
            case "User" -> hasOne(spec, "permissions", "firstName", "lastName");
            case "PartnerZone" -> true;
            default -> false;
          };
      case "v3" -> kind.equals("Alert") && spec.entry("metric") != null;
      default -> false;
    };
  }

  private static boolean hasOne(Mapping spec, String... keys) {
    for (String key : keys) {
      if (spec.entry(key) != null) {
        return true;
      }
    }
    return false;
  }
}
