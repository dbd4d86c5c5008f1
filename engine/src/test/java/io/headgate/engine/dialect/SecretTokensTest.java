package io.headgate.engine.dialect;

import static io.headgate.engine.dialect.SecretTexts.all;
import static io.headgate.engine.dialect.SecretTexts.connector;
import static io.headgate.engine.dialect.SecretTexts.only;
import static io.headgate.engine.dialect.SecretTexts.read;
import static io.headgate.engine.dialect.SecretTexts.secrets;
import static io.headgate.engine.dialect.SecretTexts.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.headgate.spi.model.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a secret is by its own shape, or by how random it is; and that it goes nowhere. */
class SecretTokensTest {

  private static final String BODY = "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb3dEf6hIj9kLm2nOp5qRs8tUv1w";

  @ParameterizedTest
  @CsvSource({
    "AKIA,16,an AWS access key id",
    "AIza,35,a Google API key",
    "cflt,60,a Confluent API secret",
    "ghp_,36,a GitHub token",
    "gldt-,20,a GitLab token",
    "hvs.,24,a Vault token",
    "hooks.slack.com/services/,24,a Slack webhook",
    "xoxp-,24,a Slack token"
  })
  void knowsATokenInTheMidstOfAText(String head, int length, String what) {
    String body = BODY.substring(0, length);
    String token = head + (head.equals("AKIA") ? body.toUpperCase(java.util.Locale.ROOT) : body);
    String text = "name: t\npartitions: 1\ndescription: see (" + token + "), please\n";
    ReadFile file = read("kafka/topics/topic-t.yaml", text);
    Secret secret = only(file);

    assertThat(secret.form()).isEqualTo(Secret.Form.TOKEN);
    assertThat(secret.value().get()).isEqualTo(what);
    assertThat(secret.attribute()).isEqualTo("description");
    assertThat(written(text, secret.place())).isEqualTo(token);
    assertThat(file.secrets()).contains(secret.place());
    assertThat(all(file)).doesNotContain(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIAIOSFODNN7EXAMPLE",
        "XAKIAAB3DEF6HIJ9KLM2N",
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "eyJ.eyJ.eyJ, which are no tokens",
        "-----BEGIN CERTIFICATE----- MIIB -----END CERTIFICATE-----",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      })
  void leavesWhatOnlyLooksAlike(String text) {
    assertThat(SecretTokens.find(text)).isEmpty();
  }

  @Test
  void aSecretBelowASecretKeyIsTakenOnce() {
    assertThat(only(connector("    github.token: ghp_" + BODY.substring(0, 36))).form())
        .isEqualTo(Secret.Form.LITERAL);
  }

  @Test
  void aTokenInAStatementGoesNowhere() {
    ReadFile file =
        read(
            "apps/sql/processor-a.yaml",
            "name: a\nsql: |\n  -- hvs."
                + BODY
                + "\n  INSERT INTO b SELECT STREAM * FROM a;\nprocessorId: x\n");

    assertThat(only(file).form()).isEqualTo(Secret.Form.TOKEN);
    assertThat(all(file)).doesNotContain(BODY);
    assertThat(
            file.resources().stream()
                .filter(io.headgate.spi.model.App.class::isInstance)
                .map(app -> ((io.headgate.spi.model.App) app).script())
                .map(script -> script == null ? "" : script.text()))
        .singleElement()
        .asString()
        .contains("INSERT INTO b")
        .doesNotContain(BODY);
  }

  @Test
  void aTokenAsAKeyIsInNoMessage() {
    ReadFile file = read("kafka/topics/topic-t.yaml", "name: t\nghp_" + BODY + ": x\n");

    assertThat(file.findings()).isNotEmpty();
    assertThat(all(file)).doesNotContain(BODY);
  }

  @ParameterizedTest
  @CsvSource({
    "signing.key, q7Xb2Zk9Lm4Tn8Rv, true",
    "SESSION_SALT, 0f9c3b7a1e5d2846c0b9a8f7, true",
    "hmacKey, q7Xb2Zk9Lm4Tn8RvW3y6Pd+1Hs/5Gj0=, true",
    "signing.key, OrderCreatedEventV2, false",
    "signing.key, orders-created-by-the-checkout-v2, false",
    "signing.key, 12345678901234567890, false",
    "signing.key, 550e8400-e29b-41d4-a716-446655440000, false",
    "access.key.id, q7Xb2Zk9Lm4Tn8RvW3y6Pd1Hs5Gj0, false",
    "image.digest, 0f9c3b7a1e5d2846c0b9a8f7, false",
    "topic, q7Xb2Zk9Lm4Tn8RvW3y6Pd1Hs5Gj0, false"
  })
  void tellsWhatIsRandomBelowAKeyThatSoundsSecret(String key, String value, boolean secret) {
    ReadFile file = connector("    " + key + ": '" + value + "'");

    assertThat(secrets(file)).hasSize(secret ? 1 : 0);
    if (secret) {
      assertThat(only(file).form()).isEqualTo(Secret.Form.RANDOM);
      assertThat(file.secrets()).contains(only(file).place());
      assertThat(all(file)).doesNotContain(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJ",
        "eyJ.",
        ".eyJ",
        "-eyJ",
        "eyJa.eyJ",
        "ghp_",
        "hvs.",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY",
        "-----END ",
        "xoxb-",
        "hooks.slack.com/services/",
        "AKIA",
        "-"
      })
  void takesTimeByTheLengthOfATextAlone(String part) {
    String text = part.repeat(2_000_000 / part.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThatCode(() -> SecretTokens.find(text)).doesNotThrowAnyException());
  }
}
