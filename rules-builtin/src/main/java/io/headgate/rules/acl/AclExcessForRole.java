package io.headgate.rules.acl;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Principals that may do with a topic what the apps and connectors they run do not. */
public final class AclExcessForRole implements Checker {

  private static final Setting<List<String>> EXEMPT_PRINCIPALS =
      Setting.texts(
          "exempt-principals",
          List.of(),
          "Principals that do more than the bundle declares; '*' is a wildcard.");

  /** {@code acl-excess-for-role}. */
  public static final Rule RULE =
      Rule.warning(
              "acl-excess-for-role",
              "A principal may write what its apps only read, or read what they only write.")
          .with(EXEMPT_PRINCIPALS)
          .tagged("least-privilege");

  private static final List<AclOperation> NO_READERS =
      List.of(
          AclOperation.WRITE,
          AclOperation.CREATE,
          AclOperation.DELETE,
          AclOperation.ALTER,
          AclOperation.ALTER_CONFIGS);

  private static final List<AclOperation> NO_WRITERS = List.of(AclOperation.READ);

  private final List<NamePattern> principals;

  /** A checker with the policy's settings. */
  public AclExcessForRole(Settings settings) {
    principals = settings.get(EXEMPT_PRINCIPALS).stream().map(NamePattern::new).toList();
  }

  /** What is too much, by the first entry that gives it. */
  private record Excess(
      Set<String> topics, Set<AclOperation> operations, Map<Place, Acl> entries) {}

  @Override
  public void check(Bundle bundle, Findings findings) {
    for (Roles.Role role : Roles.of(bundle)) {
      if (!Grants.isOneOf(principals, role.runner().entry())) {
        Set<String> readOnly = new LinkedHashSet<>(role.reads());
        readOnly.removeAll(role.writes());
        judge(role, readOnly, NO_READERS, "reads", bundle, findings);
        Set<String> writtenOnly = new LinkedHashSet<>(role.writes());
        writtenOnly.removeAll(role.reads());
        judge(role, writtenOnly, NO_WRITERS, "writes", bundle, findings);
      }
    }
  }

  private static void judge(
      Roles.Role role,
      Set<String> topics,
      List<AclOperation> operations,
      String does,
      Bundle bundle,
      Findings findings) {
    Map<String, Excess> excesses = new LinkedHashMap<>();
    for (String topic : topics) {
      Acl head = null;
      for (AclOperation operation : operations) {
        Acl entry = entry(role, operation, topic, bundle);
        if (entry != null) {
          head = head == null ? entry : head;
          Excess excess =
              excesses.computeIfAbsent(
                  head.ref().name(),
                  key ->
                      new Excess(
                          new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>()));
          excess.topics().add(topic);
          excess.operations().add(operation);
          excess.entries().putIfAbsent(entry.place(), entry);
        }
      }
    }
    for (Excess excess : excesses.values()) {
      report(role, excess, does, findings);
    }
  }

  /** The entry that allows it and of which no other rule says that it allows too much. */
  private static @Nullable Acl entry(
      Roles.Role role, AclOperation operation, String topic, Bundle bundle) {
    String principal = role.runner().principal();
    if (bundle.environment().owns(principal, topic) || Grants.belongsToApp(role.groups(), topic)) {
      return null;
    }
    Access.Decision decision =
        bundle.access().decide(principal, operation, ResourceType.TOPIC, topic);
    Acl entry = decision.entry();
    boolean own =
        decision.allowed()
            && decision.doubt() == null
            && entry != null
            && entry.principal().is(principal)
            && entry.operation().is(operation)
            && !Grants.coversEverything(entry)
            && !AclForeignWrite.isForeign(entry, bundle);
    return own ? entry : null;
  }

  private static void report(Roles.Role role, Excess excess, String does, Findings findings) {
    List<Acl> entries = List.copyOf(excess.entries().values());
    Acl entry = entries.get(0);
    List<Related> related = new ArrayList<>();
    related.add(
        new Related(
            role.runner().entry().resourceName().place(),
            "This gives the group of "
                + Roles.members(role)
                + " to "
                + role.runner().principal()
                + "."));
    for (Acl other : entries.subList(1, entries.size())) {
      related.add(new Related(other.operation().place(), "This allows " + other.operation() + "."));
    }
    findings.add(
        RULE,
        entry,
        entry.operation(),
        role.runner().principal()
            + " runs "
            + Roles.members(role)
            + " alone, which only "
            + does
            + (excess.topics().size() == 1 ? " topic '" : " topics '")
            + String.join("', '", excess.topics())
            + "', but it may also "
            + String.join(", ", excess.operations().stream().map(AclOperation::toString).toList())
            + (excess.topics().size() == 1 ? " it" : " them")
            + ". Delete what is not used, or exempt the principal if it does more than the bundle"
            + " declares.",
        related.toArray(new Related[0]));
  }
}
