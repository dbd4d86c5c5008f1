package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Secret;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  /** What stands for a secret in every text here. */
  private static final String SECRET = "hUnter-2-Zw9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "database.password",
        "connection_password",
        "dbpassword",
        "SSL_KEY_PASSWORD",
        "sslKeyPassword",
        "ssl-truststore-password",
        "ssl.key.password",
        "ssl.keystore.key",
        "sslKeystoreKey",
        "producer.override.ssl.keystore.password",
        "consumer.override.ssl.key.password",
        "admin.override.ssl.truststore.password",
        "listener.name.internal.ssl.key.password",
        "delegation.token.secret.key",
        "basic.auth.user.info",
        "basicAuthUserInfo",
        "value.converter.schema.registry.basic.auth.user.info",
        "aws.secret.access.key",
        "AWS_SECRET_ACCESS_KEY",
        "AWSSecretKey",
        "secretAccessKey",
        "connect.s3.aws.secret.key",
        "aes256Key",
        "apiKey",
        "apikey",
        "applicationKey",
        "agentKey",
        "integrationKey",
        "webhookUrl",
        "sessionToken",
        "auth.token",
        "creds",
        "azure.connection.string",
        "azblob.account.key",
        "oauth.client.secret",
        "clientSecret",
        "sftp.private.key",
        "passphrase",
        "db.pwd"
      })
  void knowsTheKeysOfSecrets(String key) {
    Secret secret = only(connector("    " + key + ": " + SECRET));

    assertThat(secret.form()).isEqualTo(Secret.Form.LITERAL);
    assertThat(secret.attribute()).isEqualTo("config." + key);
    assertThat(secret.value().isUnknown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key.converter",
        "key.field",
        "key.fields",
        "primary.key",
        "pk.fields",
        "key.ignore",
        "foreign.key",
        "token.bucket",
        "access.mode",
        "aws.credentials.provider.class",
        "key.serializer",
        "partition.key",
        "secret.name",
        "ssl.keystore.path",
        "ssl.keystore.location",
        "sasl.password.file",
        "aws.access.key.id",
        "ssl.key.alias",
        "ssl.truststore.certificates",
        "ssl.keystore.certificate.chain",
        "public.key",
        "sasl.oauthbearer.token.endpoint.url",
        "monkey",
        "tokenizer",
        "bypass"
      })
  void letsOtherKeysBe(String key) {
    assertThat(secrets(connector("    " + key + ": " + SECRET))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${vault:kafka/orders:password}",
        "${file:/etc/kafka/db.properties:password}",
        "${env:DB_PASSWORD}",
        "${secrets:ns/name:key}",
        "${DB_PASSWORD}",
        "\\${DB_PASSWORD}",
        "$DB_PASSWORD",
        "$db_password",
        "$(DB_PASSWORD)",
        "'%DB_PASSWORD%'",
        "'#{DB_PASSWORD}#'",
        "__DB_PASSWORD__",
        "'{{ .Values.password }}'",
        "{{ .Values.password }}",
        "vault:secret/data/db#password",
        "ENC[AES256_GCM,data:abc]",
        "op://vault/db/password",
        "'{cipher}AQB'",
        "arn:aws:secretsmanager:eu-west-1:1:secret:db",
        "!vault db"
      })
  void takesAReferenceForWhatItIs(String value) {
    Secret secret = only(connector("    database.password: " + value));

    assertThat(secret.form()).isEqualTo(Secret.Form.REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''",
        "null",
        "~",
        "true",
        "\"false\"",
        "'********'",
        "'[hidden]'",
        "'[secret hidden by Lenses]'",
        "<password>"
      })
  void letsNothingBeNothing(String value) {
    assertThat(secrets(connector("    database.password: " + value))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcp.credentials: /etc/keys/gcp.json",
        "sftp.private.key: file:/etc/keys/id_rsa",
        "auth.token: /var/run/secrets/token"
      })
  void letsThePathOfAFileBe(String line) {
    assertThat(secrets(connector("    " + line))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A default in the clear, and what Lenses' environment provider decodes, are the secret.
        "${DB_PASSWORD:-hUnter-2-Zw9}",
        "ENV-base64:hUnter-2-Zw9",
        "/hUnter-2-Zw9",
        "$hUnter-2-Zw9",
        "${A}hUnter-2-Zw9"
      })
  void isNotTakenInByWhatLooksLikeAReference(String value) {
    ReadFile file = connector("    database.password: '" + value + "'");

    assertThat(secrets(file)).hasSize(1);
    assertThat(all(file)).doesNotContain(SECRET);
  }

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query: SELECT * FROM users WHERE password = 'a'",
        "connect.redis.kcql: INSERT INTO a SELECT * FROM b WHERE token = c",
        "url: https://user@host/x?passwordless=true",
        "url: https://host:8080/a:b@c",
        "url: 'http://[::1]:8081'",
        "format: a==b=c=",
        "jaas: org.Krb5LoginModule required useKeyTab=true keyTab=\"/etc/k.keytab\";",
        "jaas: org.X required password=\"\";",
        "note: the password is kept elsewhere",
        "topics: token,password",
        "opts: -Dpassword.file=/etc/x"
      })
  void isNotTakenInByWhatLooksLikeASecret(String line) {
    assertThat(secrets(connector("    " + line))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sasl.jaas.config: org.X required password=\"${file:/x:password}\";",
        "connection.url: jdbc:mysql://u:${env:PW}@db/x",
        "connection.url: jdbc:mysql://db/x?password=${env:PW}&a=b"
      })
  void knowsAReferenceInsideAValue(String line) {
    assertThat(only(connector("    " + line)).form()).isEqualTo(Secret.Form.REFERENCE);
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

  private static ReadFile connector(String line) {
    return read(
        "apps/connectors/a.yaml",
        "clusterName: c\nname: n\nconfig:\n    connector.class: X\n" + line + "\n");
  }

  private static ReadFile read(String path, String text) {
    return Objects.requireNonNull(Dump.read(path, text));
  }

  private static List<Secret> secrets(ReadFile file) {
    return file.resources().stream()
        .filter(Secret.class::isInstance)
        .map(Secret.class::cast)
        .toList();
  }

  private static Secret only(ReadFile file) {
    assertThat(secrets(file)).as(all(file)).hasSize(1);
    return secrets(file).get(0);
  }

  /** Everything that the model and the messages say. */
  private static String all(ReadFile file) {
    StringBuilder all = new StringBuilder(Dump.of(file.file(), file));
    for (Resource resource : file.resources()) {
      all.append(resource).append('\n');
    }
    for (Finding finding : file.findings()) {
      all.append(finding).append('\n');
    }
    return all.toString();
  }

  private static String written(String text, Place place) {
    SourceText source = new SourceText("a", text);
    return text.substring(
        source.offset(place.startLine(), place.startColumn()),
        source.offset(place.endLine(), place.endColumn()));
  }
}
