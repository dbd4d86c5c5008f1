package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Prefixes that reach beyond what the principal's team owns. */
public final class AclPrefixCrossesOwner implements Checker {

  private static final Setting<List<String>> EXEMPT_PRINCIPALS =
      Setting.texts(
          "exempt-principals",
          List.of(),
          "Principals that may have it, such as the platform's own; '*' is a wildcard.");

  /** {@code acl-prefix-crosses-owner}. */
  public static final Rule RULE =
      Rule.error("acl-prefix-crosses-owner", "An ACL's prefix covers names of another team.")
          .with(EXEMPT_PRINCIPALS)
          .tagged("least-privilege", "ownership");

  private static final Set<ResourceType> JUDGED =
      Set.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID);

  private final List<NamePattern> principals;

  /** A checker with the policy's settings. */
  public AclPrefixCrossesOwner(Settings settings) {
    principals = settings.get(EXEMPT_PRINCIPALS).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Environment environment = bundle.environment();
    NavigableMap<String, List<Owner>> owners = new TreeMap<>();
    for (Owner owner : environment.owners()) {
      for (String prefix : owner.prefixes()) {
        owners.computeIfAbsent(prefix, p -> new ArrayList<>(1)).add(owner);
      }
      for (String name : owner.names()) {
        owners.computeIfAbsent(name, n -> new ArrayList<>(1)).add(owner);
      }
    }
    // Some dialects write several operations beside one name: that is one mistake.
    Set<Place> said = new HashSet<>();
    for (Acl acl : bundle.all(Acl.class)) {
      Map.Entry<String, Owner> crossed = isJudged(acl) ? crossed(acl, environment, owners) : null;
      if (crossed != null && said.add(acl.resourceName().place())) {
        findings.add(
            RULE,
            acl,
            acl.resourceName(),
            acl.principal()
                + " has "
                + acl.operation()
                + " on "
                + Grants.resources(acl)
                + ", and with it on '"
                + crossed.getKey()
                + "' of team "
                + crossed.getValue().team()
                + ". Grant longer prefixes that its own team owns.");
      }
    }
  }

  private boolean isJudged(Acl acl) {
    // Who may only describe sees what a name is, and nothing of what it holds.
    return acl.allows()
        && Grants.isPrefixed(acl)
        && acl.resourceName().isKnown()
        && acl.principal().isKnown()
        && acl.resourceType().isKnown()
        && JUDGED.contains(acl.resourceType().get())
        && !acl.operation().is(AclOperation.DESCRIBE)
        && !acl.operation().is(AclOperation.DESCRIBE_CONFIGS)
        && !Grants.isOneOf(principals, acl);
  }

  /** The first owned prefix beyond the entry's own that is another team's alone, and that team. */
  private static Map.@Nullable Entry<String, Owner> crossed(
      Acl acl, Environment environment, NavigableMap<String, List<Owner>> owners) {
    String principal = acl.principal().get();
    String prefix = acl.resourceName().get();
    if (environment.ownersActingAs(principal).isEmpty()) {
      return null;
    }
    for (Map.Entry<String, List<Owner>> entry : owners.tailMap(prefix, false).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        return null;
      }
      if (entry.getValue().stream().noneMatch(owner -> owner.actsAs(principal))) {
        return Map.entry(entry.getKey(), entry.getValue().get(0));
      }
    }
    return null;
  }
}
