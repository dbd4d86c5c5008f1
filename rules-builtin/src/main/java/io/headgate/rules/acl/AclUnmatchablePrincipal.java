package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries whose principal is no client's. */
public final class AclUnmatchablePrincipal implements Checker {

  private static final Setting<List<String>> PRINCIPAL_TYPES =
      Setting.texts(
          "principal-types",
          List.of("User"),
          "The types that the brokers give principals: more than User with a principal builder.");

  /** {@code acl-unmatchable-principal}. */
  public static final Rule RULE =
      Rule.error("acl-unmatchable-principal", "An ACL names a principal that no client can be.")
          .with(PRINCIPAL_TYPES)
          .tagged("dead-acl", "broker-truth");

  private final List<String> types;

  /** A checker with the policy's settings. */
  public AclUnmatchablePrincipal(Settings settings) {
    types = settings.get(PRINCIPAL_TYPES);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    // Some dialects write one principal for many entries: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      String fault = acl.principal().isKnown() ? fault(acl.principal().get()) : null;
      if (fault != null && said.add(acl.principal().place())) {
        findings.add(
            RULE, acl, acl.principal(), "No client is '" + acl.principal() + "': " + fault + ".");
      }
    }
  }

  /** Whether no client can be this one, whatever types of principals the brokers know. */
  static boolean isNobody(String principal) {
    int colon = principal.indexOf(':');
    String type = principal.substring(0, Math.max(0, colon));
    return colon <= 0
        || (type.equalsIgnoreCase("User") && !type.equals("User"))
        || nameFault(principal, colon) != null;
  }

  private @Nullable String fault(String principal) {
    int colon = principal.indexOf(':');
    if (colon <= 0) {
      return "it has no type, and Kafka's authorizer fails where it comes upon such an entry; write"
          + " 'User:"
          + principal.substring(colon + 1)
          + "'";
    }
    String type = principal.substring(0, colon);
    String name = principal.substring(colon + 1);
    if (!types.contains(type)) {
      for (String known : types) {
        if (known.equalsIgnoreCase(type)) {
          return "Kafka compares the type letter by letter; write '" + known + ":" + name + "'";
        }
      }
      return "its type is not one of "
          + String.join(", ", types)
          + "; write one of these, or list it under 'principal-types'";
    }
    return nameFault(principal, colon);
  }

  private static @Nullable String nameFault(String principal, int colon) {
    String name = principal.substring(colon + 1);
    if (name.isBlank() || !name.equals(name.strip())) {
      return "Kafka compares names with their blanks, and nobody's begins or ends so; write the name";
    }
    if (name.indexOf('*') >= 0 && !principal.equals(Access.EVERYONE)) {
      return "Kafka knows no wildcards in names, only 'User:*' for everybody; write one ACL for"
          + " each principal";
    }
    return null;
  }
}
