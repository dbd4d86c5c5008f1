package io.headgate.rules.secret;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Secret;
import io.headgate.spi.model.Secret.Form;

/** Keys and tokens that are known by their own shape, wherever they stand. */
public final class SecretKnownFormat implements Checker {

  /** {@code secret-known-format}. */
  public static final Rule RULE =
      Rule.error(
              "secret-known-format",
              "A key or token of a known format stands in the clear in the repository.")
          .tagged("secrets");

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Secret secret : bundle.all(Secret.class)) {
      if (secret.form() == Form.TOKEN) {
        findings.add(
            RULE,
            secret,
            secret.value(),
            "What is written under '"
                + secret.attribute()
                + "' holds "
                + secret.value()
                + " in the clear. Revoke it, because the history keeps it, and take it out; where"
                + " one is needed, "
                + SecretInline.wayOut(secret.holder().kind()));
      }
    }
  }
}
