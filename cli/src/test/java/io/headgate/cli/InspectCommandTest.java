package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate inspect} shows, and what {@code check} makes of what it leaves aside. */
class InspectCommandTest {

  private static final String CROSSPLANE =
      """
      apiVersion: topic.kafka.crossplane.io/v1alpha1
      kind: Topic
      metadata:
        name: payments
      spec:
        forProvider: {partitions: 3}
      """;

  @TempDir Path root;

  @Test
  void namesWhatIsReadAndWhatIsSkippedWithTheReason() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "crossplane/payments.yaml", CROSSPLANE);
    Cli.write(root, "values.yaml", "replicas: 3\n");
    Cli.write(root, "schemas/date.yaml", "type: string\nschema: x\n");
    Cli cli = Cli.run("inspect", root.toString());

    assertThat(cli.err()).isEmpty();
    assertThat(cli.out())
        .contains("kafka/topics/topic-orders.yaml: lenses: 1 topic")
        .contains("values.yaml: nothing in it looks like a Kafka landscape")
        .contains("crossplane/payments.yaml: no dialect reads what is in it")
        .contains(
            "crossplane/payments.yaml:2:7: looks like a Topic of Crossplane (topic.kafka.crossplane.io/v1alpha1)")
        .contains("schemas/date.yaml: it could be lenses by its path")
        .contains("topic (1)")
        .contains("orders  kafka/topics/topic-orders.yaml:1:7");
    assertThat(cli.code()).isZero();
  }

  @Test
  void answersAlsoWhereNothingIsRead() {
    Cli.write(root, "crossplane/payments.yaml", CROSSPLANE);

    assertThat(Cli.run("inspect", root.toString()).out()).contains("make no bundle");
    assertThat(Cli.run("check", root.toString()).err())
        .contains("Nothing to judge")
        .contains("crossplane/payments.yaml:2:7 looks like a Topic of Crossplane");
  }

  @Test
  void speaksJson() throws Exception {
    Cli.writeGoodTopic(root);
    Cli.write(root, "crossplane/payments.yaml", CROSSPLANE);
    Path file = root.resolve("out.txt");
    Cli cli = Cli.run("inspect", root.toString(), "--report", "json=" + file, "--report", "text");

    assertThat(cli.out()).contains("Read (1)");
    assertThat(Files.readString(file))
        .contains("\"path\" : \"kafka/topics/topic-orders.yaml\"")
        .contains("\"dialects\" : [ \"lenses\" ]")
        .contains("\"looksLike\" : \"a Topic of Crossplane (topic.kafka.crossplane.io/v1alpha1)\"")
        .contains("\"kind\" : \"topic\"")
        .contains("\"line\" : 1");
  }

  @Test
  void checkCountsWhatItDidNotUnderstandAndStaysOpen() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "crossplane/payments.yaml", CROSSPLANE);
    Cli cli = Cli.run("check", root.toString(), "--fail-on", "error");

    assertThat(cli.out())
        .contains("1 file (lenses 1), 1 bundle. 1 other file skipped.")
        .contains("1 file looks like Kafka and was not understood; 'headgate inspect' names it.")
        .doesNotContain("unknown-dialect");
    assertThat(cli.code()).isZero();
  }

  @Test
  void strictInputsCloseTheGate() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "crossplane/payments.yaml", CROSSPLANE);
    Cli cli = Cli.run("check", root.toString(), "--strict-inputs");

    assertThat(cli.out())
        .contains("crossplane/payments.yaml:2:7: error: This looks like a Topic of Crossplane")
        .contains("[unknown-dialect]");
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void strictInputsSayNothingOfWhatIsNotAboutKafka() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "values.yaml", "kafka: {enabled: true}\n");
    Cli.write(
        root, "crd.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n");

    assertThat(Cli.run("check", root.toString(), "--strict-inputs").code()).isZero();
  }

  @Test
  void stillInspectsPacks() {
    assertThat(Cli.run("pack", "inspect", root.toString()).err()).contains("pack.yaml");
  }

  @Test
  void listsTheDialects() {
    assertThat(Cli.run("dialects").out()).contains("strimzi: Strimzi").contains("KafkaTopic");
    assertThat(Cli.run("dialects", "--report", "json").out()).contains("\"spec.partitions\"");
    assertThat(Cli.run("dialects", "--report", "xml").code()).isEqualTo(2);
  }
}
