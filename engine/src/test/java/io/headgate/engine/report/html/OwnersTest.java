package io.headgate.engine.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.sarif.Logs;
import io.headgate.spi.Finding;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {

  private static final String POLICY =
      """
      version: 1
      owners:
      - {team: shop, prefixes: [shop.], principals: ["User:web*"]}
      - {team: lab, prefixes: [lab.]}
      - {team: data, prefixes: [lab.]}
      """;

  private static final Report REPORT =
      Logs.report(
          Map.of(
              "kafka/topics/a.yaml",
              "name: shop.orders\npartitions: 6\nreplication: 3\n",
              "kafka/topics/b.yaml",
              "name: lab.trials\npartitions: 6\nreplication: 3\n",
              "kafka/quotas/quotas.yaml",
              """
              - type: USER
                config: {producerByteRate: "1"}
                user: web-1
              """,
              "kafka/acls/acls.yaml",
              """
              - permissionType: ALLOW
                principal: User:web-1
                host: '*'
                operation: READ
                resourceType: TOPIC
                patternType: LITERAL
                resourceName: other
              - permissionType: ALLOW
                principal: User:someone
                host: '*'
                operation: READ
                resourceType: TOPIC
                patternType: LITERAL
                resourceName: lab.trials
              """,
              "apps/connectors/sink.yaml",
              """
              name: sink
              clusterName: connect
              config:
                connector.class: io.confluent.connect.jdbc.JdbcSinkConnector
                topics: shop.orders
              """),
          POLICY);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "TOPIC, shop.orders, x.yaml, shop",
        "TOPIC, lab.trials, x.yaml, lab and data",
        "TOPIC, shop.gone, x.yaml, shop",
        "TOPIC, other, x.yaml, no known owner",
        "ACL, ALLOW User:web-1 READ on TOPIC LITERAL other from *, x.yaml, shop",
        "ACL, ALLOW User:someone READ on TOPIC LITERAL lab.trials from *, x.yaml, lab and data",
        "QUOTA, user web-1, x.yaml, shop",
        "CONNECTOR, sink, x.yaml, shop",
        "SECRET, config.password, apps/connectors/sink.yaml, shop",
        "DOCUMENT, any, kafka/topics/a.yaml, shop",
        "DOCUMENT, any, kafka/acls/acls.yaml, no known owner",
      })
  void whoIsToMendIt(Kind kind, String name, String file, String owner) {
    Finding finding =
        new Finding(
            Rule.error("topic-odd", "It is odd."),
            new ResourceRef(kind, name),
            "",
            Place.startOf(file),
            "So.",
            List.of());
    assertThat(new Owners(REPORT.bundles()).of(new Result(finding, Severity.ERROR, ".")))
        .isEqualTo(owner);
  }
}
