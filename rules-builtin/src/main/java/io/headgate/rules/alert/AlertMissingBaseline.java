package io.headgate.rules.alert;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.AlertRule.Watch;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clusters that are watched, but not for all that they need to be watched for. */
public final class AlertMissingBaseline implements Checker {

  /** Who watches one of these keeps the alerts on the cluster here. */
  private static final Set<Watch> CLUSTER =
      EnumSet.of(
          Watch.UNDER_REPLICATED,
          Watch.UNDER_MIN_ISR,
          Watch.OFFLINE_PARTITIONS,
          Watch.ACTIVE_CONTROLLER,
          Watch.UNCLEAN_ELECTION);

  private static final Setting<List<String>> WATCHES =
      Setting.texts(
              "watches",
              List.of(
                  "offline-partitions", "under-replicated", "under-min-isr", "active-controller"),
              "What alerts must tell of.")
          .like(
              "offline-partitions|under-replicated|under-min-isr|active-controller"
                  + "|unclean-election|disk|certificate");

  /** {@code alert-missing-baseline}. */
  public static final Rule RULE =
      Rule.warning(
              "alert-missing-baseline", "Alerts watch the cluster, but not for all that breaks it.")
          .with(WATCHES)
          .tagged("alerts");

  private final List<Watch> watches = new ArrayList<>();

  /** A checker with the policy's settings. */
  public AlertMissingBaseline(Settings settings) {
    for (String word : settings.get(WATCHES)) {
      watches.add(Watch.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    AlertRule first = first(bundle);
    if (first == null) {
      return;
    }
    StringBuilder missing = new StringBuilder();
    for (Watch watch : watches) {
      if (!isWatched(watch, bundle)) {
        missing.append(missing.isEmpty() ? "" : ", nor of ").append(words(watch));
      }
    }
    if (!missing.isEmpty()) {
      findings.add(
          RULE,
          first,
          first.name().isAbsent() ? first.watch() : first.name(),
          "The "
              + first.subject()
              + " watches the cluster, but no alert tells of "
              + missing
              + ". Add an alerting rule, or take from the setting 'watches' what is watched"
              + " elsewhere.");
    }
  }

  /** Whether this rule, as it is unless the policy sets it, wants this to be watched. */
  static boolean wants(Watch watch, Bundle bundle) {
    return new AlertMissingBaseline(Settings.DEFAULTS).watches.contains(watch)
        && first(bundle) != null;
  }

  /** The first alert on the cluster; null if there is none. */
  private static @Nullable AlertRule first(Bundle bundle) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.watch().isKnown() && CLUSTER.contains(rule.watch().get())) {
        return rule;
      }
    }
    return null;
  }

  private static boolean isWatched(Watch watch, Bundle bundle) {
    for (AlertRule rule : bundle.all(AlertRule.class)) {
      if (rule.mayWatch(watch)) {
        return true;
      }
    }
    return false;
  }

  private static String words(Watch watch) {
    return switch (watch) {
      case OFFLINE_PARTITIONS -> "partitions without a leader";
      case UNDER_REPLICATED -> "partitions with too few replicas in sync";
      case UNDER_MIN_ISR -> "partitions below their min.insync.replicas";
      case ACTIVE_CONTROLLER -> "a cluster without exactly one active controller";
      case UNCLEAN_ELECTION -> "leaders that were not in sync";
      case DISK -> "disks that fill or fail";
      case CERTIFICATE -> "certificates that expire";
      default -> watch.name().toLowerCase(Locale.ROOT);
    };
  }
}
