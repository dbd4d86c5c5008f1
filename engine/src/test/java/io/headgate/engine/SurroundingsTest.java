package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Authorizer;
import io.headgate.spi.model.Environment.Classification;
import io.headgate.spi.model.Environment.External;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What files say about their Kafka cluster holds where the policy does not say it. */
class SurroundingsTest {

  private static final String KAFKA =
      """
      apiVersion: kafka.strimzi.io/v1
      kind: Kafka
      metadata: {name: %s}
      spec:
        kafka:
          version: %s
          authorization: {type: simple, superUsers: [CN=admin]}
          config:
            default.replication.factor: 3
            log.retention.hours: 24
            allow.everyone.if.no.acl.found: true
      """;

  private static final String CONNECT =
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaConnect
      metadata: {name: loader}
      spec:
        replicas: 1
        bootstrapServers: %s-kafka-bootstrap:9093
        groupId: loader-workers
        configStorageTopic: loader-configs
        offsetStorageTopic: loader-offsets
        statusStorageTopic: loader-status
      """;

  private static final String TOPIC =
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata: {name: %s, labels: {strimzi.io/cluster: %s}}
      """;

  @Test
  void theKafkaObjectSaysWhatThePolicyDoesNot() {
    Environment environment =
        only(Environment.UNKNOWN, KAFKA.formatted("main", "4.1.0"), TOPIC.formatted("t", "main"));

    assertThat(environment.kafkaVersion()).isEqualTo(new KafkaVersion(4, 1));
    assertThat(environment.brokerDefaults())
        .containsOnly(
            Map.entry("default.replication.factor", "3"), Map.entry("retention.ms", "86400000"));
    assertThat(environment.authorizer()).isEqualTo(new Authorizer(List.of("User:CN=admin"), true));
  }

  @Test
  void thePolicyCountsFirst() {
    Environment policy =
        new Environment(
            "prod",
            new KafkaVersion(3, 9),
            Map.of("default.replication.factor", "2"),
            List.of(),
            List.of(),
            External.NOTHING,
            new Authorizer(List.of("User:root"), false),
            new Classification(
                List.of(Located.known("de", "languages", Place.startOf("headgate.yaml"))),
                List.of()));
    Environment environment =
        only(policy, KAFKA.formatted("main", "4.1.0"), TOPIC.formatted("t", "main"));

    assertThat(environment.kafkaVersion()).isEqualTo(new KafkaVersion(3, 9));
    assertThat(environment.brokerDefaults())
        .containsOnly(
            Map.entry("default.replication.factor", "2"), Map.entry("retention.ms", "86400000"));
    assertThat(environment.authorizer()).isEqualTo(policy.authorizer());
    assertThat(environment.name()).isEqualTo("prod");
    assertThat(environment.classification()).isEqualTo(policy.classification());
  }

  @Test
  void eachClusterHasItsOwn() {
    List<Group> groups =
        groups(
            KAFKA.formatted("east", "4.1.0"),
            KAFKA.formatted("west", "3.9.0"),
            TOPIC.formatted("t", "east"),
            TOPIC.formatted("t2", "west"));

    assertThat(groups)
        .extracting(group -> Surroundings.of(Environment.UNKNOWN, group).kafkaVersion())
        .containsExactly(new KafkaVersion(4, 1), new KafkaVersion(3, 9));
  }

  @Test
  void severalClustersOfOneFileStayApart() {
    List<Group> groups =
        groups(
            KAFKA.formatted("east", "4.1.0")
                + "---\n"
                + KAFKA.formatted("west", "3.9.0")
                + "---\n"
                + TOPIC.formatted("t", "east")
                + "---\n"
                + TOPIC.formatted("t", "west"));

    assertThat(groups)
        .extracting(group -> Surroundings.of(Environment.UNKNOWN, group).kafkaVersion())
        .containsExactly(new KafkaVersion(4, 1), new KafkaVersion(3, 9));
  }

  @Test
  void whatTwoFilesContestNobodyKnows() {
    String other = KAFKA.formatted("main", "4.1.0").replace("factor: 3", "factor: 1");
    Environment environment = only(Environment.UNKNOWN, KAFKA.formatted("main", "4.1.0"), other);

    assertThat(environment.brokerDefaults()).containsOnly(Map.entry("retention.ms", "86400000"));
  }

  @Test
  void theTopicsOfConnectWorkersExist() {
    Environment environment =
        only(Environment.UNKNOWN, CONNECT.formatted("main"), TOPIC.formatted("t", "main"));

    assertThat(environment.external().topics())
        .extracting(NamePattern::text)
        .containsExactly("loader-configs", "loader-offsets", "loader-status");
    assertThat(environment.external().groups()).isEmpty();
  }

  @Test
  void theirGroupExistsForAPolicyThatNamesGroups() {
    Environment policy =
        new Environment(
            "",
            null,
            Map.of(),
            List.of(),
            List.of(),
            new External(List.of(), List.of(), List.of(new NamePattern("legacy"))),
            Authorizer.DEFAULT);

    assertThat(only(policy, CONNECT.formatted("main")).external().groups())
        .extracting(NamePattern::text)
        .containsExactly("legacy", "loader-workers");
  }

  @Test
  void withoutSuchObjectsThePolicyIsAll() {
    assertThat(only(Environment.UNKNOWN, TOPIC.formatted("t", "main")))
        .isSameAs(Environment.UNKNOWN);
  }

  private static Environment only(Environment policy, String... files) {
    List<Group> groups = groups(files);
    assertThat(groups).hasSize(1);
    return Surroundings.of(policy, groups.get(0));
  }

  private static List<Group> groups(String... texts) {
    Dialects dialects = new Dialects(new KnownDialects());
    List<ReadFile> files = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      SourceText source = new SourceText("f" + i + ".yaml", texts[i]);
      files.add(Objects.requireNonNull(dialects.read(source, false)));
    }
    return Bundling.group(files, Policy.NONE, "");
  }
}
