package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Entries that allow every operation on what is not the principal's own. */
public final class AclAllOperations implements Checker {

  private static final Setting<List<String>> EXEMPT_PRINCIPALS =
      Setting.texts(
          "exempt-principals",
          List.of(),
          "Principals that may have it, such as the platform's own; '*' is a wildcard.");

  /** {@code acl-all-operations}. */
  public static final Rule RULE =
      Rule.error(
              "acl-all-operations",
              "An ACL allows every operation, deletion included, on what is not the principal's own.")
          .with(EXEMPT_PRINCIPALS)
          .tagged("least-privilege");

  /** For the other types ALL is no more than what each of their users needs. */
  private static final Set<ResourceType> JUDGED =
      Set.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.CLUSTER, ResourceType.USER);

  private final List<NamePattern> principals;

  /** A checker with the policy's settings. */
  public AclAllOperations(Settings settings) {
    principals = settings.get(EXEMPT_PRINCIPALS).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Set<String> applications =
        bundle.all(App.class).stream()
            .map(App::consumerGroup)
            .filter(Located::isKnown)
            .map(Located::get)
            .collect(Collectors.toSet());
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.allows()
          && acl.operation().is(AclOperation.ALL)
          && acl.resourceType().isKnown()
          && JUDGED.contains(acl.resourceType().get())
          && acl.principal().isKnown()
          && acl.resourceName().isKnown()
          && !acl.pattern().isUnknown()
          && !Grants.isOneOf(principals, acl)
          && !Grants.isOwn(acl, bundle.environment())
          && !isInternal(acl, applications, bundle)) {
        findings.add(
            RULE,
            acl,
            acl.operation(),
            acl.principal()
                + " has ALL on "
                + Grants.resources(acl)
                + ", which the policy does not name as its own. Grant the operations it uses, such as"
                + " READ or WRITE.");
      }
    }
  }

  /** Whether it is an app's group, or only the topics that an app keeps for itself. */
  private static boolean isInternal(Acl acl, Set<String> applications, Bundle bundle) {
    String name = acl.resourceName().get();
    if (!Grants.belongsToApp(applications, name)) {
      return false;
    }
    if (acl.resourceType().is(ResourceType.TOPIC)) {
      String declared = bundle.topicNames().ceiling(name);
      return declared == null || !declared.startsWith(name);
    }
    return acl.resourceType().is(ResourceType.GROUP);
  }
}
