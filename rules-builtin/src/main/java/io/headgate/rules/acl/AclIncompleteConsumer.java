package io.headgate.rules.acl;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Principals that may read topics, but with no group, or the other way round. */
public final class AclIncompleteConsumer implements Checker {

  private static final Setting<List<String>> ASSIGN_ONLY =
      Setting.texts(
          "assign-only-consumers",
          List.of(),
          "Principals that consume without a group, such as MirrorMaker's; '*' is a wildcard.");

  /** {@code acl-incomplete-consumer}. */
  public static final Rule RULE =
      Rule.warning(
              "acl-incomplete-consumer",
              "A principal may read topics but use no group, or use a group but read no topic.")
          .with(ASSIGN_ONLY)
          .tagged("correctness");

  private final List<NamePattern> assignOnly;

  /** A checker with the policy's settings. */
  public AclIncompleteConsumer(Settings settings) {
    assignOnly = settings.get(ASSIGN_ONLY).stream().map(NamePattern::new).toList();
  }

  @Override
  public void check(Bundle bundle, Findings findings) {
    Access access = bundle.access();
    if (bundle.environment().authorizer().allowEveryoneIfNoAclFound()) {
      return;
    }
    Map<String, Acl> topics = new LinkedHashMap<>();
    Map<String, Acl> groups = new LinkedHashMap<>();
    Map<String, Acl> unknown = new LinkedHashMap<>();
    for (Acl acl : bundle.all(Acl.class)) {
      String principal = acl.principal().orElse(Access.EVERYONE);
      if (isUnknown(acl)) {
        unknown.put(principal, acl);
      } else if (acl.allows() && mayMeanRead(acl) && access.shadowing(acl).isEmpty()) {
        if (acl.resourceType().is(ResourceType.GROUP)) {
          keep(acl, principal, groups);
        } else if (acl.resourceType().is(ResourceType.TOPIC)) {
          keep(acl, principal, topics);
        }
      }
    }
    // What everybody has, or somebody of whom nothing is known, each of them may have.
    if (unknown.containsKey(Access.EVERYONE)) {
      return;
    }
    if (!groups.containsKey(Access.EVERYONE)) {
      report(topics, groups, unknown, true, access, findings);
    }
    if (!topics.containsKey(Access.EVERYONE)) {
      report(groups, topics, unknown, false, access, findings);
    }
  }

  /** Keeps a principal's first ACL, but one that matches something before one that does not. */
  private static void keep(Acl acl, String principal, Map<String, Acl> first) {
    Acl kept = first.get(principal);
    if (kept == null || AclGlobInName.isGlob(kept)) {
      first.put(principal, acl);
    }
  }

  private void report(
      Map<String, Acl> has,
      Map<String, Acl> lacks,
      Map<String, Acl> unknown,
      boolean topic,
      Access access,
      Findings findings) {
    for (Map.Entry<String, Acl> entry : has.entrySet()) {
      String principal = entry.getKey();
      Acl acl = entry.getValue();
      if (!lacks.containsKey(principal)
          && !unknown.containsKey(principal)
          && !principal.equals(Access.EVERYONE)
          && !access.isSuperUser(principal)
          && !AclUnmatchablePrincipal.isNobody(principal)
          && !Grants.isOneOf(assignOnly, acl)
          // Who has ALL need not be a consumer.
          && acl.operation().is(AclOperation.READ)
          // Whoever owns a topic may read it, which does not say that it does.
          && !(topic && Grants.isImplied(acl))
          // What is meant is acl-glob-in-name's to ask: as it stands, nothing may be read.
          && !AclGlobInName.isGlob(acl)
          // What a tool grants to others, their own files give the groups for.
          && !(topic && acl.isImplied())
          && !isEngines(acl)) {
        findings.add(
            RULE,
            acl,
            acl.operation(),
            principal
                + " may READ "
                + Grants.resources(acl)
                + (topic
                    ? " but no group, so a consumer that subscribes fails. Add READ on its group,"
                        + " or list it under 'assign-only-consumers'."
                    : " but no topic, so its consumers get nothing. Add READ on what they"
                        + " consume, or delete this ACL."));
      }
    }
  }

  /** Whether it allows READ, or was meant to, since what it allows means nothing on its type. */
  private static boolean mayMeanRead(Acl acl) {
    AclOperation operation = acl.operation().get();
    return Access.implies(operation, AclOperation.READ)
        || !Access.operationsOn(acl.resourceType().get()).contains(operation);
  }

  /** The tools that keep topics of Kafka's kind read them without a group. */
  private static boolean isEngines(Acl acl) {
    return acl.resourceType().is(ResourceType.TOPIC)
        && TopicNames.prefixOf(acl.resourceName().get(), TopicNames.ENGINE_PREFIXES) != null;
  }

  private static boolean isUnknown(Acl acl) {
    for (Located<?> part :
        List.of(
            acl.principal(),
            acl.operation(),
            acl.permission(),
            acl.resourceType(),
            acl.resourceName(),
            acl.patternType())) {
      if (!part.isKnown()) {
        return true;
      }
    }
    return false;
  }
}
