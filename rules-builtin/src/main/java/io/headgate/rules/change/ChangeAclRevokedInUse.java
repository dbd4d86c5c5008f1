package io.headgate.rules.change;

import io.headgate.rules.kafka.Runners;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;

/** Apps and connectors that may no longer use their group or read their topics. */
public final class ChangeAclRevokedInUse implements Checker {

  /** {@code change-acl-revoked-in-use}. */
  public static final Rule RULE =
      Rule.error(
              "change-acl-revoked-in-use",
              "A change takes access from an app or connector that still needs it.")
          .tagged("change-safety", "availability");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null) {
      return;
    }
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      if (group.name().isKnown() && base.groupNames().contains(group.name().get())) {
        judge(group, base, bundle, findings);
      }
    }
  }

  /** What may no longer be read, and the entry that is to blame. */
  private record Loss(ResourceType type, String name, Acl entry) {}

  private static void judge(ConsumerGroup group, Bundle base, Bundle now, Findings findings) {
    String name = group.name().get();
    Set<String> before = runners(name, base.access());
    if (before.isEmpty()) {
      return;
    }
    Set<String> after = runners(name, now.access());
    Set<String> all = new LinkedHashSet<>(before);
    all.addAll(after);
    List<Loss> losses = new ArrayList<>();
    add(ResourceType.GROUP, name, before, all, base, now, losses);
    // Of what names its topics and whose runner is named, acl-missing-for-app tells in any state.
    if (!group.topicsPattern().isAbsent() || Runners.named(name, now.access()).isEmpty()) {
      for (Located<String> topic : group.topics()) {
        if (topic.isKnown() && now.hasTopic(topic.get())) {
          add(ResourceType.TOPIC, topic.get(), before, all, base, now, losses);
        }
      }
    }
    if (!losses.isEmpty()) {
      report(group, before.iterator().next(), losses, findings);
    }
  }

  /**
   * Who runs a group: whoever has an entry for its very name, else the only one who may use it. No
   * file says it, and whoever may use many groups may run others.
   */
  private static Set<String> runners(String group, Access access) {
    Set<String> named = new LinkedHashSet<>();
    for (Runners.Runner runner : Runners.named(group, access)) {
      named.add(runner.principal());
    }
    Set<String> any = new LinkedHashSet<>();
    for (Access.Holder holder : access.holders(AclOperation.READ, ResourceType.GROUP, group)) {
      if (!holder.principal().equals(Access.EVERYONE) && !holder.through().isEmpty()) {
        any.add(holder.principal());
      }
    }
    return named.isEmpty() && any.size() == 1 ? any : named;
  }

  private static void add(
      ResourceType type,
      String name,
      Set<String> before,
      Set<String> all,
      Bundle base,
      Bundle now,
      List<Loss> losses) {
    Acl entry = null;
    for (String principal : before) {
      Access.Decision decision = base.access().decide(principal, AclOperation.READ, type, name);
      if (decision.allowed() && decision.doubt() == null && decision.entry() != null) {
        entry = decision.entry();
        break;
      }
    }
    if (entry == null) {
      return;
    }
    for (String principal : all) {
      Access.Decision decision = now.access().decide(principal, AclOperation.READ, type, name);
      if (decision.allowed() || decision.doubt() != null) {
        return;
      }
      if (decision.reason() == Access.Reason.DENY && decision.entry() != null) {
        entry = decision.entry();
      }
    }
    losses.add(new Loss(type, name, entry));
  }

  private static void report(
      ConsumerGroup group, String runner, List<Loss> losses, Findings findings) {
    Acl entry = losses.get(0).entry();
    List<String> what = new ArrayList<>();
    List<Related> related = new ArrayList<>();
    related.add(new Related(group.place(), "The " + group.member() + " uses this group."));
    for (Loss loss : losses) {
      what.add(loss.type().name().toLowerCase(Locale.ROOT) + " '" + loss.name() + "'");
      if (!loss.entry().place().equals(entry.place())) {
        related.add(
            new Related(
                loss.entry().place(), "This gave, or denies, READ on '" + loss.name() + "'."));
      }
    }
    boolean denied = entry.permission().is(AclPermissionType.DENY);
    findings.add(
        RULE,
        entry,
        entry.resourceName(),
        "The "
            + group.member()
            + " needs READ on "
            + String.join(", ", what)
            + ", but "
            + runner
            + ", who runs it, "
            + (denied ? "is now denied that by this entry" : "no longer has it without this entry")
            + ". "
            + (denied ? "Narrow the DENY" : "Put the entry back")
            + ", or remove the "
            + group.member().kind().word()
            + " first.",
        related.toArray(new Related[0]));
  }
}
