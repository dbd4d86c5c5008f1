package io.headgate.rules.secret;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Secret;
import io.headgate.spi.model.Secret.Form;

/** Secrets that stand in the clear in the repository. */
public final class SecretInline implements Checker {

  /** {@code secret-inline}. */
  public static final Rule RULE =
      Rule.error("secret-inline", "A secret stands in the clear in the repository.")
          .tagged("secrets");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Secret secret : bundle.all(Secret.class)) {
      if (secret.form() == Form.LITERAL) {
        findings.add(
            RULE,
            secret,
            secret.value(),
            "The value of '"
                + secret.attribute()
                + "' of "
                + secret.holder().kind().word()
                + " '"
                + secret.holder().name()
                + "' holds a secret in the clear. Replace the secret, because the history keeps it,"
                + " and "
                + wayOut(secret.holder().kind()));
      }
    }
  }

  /** How to do without the secret. */
  static String wayOut(Kind holder) {
    return switch (holder) {
      case CONNECTOR ->
          "refer to the new one through a config provider of the Connect workers, such as"
              + " ${vault:path:key}.";
      case DEPLOYMENT -> "take the new one from a Kubernetes Secret with valueFrom.secretKeyRef.";
      case SERVICE_ACCOUNT ->
          "leave 'token' out, so that one is made when the account is imported.";
      default -> "refer to the new one, such as ${NAME}, so that it is filled in at apply.";
    };
  }
}
