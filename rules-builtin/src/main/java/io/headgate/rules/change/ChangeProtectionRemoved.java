package io.headgate.rules.change;

import io.headgate.rules.alert.LostAlerts;
import io.headgate.rules.audit.AuditMissingChannel;
import io.headgate.rules.pii.LostMasks;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AuditChannel;
import io.headgate.spi.model.Bundle;
import java.util.HashSet;
import java.util.Set;

/** Masking policies, alerts, audit channels and quotas that a change takes away. */
public final class ChangeProtectionRemoved implements Checker {

  private static final Setting<Long> MAX_FACTOR =
      Setting.integer(
          "max-factor",
          10,
          "By how many times a change may move the threshold of an alert or quota.");

  /** {@code change-protection-removed}. */
  public static final Rule RULE =
      Rule.error(
              "change-protection-removed",
              "A change removes or weakens a protection, and what it protects stays.")
          .with(MAX_FACTOR)
          .tagged("change-safety", "governance");

  private final long maxFactor;

  /** A checker with the policy's settings. */
  public ChangeProtectionRemoved(Settings settings) {
    maxFactor = Math.max(1, settings.get(MAX_FACTOR));
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    LostMasks.report(RULE, base, bundle, findings);
    LostAlerts.report(RULE, maxFactor, base, bundle, findings);
    LostQuotas.report(RULE, maxFactor, base, bundle, findings);
    auditChannels(base, bundle, findings);
  }

  private static void auditChannels(Bundle base, Bundle now, Findings findings) {
    Set<String> before = names(base);
    Set<String> left = names(now);
    // One that comes takes the place of another.
    if (!before.containsAll(left) || AuditMissingChannel.unheard(now) != null) {
      return;
    }
    for (AuditChannel channel : base.all(AuditChannel.class)) {
      if (channel.name().isKnown() && !left.contains(channel.name().get())) {
        findings.add(
            RULE,
            channel,
            channel.name(),
            "Audit channel '"
                + channel.name()
                + "' is gone, and no other one takes its place, so nobody there hears any more what"
                + " people do. Put it back, or declare the channel that replaces it in this"
                + " change.");
      }
    }
  }

  private static Set<String> names(Bundle bundle) {
    Set<String> names = new HashSet<>();
    for (AuditChannel channel : bundle.all(AuditChannel.class)) {
      names.add(channel.name().toString());
    }
    return names;
  }
}
