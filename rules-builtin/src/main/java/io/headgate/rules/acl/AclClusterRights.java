package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Entries that make a principal an administrator of the cluster. */
public final class AclClusterRights implements Checker {

  private static final Setting<List<String>> PLATFORM_PRINCIPALS =
      Setting.texts(
          "platform-principals",
          List.of(),
          "Principals of the platform itself, which may have them; '*' is a wildcard.");

  /** {@code acl-cluster-rights}. */
  public static final Rule RULE =
      Rule.error("acl-cluster-rights", "An ACL gives rights on the cluster to an application.")
          .with(PLATFORM_PRINCIPALS)
          .tagged("least-privilege");

  private final List<NamePattern> platform;

  /** A checker with the policy's settings. */
  public AclClusterRights(Settings settings) {
    platform = settings.get(PLATFORM_PRINCIPALS).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Acl acl : bundle.all(Acl.class)) {
      String rights = acl.operation().isKnown() ? rights(acl.operation().get()) : null;
      // Everybody is acl-everyone's, another name acl-cluster-name's, ALL acl-all-operations'.
      if (rights != null
          && acl.allows()
          && acl.resourceType().is(ResourceType.CLUSTER)
          && acl.resourceName().is(AclClusterName.NAME)
          && acl.principal().isKnown()
          && !acl.principal().is(Access.EVERYONE)
          && !bundle.access().isSuperUser(acl.principal().get())
          && !Grants.isOneOf(platform, acl)) {
        findings.add(
            RULE,
            acl,
            acl.operation(),
            acl.principal()
                + " has "
                + acl.operation()
                + " on the cluster, which lets it "
                + rights
                + ", or name it as a principal of the platform.");
      }
    }
  }

  /** What comes with an operation, and what to do; null where it is harmless. */
  private static @Nullable String rights(AclOperation operation) {
    return switch (operation) {
      case ALTER -> "change every ACL, password and replica. Leave that to the platform";
      case ALTER_CONFIGS -> "change the brokers and all quotas. Grant ALTER_CONFIGS on its topics";
      case CREATE -> "create topics of any name. Grant CREATE on the prefix of its own topics";
      case CLUSTER_ACTION -> "read every topic as a broker does. Take it away";
      default -> null;
    };
  }
}
