package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.spi.model.Connector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Labels that only a kustomization gives to the objects of a file. */
class KustomizationsTest {

  private static final String TOPIC =
      "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: %s%s}, spec: {}}";

  private static final String LABEL = ", labels: {strimzi.io/cluster: own}";

  private final Map<String, String> files = new TreeMap<>();

  private void topic(String path, String name, String metadata) {
    files.put(path, TOPIC.formatted(name, metadata));
  }

  private String clusters(String path) throws IOException {
    return file(path).clusters().keySet().toString();
  }

  private ReadFile file(String path) throws IOException {
    List<ReadFile> read =
        new Loader(new MemoryFiles(files), new Dialects(new KnownDialects()), Progress.NONE)
            .load()
            .files();
    return read.stream().filter(file -> file.file().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void aFileThatIsListedGetsTheLabels() throws IOException {
    topic("a/topics/orders.yaml", "orders", "");
    topic("a/payments.yaml", "payments", "");
    topic("a/other.yaml", "other", "");
    files.put(
        "a/kustomization.yaml",
        """
        resources: [./topics/orders.yaml, payments.yaml, https://example.com/x.yaml, ../..]
        commonLabels: {strimzi.io/cluster: main}
        """);
    assertThat(clusters("a/topics/orders.yaml")).isEqualTo("[main]");
    assertThat(clusters("a/payments.yaml")).isEqualTo("[main]");
    assertThat(clusters("a/other.yaml")).isEqualTo("[]");
  }

  @Test
  void theOuterKustomizationAndItsComponentsCount() throws IOException {
    topic("base/orders.yaml", "orders", LABEL);
    topic("base/deep/payments.yaml", "payments", "");
    files.put("base/kustomization.yaml", "resources: [orders.yaml, deep]\n");
    files.put(
        "base/deep/kustomization.yml",
        "resources: [payments.yaml]\nlabels: [{pairs: {strimzi.io/cluster: inner}}]\n");
    assertThat(clusters("base/orders.yaml")).isEqualTo("[own]");
    assertThat(clusters("base/deep/payments.yaml")).isEqualTo("[inner]");
    files.put(
        "prod/kustomization.yaml", "resources: [../base]\ncomponents: [../components/prod]\n");
    files.put(
        "components/prod/kustomization.yaml",
        """
        kind: Component
        labels: [{pairs: {strimzi.io/cluster: prod}, includeSelectors: false}]
        """);
    assertThat(clusters("base/orders.yaml")).isEqualTo("[prod]");
    assertThat(clusters("base/deep/payments.yaml")).isEqualTo("[prod]");
  }

  @Test
  void whatSeveralKustomizationsSayDifferentlyIsUnknown() throws IOException {
    topic("base/orders.yaml", "orders", "");
    files.put("base/kustomization.yaml", "resources: [orders.yaml]\n");
    files.put("a/kustomization.yaml", "bases: [../base]\ncommonLabels: {strimzi.io/cluster: a}\n");
    files.put("b/kustomization.yaml", "bases: [../base]\ncommonLabels: {strimzi.io/cluster: b}\n");
    assertThat(clusters("base/orders.yaml")).isEqualTo("[]");
    files.put("b/kustomization.yaml", "bases: [../base]\ncommonLabels: {strimzi.io/cluster: a}\n");
    assertThat(clusters("base/orders.yaml")).isEqualTo("[a]");
    files.put(
        "b/kustomization.yaml", "bases: [../base]\ncommonLabels: {strimzi.io/cluster: '${C}'}\n");
    assertThat(clusters("base/orders.yaml")).isEqualTo("[]");
  }

  @Test
  void aConnectorIsPlacedWhereItsClusterIsSaid() throws IOException {
    files.put(
        "archive.yaml",
        """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaConnector
        metadata: {name: archive}
        spec: {class: A, tasksMax: 1}
        """);
    files.put(
        "kustomization.yaml",
        "resources: [archive.yaml]\ncommonLabels:\n  strimzi.io/cluster: main\n");
    Connector connector = (Connector) file("archive.yaml").resources().get(0);
    assertThat(connector.cluster().is("main")).isTrue();
    assertThat(connector.cluster().place()).hasToString("kustomization.yaml:3:23");
    assertThat(connector.cluster().attribute()).isEqualTo("cluster");
  }

  @Test
  void neitherCirclesNorMistakesHurt() throws IOException {
    topic("a/orders.yaml", "orders", "");
    files.put("a/kustomization.yaml", "resources: [../b, orders.yaml, {a: b}]\nlabels: [a, {}]\n");
    files.put("b/kustomization.yaml", "resources: [../a, ., '']\ncommonLabels: [a]\n");
    files.put("c/kustomization.yaml", "resources: [../a]\ncommonLabels: {a: [b]}\nbases: x\n");
    files.put("d/kustomization.yaml", "resources: [");
    files.put("e/kustomization.yaml", "text");
    assertThat(clusters("a/orders.yaml")).isEqualTo("[]");
  }

  @Test
  void manyWaysToOneFileAreFollowedWithinBounds() throws IOException {
    topic("k0/orders.yaml", "orders", "");
    files.put("k0/kustomization.yaml", "resources: [orders.yaml]\n");
    for (int i = 1; i < 60; i++) {
      String below = "../k" + (i - 1);
      files.put(
          "k" + i + "/kustomization.yaml",
          "resources: ["
              + below
              + "]\nbases: ["
              + below
              + "]\n"
              + (i == 1 ? "commonLabels: {strimzi.io/cluster: main}\n" : ""));
    }
    assertThat(clusters("k0/orders.yaml")).isEqualTo("[main]");
  }
}
