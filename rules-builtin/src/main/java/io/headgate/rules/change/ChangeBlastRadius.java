package io.headgate.rules.change;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.AlertRule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes that take away much of what there was, as a broken template does. */
public final class ChangeBlastRadius implements Checker {

  private static final int SHOWN = 10;

  private static final Setting<Long> MAX_DELETED =
      Setting.integer(
          "max-deleted", 5, "How many resources of one kind a change may delete in any bundle.");

  private static final Setting<Long> PERCENT =
      Setting.integer(
          "percent", 10, "How many per cent of one kind a change may delete in a large bundle.");

  /** {@code change-blast-radius}. */
  public static final Rule RULE =
      Rule.error("change-blast-radius", "A change deletes a large part of the resources of a kind.")
          .with(MAX_DELETED, PERCENT)
          .tagged("change-safety");

  private final long maxDeleted;
  private final long percent;

  /** A checker with the policy's settings. */
  public ChangeBlastRadius(Settings settings) {
    maxDeleted = settings.get(MAX_DELETED);
    percent = settings.get(PERCENT);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    Set<ResourceRef> left = new HashSet<>();
    for (Resource resource : bundle.resources()) {
      left.add(resource.ref());
    }
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    Map<Kind, List<Resource>> deleted = new EnumMap<>(Kind.class);
    for (Resource resource : base.resources()) {
      ResourceRef ref = resource.ref();
      if (counts(ref.kind())) {
        counts.merge(ref.kind(), 1, Integer::sum);
        if (!left.contains(ref) && !goesWithItsTopic(resource, base, bundle)) {
          deleted.computeIfAbsent(ref.kind(), kind -> new ArrayList<>()).add(resource);
        }
      }
    }
    for (Map.Entry<Kind, List<Resource>> entry : deleted.entrySet()) {
      int count = counts.getOrDefault(entry.getKey(), 0);
      List<Resource> gone = entry.getValue();
      if (gone.size() > maxDeleted && gone.size() * 100L > percent * count) {
        report(entry.getKey(), gone, count, findings);
      }
    }
  }

  /**
   * What many entries of access come to, other rules say; groups and secrets follow from others.
   */
  private static boolean counts(Kind kind) {
    return kind != Kind.ACL && kind != Kind.CONSUMER_GROUP && kind != Kind.SECRET;
  }

  /** Whether it is a schema or an alert of a topic that goes too: that follows from the other. */
  private static boolean goesWithItsTopic(Resource resource, Bundle base, Bundle now) {
    String topic = null;
    if (resource instanceof Schema schema && schema.subject().isKnown()) {
      topic = schema.topic();
    } else if (resource instanceof AlertRule alert) {
      topic = alert.topic().orNull();
    }
    return topic != null && base.topic(topic) != null && now.topic(topic) == null;
  }

  private void report(Kind kind, List<Resource> gone, int count, Findings findings) {
    Resource first = gone.get(0);
    Related[] related = new Related[Math.min(gone.size() - 1, SHOWN)];
    for (int i = 0; i < related.length; i++) {
      related[i] = new Related(gone.get(i + 1).place(), gone.get(i + 1).ref() + " was here.");
    }
    findings.add(
        RULE,
        first,
        Located.absent("", first.place()),
        "This change deletes "
            + gone.size()
            + " of "
            + count
            + " resources of the kind "
            + kind.word()
            + "; at most "
            + Math.max(maxDeleted, percent * count / 100)
            + " may go at once. Look for a template that lost its values or a file that moved; if"
            + " all of them are meant, split the change.",
        related);
  }
}
