package io.headgate.rules.change;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.ResourceRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Apps and connectors that get another group or name, and so forget how far they were. */
public final class ChangeIdentity implements Checker {

  /** {@code change-identity}. */
  public static final Rule RULE =
      Rule.error(
              "change-identity",
              "A change gives an app or connector another group or name, so that its offsets are lost.")
          .tagged("change-safety", "data-loss");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    groups(base, bundle, findings);
    connectors(base, bundle, findings);
  }

  private static void groups(Bundle base, Bundle now, Findings findings) {
    Map<ResourceRef, Located<String>> before = new HashMap<>();
    for (ConsumerGroup group : base.all(ConsumerGroup.class)) {
      before.put(group.member(), group.name());
    }
    for (ConsumerGroup group : now.all(ConsumerGroup.class)) {
      Located<String> was = before.get(group.member());
      if (was != null
          && was.isKnown()
          && group.name().isKnown()
          && !was.is(group.name().get())
          && !base.groupNames().contains(group.name().get())) {
        findings.add(
            RULE,
            group,
            group.name(),
            "The "
                + group.member()
                + " has group '"
                + was
                + "' and is to have '"
                + group.name()
                + "': its offsets stay with the old one, so it reads everything again or skips what"
                + " it has not read. Keep '"
                + was
                + "', or copy the offsets while it is stopped.",
            new Related(was.place(), "It was '" + was + "'."));
      }
    }
  }

  private static void connectors(Bundle base, Bundle now, Findings findings) {
    Set<String> names = names(base);
    Map<String, Connector> created = new HashMap<>();
    for (Connector connector : now.all(Connector.class)) {
      if (connector.name().isKnown() && !names.contains(connector.name().get())) {
        created.putIfAbsent(likeness(connector), connector);
      }
    }
    if (created.isEmpty()) {
      return;
    }
    Set<String> left = names(now);
    for (Connector was : base.all(Connector.class)) {
      if (was.name().isKnown() && !left.contains(was.name().get())) {
        Connector is = created.remove(likeness(was));
        if (is != null && !hasOwnGroup(is)) {
          report(was, is, findings);
        }
      }
    }
  }

  private static Set<String> names(Bundle bundle) {
    Set<String> names = new HashSet<>();
    for (Connector connector : bundle.all(Connector.class)) {
      names.add(connector.name().toString());
    }
    return names;
  }

  /** A group that is written out goes on under another name. */
  private static boolean hasOwnGroup(Connector connector) {
    return connector.config().has("consumer.override.group.id");
  }

  /** The same text for connectors that differ in their names only. */
  private static String likeness(Connector connector) {
    TreeMap<String, String> config = new TreeMap<>();
    for (Property property : connector.config().properties()) {
      if (!property.key().is("name")) {
        config.put(property.key().toString(), property.value().toString());
      }
    }
    return connector.cluster() + " " + config;
  }

  private static void report(Connector was, Connector is, Findings findings) {
    findings.add(
        RULE,
        is,
        is.name(),
        "Connector '"
            + was.name()
            + "' seems to be renamed to '"
            + is.name()
            + "': Connect keeps offsets by name, so it begins anew and copies everything again or"
            + " skips what it has not copied. Keep '"
            + was.name()
            + "', or stop it and copy the offsets.",
        new Related(was.place(), "This is its old name."));
  }
}
