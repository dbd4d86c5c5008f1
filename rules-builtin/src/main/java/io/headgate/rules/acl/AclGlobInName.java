package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;

/** Entries whose resource name is a glob, which Kafka takes for a name. */
public final class AclGlobInName implements Checker {

  /** {@code acl-glob-in-name}. */
  public static final Rule RULE =
      Rule.error("acl-glob-in-name", "An ACL's resource name is a glob, which Kafka does not know.")
          .tagged("dead-acl", "broker-truth");

  @Override
  public void check(Bundle bundle, Findings findings) {
    // Some dialects write several operations beside one name: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (isGlob(acl) && said.add(acl.resourceName().place())) {
        findings.add(
            RULE,
            acl,
            acl.resourceName(),
            "Kafka takes '"
                + acl.resourceName()
                + "' for a "
                + (Grants.isPrefixed(acl) ? "prefix" : "name")
                + " with these very characters, so "
                + (acl.permission().is(AclPermissionType.DENY) ? "the DENY" : "the ACL")
                + " of "
                + acl.principal()
                + " matches nothing. Write "
                + wanted(acl)
                + ".");
      }
    }
  }

  /** Whether the name has a sign of a glob; a lone literal star is Kafka's own wildcard. */
  static boolean isGlob(Acl acl) {
    String name = acl.resourceName().orElse("");
    if (acl.pattern().isUnknown() || Grants.coversEverything(acl)) {
      return false;
    }
    return name.contains("*")
        // Other resources may bear such names, topics cannot.
        || (acl.resourceType().is(ResourceType.TOPIC)
            && name.chars().anyMatch(c -> "?[]{}()|^$\\+".indexOf(c) >= 0));
  }

  private static String wanted(Acl acl) {
    String name = acl.resourceName().get();
    String stem = name.substring(0, name.length() - 1);
    if (stem.isEmpty()) {
      return "LITERAL '*' if everything is meant";
    }
    return name.endsWith("*") && stem.indexOf('*') < 0
        ? "PREFIXED '" + stem + "'"
        : "one ACL for each name, or PREFIXED and what the names begin with";
  }
}
