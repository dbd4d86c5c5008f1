package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.NamePattern;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Entries that let others change what a team owns. */
public final class AclForeignWrite implements Checker {

  private static final Setting<List<String>> EXEMPT_PRINCIPALS =
      Setting.texts(
          "exempt-principals",
          List.of(),
          "Principals that may write what others own, such as connectors'; '*' is a wildcard.");

  /** {@code acl-foreign-write}. */
  public static final Rule RULE =
      Rule.error("acl-foreign-write", "An ACL lets a principal change what another team owns.")
          .with(EXEMPT_PRINCIPALS)
          .tagged("ownership");

  private static final Set<AclOperation> CHANGES =
      Set.of(
          AclOperation.WRITE,
          AclOperation.CREATE,
          AclOperation.DELETE,
          AclOperation.ALTER,
          AclOperation.ALTER_CONFIGS);

  private final List<NamePattern> principals;

  /** A checker with the policy's settings. */
  public AclForeignWrite(Settings settings) {
    principals = settings.get(EXEMPT_PRINCIPALS).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Acl acl : bundle.all(Acl.class)) {
      if (isForeign(acl, bundle) && !Grants.isOneOf(principals, acl)) {
        List<Owner> owners = bundle.environment().ownersOf(acl.resourceName().get());
        findings.add(
            RULE,
            acl,
            acl.operation(),
            acl.principal()
                + " has "
                + acl.operation()
                + " on "
                + Grants.resources(acl)
                + ", which team "
                + owners.get(0).team()
                + " owns. Let it write a topic of its own, or exempt the principal where the owner"
                + " agrees.");
      }
    }
  }

  /** Whether the entry lets its principal change what another team owns. */
  static boolean isForeign(Acl acl, Bundle bundle) {
    // ALL is acl-all-operations', everything acl-wildcard-resource's, everybody acl-everyone's.
    return acl.allows()
        && acl.resourceType().is(ResourceType.TOPIC)
        && acl.operation().isKnown()
        && CHANGES.contains(acl.operation().get())
        && acl.resourceName().isKnown()
        && !acl.pattern().isUnknown()
        && !Grants.coversEverything(acl)
        && acl.principal().isKnown()
        && !acl.principal().is(Access.EVERYONE)
        && !bundle.access().isSuperUser(acl.principal().get())
        && !Grants.isOneOf(bundle.environment().external().principals(), acl)
        && isOwnedByOthers(acl, bundle);
  }

  private static boolean isOwnedByOthers(Acl acl, Bundle bundle) {
    List<Owner> owners = bundle.environment().ownersOf(acl.resourceName().get());
    for (Owner owner : owners) {
      // Of a team without principals nobody knows who acts for it.
      if (owner.principals().isEmpty() || owner.actsAs(acl.principal().get())) {
        return false;
      }
    }
    return !owners.isEmpty();
  }
}
