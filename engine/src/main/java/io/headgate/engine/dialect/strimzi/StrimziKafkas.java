package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code Kafka}: no resource of a landscape but the world around one: the version, what the brokers
 * use where a topic says nothing, and who is a super user. The policy counts first.
 */
final class StrimziKafkas {

  private static final List<String> LISTENER_TYPES =
      List.of("internal", "route", "loadbalancer", "nodeport", "ingress", "cluster-ip");

  /** As the parser of Kubernetes, which speaks YAML 1.1, takes them. */
  private static final List<String> BOOLEANS =
      List.of("true", "false", "yes", "no", "on", "off", "y", "n");

  private StrimziKafkas() {}

  static void read(KubernetesObject object, Reading reading) {
    StrimziObject cluster = StrimziObject.of(object, "a Kafka", reading);
    MappingReader spec = cluster == null ? null : cluster.spec();
    if (cluster == null || spec == null) {
      return;
    }
    spec.ignore("entityOperator", "clusterCa", "clientsCa", "maintenanceTimeWindows");
    spec.ignore("kafkaExporter", "cruiseControl");
    if (!cluster.isCurrent()) {
      spec.ignore("zookeeper", "topicOperator", "jmxTrans");
    }
    MappingReader kafka = spec.mapping("kafka");
    if (kafka != null) {
      readBrokers(cluster, kafka, reading);
    } else if (spec.node("kafka") == null) {
      spec.required("kafka", Located.absent("kafka", spec.head()));
    }
    spec.finishMisspelt();
  }

  private static void readBrokers(StrimziObject cluster, MappingReader kafka, Reading reading) {
    kafka.ignore("metadataVersion", "replicas", "image", "storage", "rack", "brokerRackInitImage");
    kafka.ignore("livenessProbe", "readinessProbe", "jvmOptions", "jmxOptions", "resources");
    kafka.ignore("metricsConfig", "logging", "template", "tieredStorage", "quotas");
    if (!cluster.isCurrent()) {
      kafka.ignore("affinity", "tolerations", "metrics", "tlsSidecar");
    }
    Located<KafkaVersion> version =
        kafka.word(
            "version", "version", StrimziKafkas::version, "a version of Kafka such as 4.1.0");
    // Before v1beta2 the listeners were a mapping.
    if (kafka.node("listeners") instanceof Mapping) {
      kafka.ignore("listeners");
    } else {
      kafka.mappings("listeners").forEach(listener -> readListener(listener, reading));
    }
    Config config = kafka.config("config", "config", null);
    List<String> superUsers = new ArrayList<>();
    boolean authorized = readAuthorization(kafka, superUsers);
    String name = cluster.name().orNull();
    if (name != null) {
      reading.fact(
          new ClusterFacts(
              name,
              version.orNull(),
              BrokerDefaults.of(config),
              superUsers,
              authorized && config.get("allow.everyone.if.no.acl.found").is("true"),
              List.of(),
              List.of()));
    }
    kafka.finishMisspelt();
  }

  private static void readListener(Mapping mapping, Reading reading) {
    MappingReader listener = MappingReader.of(mapping, "name", "a listener", reading);
    listener.name("name");
    listener.required("port", listener.integer("port", "port"));
    listener.required(
        "type",
        listener.word(
            "type",
            "type",
            word -> LISTENER_TYPES.contains(word) ? word : null,
            "one of " + String.join(", ", LISTENER_TYPES)));
    listener.required(
        "tls",
        listener.word(
            "tls",
            "tls",
            word -> BOOLEANS.contains(word.toLowerCase(Locale.ROOT)) ? word : null,
            "true or false"));
    listener.ignore("authentication", "configuration", "networkPolicyPeers");
    listener.finish();
  }

  /** Whether Kafka's own authorizer decides; grows the list of super users. */
  private static boolean readAuthorization(MappingReader kafka, List<String> superUsers) {
    MappingReader authorization = kafka.mapping("authorization");
    if (authorization == null) {
      return false;
    }
    Located<String> type =
        authorization.required("type", authorization.text("type", "authorization"));
    for (Located<String> user : authorization.texts("superUsers", "superUsers")) {
      if (user.isKnown()) {
        superUsers.add("User:" + user.get());
      }
    }
    return type.is("simple");
  }

  private static @Nullable KafkaVersion version(String text) {
    try {
      return KafkaVersion.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
