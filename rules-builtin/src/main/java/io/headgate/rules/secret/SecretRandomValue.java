package io.headgate.rules.secret;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Secret;
import io.headgate.spi.model.Secret.Form;

/** Random values below keys that may name a secret. */
public final class SecretRandomValue implements Checker {

  /** {@code secret-random-value}. */
  public static final Rule RULE =
      Rule.warning(
              "secret-random-value",
              "A random value in the clear has a key that sounds like a secret.")
          .tagged("secrets");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Secret secret : bundle.all(Secret.class)) {
      if (secret.form() == Form.RANDOM) {
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
                + "' looks random, as a secret does. If it is one, replace it, because the history"
                + " keeps it, and "
                + SecretInline.wayOut(secret.holder().kind()));
      }
    }
  }
}
