package io.headgate.rules.connection;

import io.headgate.rules.connection.ClientSettings.Entry;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connections over which everything can be read on the way. */
public final class ConnectionPlaintext implements Checker {

  private static final Setting<List<String>> EXEMPT =
      Setting.texts(
          "exempt-environments",
          List.of("dev", "development", "local", "test"),
          "Environments in which nothing needs to be encrypted.");

  /** {@code connection-plaintext}. */
  public static final Rule RULE =
      Rule.error(
              "connection-plaintext",
              "A client talks to Kafka or to a service around it without encryption.")
          .with(EXEMPT)
          .tagged("tls");

  private static final Set<String> WEAK_SSL_MODES = Set.of("disable", "allow", "prefer");

  private static final List<String> ADDRESSES =
      List.of("url", "urls", "uri", "workers", "endpoint", "endpoints", "nodes", "hosts");

  private static final String OPEN = ", so everything can be read and changed on the way. ";

  private final List<String> exempt;

  /** A checker with the policy's settings. */
  public ConnectionPlaintext(Settings settings) {
    exempt = settings.get(EXEMPT);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (exempt.contains(bundle.environment().name())) {
      return;
    }
    for (Entry entry : ClientSettings.of(bundle)) {
      String fault = fault(entry, entry.value().get().strip());
      if (fault != null) {
        findings.add(RULE, entry.holder(), entry.value(), entry.subject() + " to " + fault);
      }
    }
  }

  /** What is wrong and the way out, as the end of a message that names who sets what. */
  private static @Nullable String fault(Entry entry, String value) {
    if (entry.is("protocol") && value.equalsIgnoreCase("PLAINTEXT")) {
      return "PLAINTEXT" + OPEN + "Use SASL_SSL or SSL.";
    }
    if (entry.is("bootstrap.servers") && Address.first(value, "PLAINTEXT") != null) {
      return "PLAINTEXT addresses" + OPEN + "Use SASL_SSL or SSL ones.";
    }
    if (isAddress(entry) && !isIdentity(entry)) {
      String address = Address.first(value, "http");
      if (address != null) {
        return "an address that begins with http:// ("
            + Address.host(address, 7)
            + ")"
            + OPEN
            + "Use https://.";
      }
    }
    boolean encrypts =
        entry.is("use.https") || (entry.is("tls.enabled") && entry.holder() instanceof Connection);
    if (encrypts && value.equalsIgnoreCase("false")) {
      return "false" + OPEN + "Set it to true.";
    }
    return entry.is("ssl.mode") && WEAK_SSL_MODES.contains(value.toLowerCase(Locale.ROOT))
        ? value + ", which goes on without encryption" + OPEN + "Use verify-full."
        : null;
  }

  private static boolean isAddress(Entry entry) {
    for (String name : ADDRESSES) {
      if (entry.is(name)) {
        return true;
      }
    }
    return false;
  }

  /** Token endpoints are connection-plain-token-endpoint's. */
  private static boolean isIdentity(Entry entry) {
    return entry.key().contains("oauthbearer");
  }
}
