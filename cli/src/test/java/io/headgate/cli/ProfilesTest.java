package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ready policies, by their names. */
class ProfilesTest {

  @TempDir Path landscape;

  /** One topic with a mistake for Kafka, one for durability, and one for a matter of taste. */
  @BeforeEach
  void write() {
    Cli.write(
        landscape,
        "kafka/topics/topic-orders.yaml",
        """
        name: orders
        description: What customers order.
        partitions: 12
        replication: 1
        configs:
          retention.ms: "-1"
          retention.mss: "1"
        """);
  }

  private String findings(String policy) {
    Cli.write(landscape, "headgate.yaml", "version: 1\n" + policy);
    Cli check = Cli.run("check", landscape.toString());
    assertThat(check.err()).isEmpty();
    return check
        .out()
        .lines()
        .filter(line -> line.matches("\\S+: (error|warning|note): .*"))
        .map(line -> line.replaceAll("^\\S+: (\\w+): .*\\[(.*)]$", "$2 $1"))
        .filter(line -> line.matches("topic-(un.*) .*"))
        .sorted()
        .reduce("", (all, line) -> all + (all.isEmpty() ? "" : ", ") + line);
  }

  @Test
  void recommendedIsTheDefault() {
    String all =
        "topic-unbounded-retention warning, topic-under-replicated error, topic-unknown-config error";
    assertThat(findings("")).isEqualTo(all);
    assertThat(findings("profile: recommended\n")).isEqualTo(all);
  }

  @Test
  void brokerTruthLeavesOutOpinions() {
    assertThat(findings("profile: broker-truth\n")).isEqualTo("topic-unknown-config error");
    assertThat(findings("profile: broker-truth\nrules: {topic-under-replicated: warning}\n"))
        .as("what the policy says of a rule comes first")
        .isEqualTo("topic-under-replicated warning, topic-unknown-config error");
  }

  @Test
  void strictTakesWarningsForErrors() {
    assertThat(findings("profile: strict\n"))
        .isEqualTo(
            "topic-unbounded-retention error, topic-under-replicated error,"
                + " topic-unknown-config error");
  }

  @Test
  void anEnvironmentHasItsOwn() {
    assertThat(
            findings(
                """
                profile: strict
                environment: dev
                environments: {dev: {profile: dev}}
                """))
        .isEqualTo(
            "topic-unbounded-retention warning, topic-under-replicated note,"
                + " topic-unknown-config error");
  }

  @Test
  void regulatedRaisesWhatIsAboutPersonalData() {
    String email =
        """
        name: orders-value
        format: AVRO
        schema: |
          {"type": "record", "name": "Order", "fields": [{"name": "emailAddress", "type": "string"}]}
        """;
    Cli.write(landscape, "schemas/orders-value.yaml", email);
    Cli.write(landscape, "headgate.yaml", "version: 1\n");
    assertThat(Cli.run("check", landscape.toString()).out())
        .containsPattern(": warning: .*\\[pii-unclassified-field]");
    Cli.write(landscape, "headgate.yaml", "version: 1\nprofile: regulated\n");
    assertThat(Cli.run("check", landscape.toString()).out())
        .containsPattern(": error: .*\\[pii-unclassified-field]")
        .containsPattern(": warning: .*\\[topic-unbounded-retention]");
  }

  @Test
  void noSuchProfile() {
    Cli.write(landscape, "headgate.yaml", "version: 1\nprofile: strickt\n");
    Cli check = Cli.run("check", landscape.toString());
    assertThat(check.err())
        .contains("headgate.yaml:2:10: ")
        .contains("broker-truth, recommended, strict, regulated or dev");
    assertThat(check.code()).isEqualTo(2);
  }
}
