package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Entries that allow something to every principal. */
public final class AclEveryone implements Checker {

  private static final Setting<List<String>> PUBLIC_TOPICS =
      Setting.texts(
          "public-topics", List.of(), "Topics that are meant for everyone; '*' is a wildcard.");

  /** {@code acl-everyone}. */
  public static final Rule RULE =
      Rule.error("acl-everyone", "An ACL allows something to every principal.")
          .with(PUBLIC_TOPICS)
          .tagged("least-privilege");

  private static final String EVERYONE = "User:*";

  private final List<NamePattern> publicTopics;

  /** A checker with the policy's settings. */
  public AclEveryone(Settings settings) {
    publicTopics = settings.get(PUBLIC_TOPICS).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.allows()
          && acl.principal().is(EVERYONE)
          && !mayBePublic(acl)
          // What implies it implies READ as well: that is one mistake.
          && !(acl.isImplied() && acl.operation().is(AclOperation.DESCRIBE))) {
        findings.add(
            RULE,
            acl,
            acl.principal(),
            "'User:*' gives "
                + acl.operation()
                + " on "
                + Grants.resources(acl)
                + " to everybody, unauthenticated clients included. Name the principals that need"
                + " it.");
      }
    }
  }

  /** Whether it is public, or may be once what is unknown about it is filled in. */
  private boolean mayBePublic(Acl acl) {
    if (!acl.resourceType().isUnknown() && !acl.resourceType().is(ResourceType.TOPIC)) {
      return false;
    }
    for (NamePattern topics : publicTopics) {
      // A prefix is public only where all that begins with it is.
      boolean fits = !Grants.isPrefixed(acl) || topics.text().endsWith("*");
      if (fits && (!acl.resourceName().isKnown() || topics.matches(acl.resourceName().get()))) {
        return true;
      }
    }
    return false;
  }
}
