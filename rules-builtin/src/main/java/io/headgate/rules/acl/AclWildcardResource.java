package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Entries that allow something on every resource of a type. */
public final class AclWildcardResource implements Checker {

  private static final Setting<List<String>> EXEMPT_PRINCIPALS =
      Setting.texts(
          "exempt-principals",
          List.of(),
          "Principals that may have it, such as the platform's own; '*' is a wildcard.");

  private static final Setting<List<String>> EXEMPT_OPERATIONS =
      Setting.texts(
          "exempt-operations",
          List.of("DESCRIBE", "DESCRIBE_CONFIGS"),
          "Operations that anybody may have on everything: by default those that read no data.");

  /** {@code acl-wildcard-resource}. */
  public static final Rule RULE =
      Rule.error("acl-wildcard-resource", "An ACL allows something on every resource of a type.")
          .with(EXEMPT_PRINCIPALS, EXEMPT_OPERATIONS)
          .tagged("least-privilege");

  private final List<NamePattern> principals;
  private final Set<AclOperation> operations;

  /** A checker with the policy's settings. */
  public AclWildcardResource(Settings settings) {
    principals = settings.get(EXEMPT_PRINCIPALS).stream().map(NamePattern::new).toList();
    operations =
        settings.get(EXEMPT_OPERATIONS).stream()
            .map(AclOperation::fromString)
            .collect(Collectors.toSet());
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    // Each operation is a finding of its own: who accepts one has not accepted what is added beside
    // it. Only ALL says it of the other operations of its entry too.
    Set<Place> all = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.operation().is(AclOperation.ALL) && isTooWide(acl)) {
        all.add(acl.resourceName().place());
      }
    }
    for (Acl acl : bundle.all(Acl.class)) {
      if (isTooWide(acl)
          && (acl.operation().is(AclOperation.ALL) || !all.contains(acl.resourceName().place()))) {
        findings.add(
            RULE,
            acl,
            acl.resourceName(),
            acl.principal()
                + " has "
                + acl.operation()
                + " on "
                + Grants.resources(acl)
                + ", those to come included. Name what it uses, or grant a PREFIXED name such as"
                + " 'payments.'.");
      }
    }
  }

  private boolean isTooWide(Acl acl) {
    // There is one cluster only: its '*' is no wider than its name.
    return Grants.coversEverything(acl)
        && acl.resourceType().isKnown()
        && !acl.resourceType().is(ResourceType.CLUSTER)
        && acl.allows()
        && acl.operation().isKnown()
        && !operations.contains(acl.operation().get())
        && !Grants.isOneOf(principals, acl);
  }
}
