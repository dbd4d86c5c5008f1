package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is Conduktor's and what only bears the same name, both ways. */
class ConduktorCollisionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: kafka/v2, kind: Topic}                                         | conduktor
          {apiVersion: kafka/v2, kind: Connector}                                     | conduktor
          {apiVersion: self-serve/v1, kind: ApplicationInstance}                      | conduktor
          {apiVersion: self-service/v1, kind: Application}                            | conduktor
          {apiVersion: console/v3, kind: Alert}                                       | conduktor
          {apiVersion: iam/v2, kind: Group}                                           | conduktor
          {apiVersion: gateway/v2, kind: Interceptor}                                 | conduktor-gateway
          {apiVersion: v1, kind: ServiceAccount, metadata: {cluster: a}, spec: {authorization: {type: KAFKA_ACL}}} | conduktor
          {apiVersion: v1, kind: ServiceAccount, metadata: {name: a}, spec: {authorization: {type: AIVEN_ACL}}}    | conduktor
          {apiVersion: v1, kind: ApplicationInstance, metadata: {}, spec: {}}         | conduktor
          {apiVersion: v1, kind: ApplicationInstancePermission, metadata: {}, spec: {}} | conduktor
          {apiVersion: v1, kind: ApplicationGroup, metadata: {application: a}, spec: {}} | conduktor
          {apiVersion: v1, kind: Application, spec: {title: a, owner: b}}             | conduktor
          {apiVersion: v1, kind: TopicPolicy, spec: {policies: {}}}                   | conduktor
          {apiVersion: v1, kind: ResourcePolicy, spec: {targetKind: Topic}}           | conduktor
          {apiVersion: v2, kind: Topic, metadata: {cluster: a}, spec: {}}             | conduktor
          {apiVersion: v2, kind: KafkaCluster, spec: {bootstrapServers: a}}           | conduktor
          {apiVersion: v2, kind: Group, spec: {displayName: cluster}}                 | conduktor
          {apiVersion: v2, kind: User, spec: {permissions: []}}                       | conduktor
          {apiVersion: v2, kind: PartnerZone, spec: {}}                               | conduktor
          {apiVersion: v3, kind: Alert, spec: {metric: OffsetLag}}                    | conduktor
          {"apiVersion": "v2", "kind": "Topic", "metadata": {"cluster": "a"}, "spec": {}} | conduktor
          {apiVersion: kafka.strimzi.io/v1, kind: KafkaConnector}                     | strimzi
          {apiVersion: kafka.jikkou.io/v1, kind: KafkaTopic, metadata: {name: self-serve/v1}} | jikkou
          """)
  void isReadBy(String text, String dialect) {
    assertThat(look(text)).isInstanceOf(ReadFile.class);
    ReadFile file = (ReadFile) look(text);
    assertThat(file.dialects()).extracting(Dialect::name).containsExactly(dialect);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: kafka, namespace: cluster}, spec:"
            + " {}}",
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, annotations: {cluster:"
            + " KAFKA_ACL}}, spec: {}}",
        "{apiVersion: v1, kind: Topic, metadata: {name: a, cluster: b}, spec: {replicationFactor:"
            + " 3}}",
        "{apiVersion: v1, kind: Connector, metadata: {name: a}, spec: {connectCluster: kafka/v2}}",
        "{apiVersion: v1, kind: Namespace, metadata: {cluster: a}, spec: {kafkaUser: b}}",
        "{apiVersion: v1, kind: Application, metadata: {cluster: a}, spec: {image: b}}",
        "{apiVersion: v2, name: kafka, description: A cluster, version: 1.0.0, spec: a}",
        "{apiVersion: v2, kind: Deployment, metadata: {cluster: a}, spec: {}}",
        "{apiVersion: v2, kind: Topic, metadata: {name: a}, spec: {cluster: b}}",
        "{apiVersion: v3, kind: Topic, metadata: {cluster: a}, spec: {}}",
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: kafka/v2}}",
        "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: gateway/v2}}",
        "{apiVersion: console.openshift.io/v1, kind: ConsolePlugin, metadata: {name: console/v2}}",
        "{apiVersion: iam.aws.upbound.io/v1beta1, kind: Group, metadata: {name: iam/v2}}",
        "{apiVersion: kafka.nais.io/v1, kind: Topic, metadata: {name: kafka/v2}}",
        "{apiVersion: cluster.redpanda.com/v1alpha2, kind: Topic, metadata: {name: kafka/v2}}",
        "# apiVersion: self-serve/v1\n# kind: ApplicationInstancePermission\n",
        "kafka/v2",
        "[self-serve/v1]"
      })
  void isNotConduktors(String text) {
    List<String> readers =
        look(text) instanceof ReadFile file
            ? file.dialects().stream().map(Dialect::name).toList()
            : List.of();
    assertThat(readers).noneMatch(name -> name.startsWith("conduktor"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: kafka/v2\nkind: Topic\nmetadata:\n  name: [a\n",
        "apiVersion: \"gateway/v2\"\nkind: Interceptor\nmetadata: {name: a\n"
      })
  void aDocumentThatIsCutIsStillOurs(String text) {
    assertThat(look(text)).isInstanceOf(ReadFile.class);
    assertThat(((ReadFile) look(text)).findings())
        .singleElement()
        .matches(finding -> finding.rule().equals(CoreRules.UNREADABLE_DOCUMENT));
  }

  private static Looked look(String text) {
    return new Dialects(new KnownDialects()).look(new SourceText("a.yaml", text), false);
  }
}
