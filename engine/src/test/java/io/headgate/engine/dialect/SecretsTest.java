package io.headgate.engine.dialect;

import static io.headgate.engine.dialect.SecretTexts.SECRET;
import static io.headgate.engine.dialect.SecretTexts.all;
import static io.headgate.engine.dialect.SecretTexts.connector;
import static io.headgate.engine.dialect.SecretTexts.only;
import static io.headgate.engine.dialect.SecretTexts.secrets;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and values are secrets, references, or neither. */
class SecretsTest {

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
}
