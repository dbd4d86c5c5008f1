package io.headgate.rules.secret;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Secret;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** References to secrets that no config provider resolves. */
public final class SecretUnknownProvider implements Checker {

  private static final Setting<List<String>> PROVIDERS =
      Setting.texts(
          "providers",
          List.of(
              "vault",
              "file",
              "directory",
              "env",
              "secrets",
              "configmaps",
              "aws",
              "azure",
              "gcp",
              "secretsmanager",
              "securepass",
              "aes256"),
          "The config providers of the Connect workers. With the default only a near miss is reported.");

  /** {@code secret-unknown-provider}. */
  public static final Rule RULE =
      Rule.error(
              "secret-unknown-provider",
              "A reference to a secret names a config provider that is not there.")
          .with(PROVIDERS)
          .tagged("secrets", "integrity");

  private static final int SHORTEST = 4;

  private final List<String> providers;
  private final boolean told;

  /** A checker with the policy's settings. */
  public SecretUnknownProvider(Settings settings) {
    providers = settings.get(PROVIDERS);
    told = !providers.equals(PROVIDERS.fallback());
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Secret secret : bundle.all(Secret.class)) {
      String reference =
          secret.holder().kind() == Kind.CONNECTOR ? secret.value().orElse("").strip() : "";
      int colon = reference.indexOf(':');
      if (reference.startsWith("${") && colon > 0) {
        String provider = reference.substring(2, colon);
        String meant = meant(provider);
        if (!providers.contains(provider) && (told || meant != null)) {
          findings.add(
              RULE,
              secret,
              secret.value(),
              "The reference in "
                  + secret.attribute()
                  + " of connector '"
                  + secret.holder().name()
                  + "' names config provider '"
                  + provider
                  + "', which the workers do not have, so the text of the reference itself is used as"
                  + " the secret."
                  + (meant == null ? "" : " Did you mean '" + meant + "'?")
                  + " Name one that they have.");
        }
      }
    }
  }

  /** The provider that a misspelt name stands for, two letters changed about included. */
  private @Nullable String meant(String written) {
    if (written.length() < SHORTEST) {
      return null;
    }
    for (String provider : providers) {
      if (letters(provider).equals(letters(written))) {
        return provider;
      }
    }
    String nearest = Nearest.to(written, providers);
    // Such as vault2, which may well be another one.
    boolean part = nearest != null && (written.contains(nearest) || nearest.contains(written));
    return part ? null : nearest;
  }

  private static String letters(String name) {
    char[] letters = name.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }
}
