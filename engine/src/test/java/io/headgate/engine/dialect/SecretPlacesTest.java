package io.headgate.engine.dialect;

import static io.headgate.engine.dialect.SecretTexts.SECRET;
import static io.headgate.engine.dialect.SecretTexts.all;
import static io.headgate.engine.dialect.SecretTexts.connector;
import static io.headgate.engine.dialect.SecretTexts.only;
import static io.headgate.engine.dialect.SecretTexts.read;
import static io.headgate.engine.dialect.SecretTexts.secrets;
import static io.headgate.engine.dialect.SecretTexts.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a secret stands, its place is found and its text goes nowhere. */
class SecretPlacesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sasl.jaas.config: org.X required username=\"u\" password=\"hUnter-2-Zw9\";",
        "sasl.jaas.config: 'org.X required password=\"hUnter-2-Zw9\";'",
        "sasl.jaas.config: \"org.X required password=\\\"hUnter-2-Zw9\\\";\"",
        "sasl.jaas.config: 'org.X required password=\\\"hUnter-2-Zw9\\\" serviceName=k;'",
        "sasl.jaas.config: \"org.X required password = 'hUnter-2-Zw9';\"",
        "sasl.jaas.config: org.X required clientId=a clientSecret=hUnter-2-Zw9 ;",
        "sasl.jaas.config: org.X required client_secret=hUnter-2-Zw9;",
        "sasl.jaas.config: org.X required oauth.client.secret=hUnter-2-Zw9;",
        "sasl.jaas.config: org.PlainLoginModule required user_a=\"hUnter-2-Zw9\";",
        "producer.override.sasl.jaas.config: org.X required password=\"hUnter-2-Zw9\";",
        "connection.url: jdbc:postgresql://u:hUnter-2-Zw9@db/x",
        "connection.url: jdbc:postgresql://db/x?user=a&password=hUnter-2-Zw9&ssl=true",
        "url: https://acc.blob.core.windows.net/c?sv=1&sig=hUnter-2-Zw9&se=2",
        "endpoint: Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=hUnter-2-Zw9",
        "mongo: mongodb://u:hUnter-2-Zw9@a:1,b:2/x",
        "opts: -Dx=y -Djavax.net.ssl.keyStorePassword=hUnter-2-Zw9 -Da=b",
        "json: '{\"user\": \"a\", \"password\": \"hUnter-2-Zw9\"}'",
        "json: \"{\\\"private_key\\\": \\\"hUnter-2-Zw9\\\"}\"",
        "additionalProperties: \"a=b\\nssl.key.password=hUnter-2-Zw9\\nc=d\""
      })
  void findsASecretInsideAValueAtItsExactCharacters(String line) {
    String text = "clusterName: c\nname: n\nconfig:\n  connector.class: X\n  " + line + "\n";
    ReadFile file = read("apps/connectors/a.yaml", text);
    Secret secret = only(file);

    assertThat(secret.form()).isEqualTo(Secret.Form.LITERAL);
    assertThat(written(text, secret.place())).isEqualTo(SECRET);
    assertThat(file.secrets()).contains(secret.place());
    assertThat(all(file)).doesNotContain(SECRET);
  }

  @Test
  void coversAPrivateKeyWholeWhateverItsKey() {
    ReadFile file =
        connector(
            "    x: |\n      -----BEGIN RSA PRIVATE KEY-----\n      "
                + SECRET
                + "\n      -----END");

    assertThat(only(file).place().endLine()).isGreaterThanOrEqualTo(8);
    assertThat(all(file)).doesNotContain(SECRET);
  }

  @Test
  void looksIntoListsAndNestedValues() {
    ReadFile file =
        read(
            "connections/c.yaml",
            """
            name: c
            templateName: Webhook
            configuration:
            - key: creds
              value:
              - hUnter-2-Zw9
              - ${OTHER}
              -
            - key: nested
              value: {a: {password: hUnter-2-Zw9}, b: [{token: hUnter-2-Zw9}]}
            - key: urls
              value: ["https://a", "https://u:hUnter-2-Zw9@b"]
            """);

    assertThat(secrets(file)).hasSize(5);
    assertThat(all(file)).doesNotContain(SECRET);
    assertThat(file.secrets()).hasSize(4);
  }

  @Test
  void looksEverywhereInALandscape() {
    List<ReadFile> files =
        List.of(
            read(
                "alert-channels/a.yaml",
                """
                name: a
                connectionName: c
                templateName: Webhook
                properties:
                - key: token
                  value: hUnter-2-Zw9
                """),
            read(
                "provisioning.yaml",
                """
                splunk:
                - name: s
                  version: 1
                  configuration:
                    token: {value: hUnter-2-Zw9}
                """),
            read(
                "provisioning.yaml",
                """
                splunk:
                - name: s
                  version: 1
                  configuration:
                    token: hUnter-2-Zw9
                """),
            read(
                "provision.yaml",
                """
                connections:
                  k:
                    templateName: Kafka
                    configurationObject:
                      sslKeystore: {fileRef: {inline: hUnter-2-Zw9}}
                """),
            read(
                "service-accounts/s.yaml",
                """
                name: s
                groups: []
                token: hUnter-2-Zw9
                """),
            read(
                "apps/sql/p.yaml",
                """
                name: p
                sql: |
                  SET `sasl.jaas.config`='org.X required password="hUnter-2-Zw9";';
                  INSERT INTO a SELECT STREAM * FROM b WHERE password = 'x';
                """),
            read(
                "apps/sql/q.yaml",
                """
                name: p
                sql: SET consumer.ssl.key.password = hUnter-2-Zw9; INSERT INTO a SELECT STREAM * FROM b
                """),
            read(
                "deployment.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d}
                spec:
                  template:
                    spec:
                      containers:
                      - name: a
                        env:
                        - {name: DB_PASSWORD, value: hUnter-2-Zw9}
                """));

    for (ReadFile file : files) {
      assertThat(only(file).form()).as(all(file)).isEqualTo(Secret.Form.LITERAL);
      assertThat(file.secrets()).as(all(file)).hasSize(1);
      assertThat(all(file)).doesNotContain(SECRET);
    }
  }

  @Test
  void takesTheFieldOfAKubernetesSecretForAReference() {
    ReadFile file =
        read(
            "deployment.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: d}
            spec:
              template:
                spec:
                  containers:
                  - env:
                    - name: DB_PASSWORD
                      valueFrom: {secretKeyRef: {name: db, key: password}}
                    - name: NODE
                      valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
            """);

    assertThat(only(file).value().get()).isEqualTo("secretKeyRef:db/password");
  }

  @Test
  void followsAliasesAndMergeKeysToWhereTheSecretIsWritten() {
    String text =
        """
        clusterName: c
        name: n
        config:
          connector.class: &x X
          password: &secret hUnter-2-Zw9
          token: *secret
          url: &url 'https://u:hUnter-2-Zw9@h'
          other: *url
        """;
    ReadFile file = read("apps/connectors/a.yaml", text);

    assertThat(secrets(file)).hasSize(4);
    assertThat(file.secrets()).hasSize(2);
    for (Place place : file.secrets()) {
      assertThat(written(text, place)).isEqualTo(SECRET);
    }
    assertThat(all(file)).doesNotContain(SECRET);
  }

  @Test
  void tellsNoValueOfASecretKeyInAMessage() {
    ReadFile file =
        read(
            "apps/connectors/a.yaml",
            """
            clusterName: c
            name: n
            password: hUnter-2-Zw9
            config:
              connector.class: X
            """);

    assertThat(file.findings()).hasSize(1);
    assertThat(file.secrets()).hasSize(1);
    assertThat(all(file)).doesNotContain(SECRET);
  }

  @Test
  void hidesWhatLooksLikeASecretInAFileThatCannotBeParsed() {
    String text =
        """
        name: n
        config:
          password: "hUnter-2-Zw9
          token: |
            hUnter-2-Zw9
          - key: creds
            value: hUnter-2-Zw9
          a: {b: c, apiKey: hUnter-2-Zw9}
          x: [
        """;
    ReadFile file = read("apps/connectors/a.yaml", text);

    StringBuilder left = new StringBuilder(text);
    SourceText source = new SourceText("a", text);
    for (Place place : file.secrets()) {
      int from = source.offset(place.startLine(), place.startColumn());
      int to = source.offset(place.endLine(), place.endColumn());
      left.replace(from, to, "*".repeat(to - from));
    }
    assertThat(file.findings()).isNotEmpty();
    assertThat(left.toString()).doesNotContain("hUnter").contains("name: n", "a: {b: c,");
  }

  @Test
  void takesTimeInProportionToTheText() {
    for (String piece :
        List.of(
            "password=", "=", "${", "://a:", "\"x\":\"", "user_a=", "'", "\\\"", "a b = ", "@")) {
      String text = "https://PlainLoginModule " + piece.repeat(300_000 / piece.length());
      long start = System.nanoTime();
      SecretText.find(text);
      assertThat((System.nanoTime() - start) / 1_000_000).as(piece).isLessThan(5_000);
    }
  }
}
