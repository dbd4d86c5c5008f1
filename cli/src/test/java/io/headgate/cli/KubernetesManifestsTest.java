package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headgate.engine.KnownDialects;
import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifests of {@code ci/kubernetes}, by the schemas of Kubernetes and by what the docs
 * promise.
 */
class KubernetesManifestsTest {

  private static final Path MANIFESTS = CiFiles.CI.resolve("kubernetes");

  private static final ObjectMapper JSON = JsonMapper.shared();

  record Manifest(String kind, Map<?, ?> object) {
    @Override
    public String toString() {
      return kind;
    }
  }

  static List<Manifest> manifests() throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(MANIFESTS)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
      for (Object object : load.loadAllFromString(Files.readString(file))) {
        Map<?, ?> map = (Map<?, ?>) object;
        manifests.add(new Manifest(String.valueOf(map.get("kind")), map));
      }
    }
    return manifests;
  }

  private static List<String> problems(String kind, Object object) throws IOException {
    try (InputStream in =
        KubernetesManifestsTest.class.getResourceAsStream("/kubernetes/schemas.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      ObjectNode schemas = (ObjectNode) JSON.readTree(text);
      schemas.put("$ref", "#/$defs/" + kind);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schemas.toString(), InputFormat.JSON);
      return schema.validate(JSON.writeValueAsString(object), InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void isWhatKubernetesTakes(Manifest manifest) throws IOException {
    assertThat(problems(manifest.kind(), manifest.object())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void aMisspeltKeyIsSeen(Manifest manifest) throws IOException {
    Map<Object, Object> wrong = new LinkedHashMap<>(manifest.object());
    wrong.put("specc", Map.of());
    assertThat(problems(manifest.kind(), wrong)).isNotEmpty();
  }

  private static Map<?, ?> only(String kind) throws IOException {
    List<Manifest> some = manifests().stream().filter(m -> m.kind().equals(kind)).toList();
    assertThat(some).hasSize(1);
    return some.get(0).object();
  }

  @Test
  void thePodMayDoNothingThatItNeedNot() throws IOException {
    Map<?, ?> pod = CiFiles.map(only("Deployment"), "spec", "template", "spec");
    Map<?, ?> container = (Map<?, ?>) CiFiles.list(pod, "containers").get(0);
    assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
    assertThat(only("ServiceAccount").get("automountServiceAccountToken")).isEqualTo(false);
    assertThat(CiFiles.at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
    assertThat(CiFiles.at(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
    assertThat(CiFiles.at(container, "securityContext", "allowPrivilegeEscalation"))
        .isEqualTo(false);
    assertThat(CiFiles.at(container, "securityContext", "capabilities", "drop"))
        .isEqualTo(List.of("ALL"));
    assertThat(CiFiles.at(container, "resources", "limits", "memory")).isNotNull();
    assertThat(CiFiles.list(only("NetworkPolicy"), "spec", "egress")).isEmpty();
  }

  @Test
  void theWebhookIsAnsweredInTimeByWhoIsAsked() throws IOException {
    Map<?, ?> webhook =
        (Map<?, ?>) CiFiles.list(only("ValidatingWebhookConfiguration"), "webhooks").get(0);
    assertThat(CiFiles.at(webhook, "clientConfig", "service", "path")).isEqualTo("/validate");
    assertThat(webhook.get("sideEffects")).isEqualTo("None");
    assertThat(webhook.get("admissionReviewVersions")).isEqualTo(List.of("v1"));
    assertThat(webhook.containsKey("objectSelector")).isFalse();
    Map<?, ?> pod = CiFiles.map(only("Deployment"), "spec", "template", "spec");
    Map<?, ?> container = (Map<?, ?>) CiFiles.list(pod, "containers").get(0);
    int limit = 0;
    for (Object arg : CiFiles.list(container, "args")) {
      String text = String.valueOf(arg);
      limit = text.startsWith("--time-limit=") ? Integer.parseInt(text.substring(13)) : limit;
    }
    assertThat(webhook.get("timeoutSeconds")).isEqualTo(10);
    assertThat(limit).isBetween(1, 9);
    assertThat(CiFiles.at(only("Deployment"), "spec", "replicas")).isEqualTo(2);
  }

  /**
   * What Kubernetes calls the objects that a dialect reads, by kind. The names are those of the
   * custom resource definitions: of Strimzi in {@code packaging/install/cluster-operator}, of the
   * Redpanda operator in {@code operator/config/crd/bases}, of Koperator in {@code
   * config/base/crds}, of Aiven and NAIS (liberator) in {@code config/crd/bases}, of Confluent for
   * Kubernetes as {@code kubectl get crds} lists them.
   */
  private static final Map<String, Map<String, String>> PLURALS =
      Map.of(
          "kafka.strimzi.io",
          Map.of(
              "Kafka", "kafkas",
              "KafkaConnect", "kafkaconnects",
              "KafkaConnector", "kafkaconnectors",
              "KafkaMirrorMaker2", "kafkamirrormaker2s",
              "KafkaTopic", "kafkatopics",
              "KafkaUser", "kafkausers"),
          "platform.confluent.io",
          Map.of(
              "ClusterLink", "clusterlinks",
              "ConfluentRolebinding", "confluentrolebindings",
              "Connector", "connectors",
              "FlinkStatement", "flinkstatements",
              "KafkaTopic", "kafkatopics",
              "Schema", "schemas"),
          "kafka.banzaicloud.io",
          Map.of("KafkaTopic", "kafkatopics", "KafkaUser", "kafkausers"),
          "cluster.redpanda.com",
          Map.of(
              "Group", "groups",
              "RedpandaRole", "redpandaroles",
              "Schema", "schemas",
              "Topic", "topics",
              "User", "users"),
          "aiven.io",
          Map.of(
              "KafkaACL", "kafkaacls",
              "KafkaConnector", "kafkaconnectors",
              "KafkaNativeACL", "kafkanativeacls",
              "KafkaQuota", "kafkaquotas",
              "KafkaSchema", "kafkaschemas",
              "KafkaTopic", "kafkatopics",
              "ServiceUser", "serviceusers"),
          "kafka.nais.io",
          Map.of("Topic", "topics", "Stream", "streams"));

  private static final Map<String, String> DIALECTS =
      Map.of(
          "strimzi", "kafka.strimzi.io",
          "cfk", "platform.confluent.io",
          "koperator", "kafka.banzaicloud.io",
          "redpanda", "cluster.redpanda.com",
          "aiven", "aiven.io",
          "nais", "kafka.nais.io");

  @Test
  void theWebhookAsksAboutEachKindThatIsRead() throws IOException {
    Map<String, Set<String>> read = new TreeMap<>();
    for (Dialect dialect : KnownDialects.all()) {
      String group = DIALECTS.get(dialect.name());
      if (group != null) {
        Set<String> plurals = new TreeSet<>();
        for (Description.ReadKind kind : dialect.describe().kinds()) {
          String plural = PLURALS.getOrDefault(group, Map.of()).get(kind.name());
          assertThat(plural).as("what Kubernetes calls a " + kind.name()).isNotNull();
          plurals.add(plural);
        }
        read.put(group, plurals);
      }
    }
    Map<?, ?> webhook =
        (Map<?, ?>) CiFiles.list(only("ValidatingWebhookConfiguration"), "webhooks").get(0);
    Map<String, Set<String>> asked = new TreeMap<>();
    for (Object object : CiFiles.list(webhook, "rules")) {
      Map<?, ?> rule = (Map<?, ?>) object;
      Set<String> resources = new TreeSet<>();
      CiFiles.list(rule, "resources").forEach(resource -> resources.add(String.valueOf(resource)));
      asked.put(String.valueOf(CiFiles.list(rule, "apiGroups").get(0)), resources);
    }
    assertThat(asked).isEqualTo(read);
  }
}
