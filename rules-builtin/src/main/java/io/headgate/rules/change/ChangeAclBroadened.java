package io.headgate.rules.change;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;

/** Principals that may do more with topics than before. */
public final class ChangeAclBroadened implements Checker {

  /** {@code change-acl-broadened}. */
  public static final Rule RULE =
      Rule.warning(
              "change-acl-broadened",
              "A change lets a principal use topics that it could not use before.")
          .tagged("change-safety", "least-privilege");

  @Override
  public void check(Bundle bundle, Findings findings) {
    Bundle base = bundle.base();
    if (base == null || base.all(Acl.class).isEmpty()) {
      return;
    }
    AccessGrowth growth = new AccessGrowth(base, bundle);
    for (List<Acl> entries : added(base, bundle).values()) {
      List<String> names = new ArrayList<>();
      Set<AclOperation> operations = new TreeSet<>();
      boolean future = false;
      for (Acl acl : entries) {
        AccessGrowth.Growth found = growth.through(acl);
        for (String name : found.names()) {
          if (!names.contains(name)) {
            names.add(name);
          }
        }
        operations.addAll(found.operations());
        future |= found.future();
      }
      if (!operations.isEmpty()) {
        Acl first = entries.get(0);
        findings.add(
            RULE,
            first,
            first.resourceName(),
            message(first, names, operations, future, bundle.environment()));
      }
    }
    RemovedDenies.report(RULE, base, bundle, findings);
  }

  /** The new entries that allow something, those for one principal and name together. */
  private static Map<String, List<Acl>> added(Bundle base, Bundle now) {
    Set<String> old = new HashSet<>();
    for (Acl acl : base.all(Acl.class)) {
      old.add(acl.ref().name());
    }
    Map<String, List<Acl>> added = new LinkedHashMap<>();
    for (Acl acl : now.all(Acl.class)) {
      if (AccessGrowth.isClear(acl) && acl.allows() && !old.contains(acl.ref().name())) {
        String key = acl.patternType() + " " + acl.resourceName() + " " + acl.principal();
        added.computeIfAbsent(key, k -> new ArrayList<>(2)).add(acl);
      }
    }
    return added;
  }

  private static String message(
      Acl acl,
      List<String> names,
      Set<AclOperation> operations,
      boolean future,
      Environment environment) {
    StringBuilder text = new StringBuilder(acl.principal().get()).append(" may now ");
    text.append(String.join(", ", operations.stream().map(AclOperation::toString).toList()));
    if (names.isEmpty()) {
      text.append(" each future topic that begins with '").append(acl.resourceName()).append('\'');
    } else {
      text.append(names.size() == 1 ? " topic '" : " topics '");
      text.append(String.join("', '", names)).append('\'');
      text.append(future ? " and maybe more" : "");
    }
    text.append(", which it could not before. ");
    String owner = names.isEmpty() ? acl.resourceName().get() : names.get(0);
    List<Environment.Owner> owners = environment.ownersOf(owner);
    return text.append(
            owners.isEmpty() ? "Let the owner" : "Let team '" + owners.get(0).team() + "'")
        .append(" agree, or name only the topics that it needs.")
        .toString();
  }
}
