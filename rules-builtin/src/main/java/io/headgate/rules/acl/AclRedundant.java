package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Fix;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;

/** Entries that another one covers. */
public final class AclRedundant implements Checker {

  private static final int SHOWN = 10;

  private static final Setting<Boolean> KEEP_EXPLICIT_DESCRIBE =
      Setting.bool(
          "keep-explicit-describe",
          true,
          "Whether DESCRIBE and DESCRIBE_CONFIGS may stand beside an operation that implies them.");

  /** {@code acl-redundant}. */
  public static final Rule RULE =
      Rule.note("acl-redundant", "An ACL adds nothing to another one.")
          .with(KEEP_EXPLICIT_DESCRIBE)
          .tagged("hygiene", "broker-truth", Rule.FIXABLE);

  private final boolean keepDescribe;

  /** A checker with the policy's settings. */
  public AclRedundant(Settings settings) {
    keepDescribe = settings.get(KEEP_EXPLICIT_DESCRIBE);
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Access access = bundle.access();
    Map<List<Place>, List<Acl>> redundant = new LinkedHashMap<>();
    for (Acl acl : bundle.all(Acl.class)) {
      if (acl.isImplied()) {
        continue; // nobody wrote it, so nobody can delete it
      }
      Acl wider = access.subsuming(acl);
      if (wider != null
          && !(keepDescribe && isImplied(acl, wider))
          && access.shadowing(acl).isEmpty()) {
        // Some dialects write several operations beside one name: that is one mistake.
        redundant
            .computeIfAbsent(
                List.of(acl.resourceName().place(), wider.resourceName().place()),
                places -> new ArrayList<>(1))
            .add(acl);
      }
    }
    Map<Place, List<List<Acl>>> blankets = new LinkedHashMap<>();
    for (List<Acl> entries : redundant.values()) {
      Acl wider = access.subsuming(entries.get(0));
      if (wider != null && isBlanket(wider)) {
        blankets
            .computeIfAbsent(wider.operation().place(), place -> new ArrayList<>(1))
            .add(entries);
      } else if (wider != null) {
        report(entries, wider, findings);
      }
    }
    for (List<List<Acl>> covered : blankets.values()) {
      Acl blanket = access.subsuming(covered.get(0).get(0));
      if (blanket != null && covered.size() == 1) {
        report(covered.get(0), blanket, findings);
      } else if (blanket != null) {
        report(blanket, covered, findings);
      }
    }
  }

  /** Whether the entry is for everybody or for everything: it makes many others redundant. */
  private static boolean isBlanket(Acl acl) {
    return acl.principal().is(Access.EVERYONE) || Grants.coversEverything(acl);
  }

  private static void report(Acl blanket, List<List<Acl>> covered, Findings findings) {
    Related[] related = new Related[Math.min(SHOWN, covered.size())];
    for (int i = 0; i < related.length; i++) {
      List<Acl> entries = covered.get(i);
      Acl acl = entries.get(0);
      related[i] =
          new Related(
              acl.operation().place(),
              Grants.operations(entries)
                  + (acl.allows() ? " of " : " denied to ")
                  + acl.principal()
                  + " on "
                  + Grants.resources(acl)
                  + " adds nothing.");
    }
    findings.add(
        RULE,
        blanket,
        blanket.operation(),
        "Because "
            + blanket.principal()
            + (blanket.allows() ? " has " : " is denied ")
            + blanket.operation()
            + " on "
            + Grants.resources(blanket)
            + ", "
            + covered.size()
            + " other ACLs add nothing. Narrow this one, or delete them.",
        related);
  }

  private static void report(List<Acl> entries, Acl wider, Findings findings) {
    Acl acl = entries.get(0);
    findings.add(
        RULE,
        acl,
        acl.operation(),
        (acl.allows() ? "" : "The DENY of ")
            + Grants.operations(entries)
            + (acl.allows() ? " of " : " to ")
            + acl.principal()
            + " on "
            + Grants.resources(acl)
            + " adds nothing: "
            + wider.principal()
            + (acl.allows() ? " has " : " is denied ")
            + wider.operation()
            + " on "
            + Grants.resources(wider)
            + ". Delete it, or narrow the other one.",
        removal(entries),
        new Related(wider.operation().place(), "This covers it."));
  }

  private static Fix removal(List<Acl> entries) {
    Fix fix = Fix.remove(entries.get(0));
    for (int i = 1; i < entries.size(); i++) {
      fix = fix.and(Fix.remove(entries.get(i)));
    }
    return fix;
  }

  private static boolean isImplied(Acl acl, Acl wider) {
    boolean describes =
        acl.operation().is(AclOperation.DESCRIBE)
            || acl.operation().is(AclOperation.DESCRIBE_CONFIGS);
    return describes
        && !wider.operation().is(AclOperation.ALL)
        && !wider.operation().is(acl.operation().get());
  }
}
