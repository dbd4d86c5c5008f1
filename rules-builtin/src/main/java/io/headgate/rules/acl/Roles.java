package io.headgate.rules.acl;

import io.headgate.rules.kafka.Connect;
import io.headgate.rules.kafka.Runners;
import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** What principals do with topics, as far as the bundle declares all of it. */
final class Roles {

  /**
   * What a principal does.
   *
   * @param runner who, and how that is known
   * @param members the apps and connectors that it runs
   * @param groups their groups
   * @param reads the topics that one of them reads
   * @param writes the topics that one of them writes
   */
  record Role(
      Runners.Runner runner,
      List<ResourceRef> members,
      Set<String> groups,
      Set<String> reads,
      Set<String> writes) {}

  private final Map<ResourceRef, Resource> resources = new HashMap<>();
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Set<String> unclear = new TreeSet<>();

  private Roles(Bundle bundle) {

    for (App app : bundle.all(App.class)) {
      resources.put(app.ref(), app);
    }
    for (Connector connector : bundle.all(Connector.class)) {
      resources.put(connector.ref(), connector);
    }
  }

  /** The principals of which all is known that they run. */
  static List<Role> of(Bundle bundle) {
    List<ConsumerGroup> groups = bundle.all(ConsumerGroup.class);
    if (groups.isEmpty() || bundle.all(Acl.class).isEmpty()) {
      return List.of();
    }
    Access access = bundle.access();
    Roles all = new Roles(bundle);
    for (ConsumerGroup group : groups) {
      if (group.name().isKnown()) {
        for (Runners.Runner runner : Runners.named(group.name().get(), access)) {
          all.add(runner, group);
        }
      }
    }
    List<Role> clear = new ArrayList<>();
    for (Role role : all.roles.values()) {
      String principal = role.runner().principal();
      if (!all.unclear.contains(principal)
          && !runsOthers(access.entriesOf(principal), role)
          && !runsOthers(access.entriesOf(Access.EVERYONE), role)) {
        clear.add(role);
      }
    }
    return clear;
  }

  private void add(Runners.Runner runner, ConsumerGroup group) {
    Role role =
        roles.computeIfAbsent(
            runner.principal(),
            p ->
                new Role(
                    runner, new ArrayList<>(1), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    role.members().add(group.member());
    role.groups().add(group.name().get());
    Resource member = resources.get(group.member());
    boolean known = addAll(group.topics(), role.reads());
    if (member instanceof App app) {
      known &= app.script() != null && addAll(app.outputs(), role.writes());
    } else {
      known &= member instanceof Connector connector && addDeadLetters(connector, role);
    }
    if (!known || group.topics().isEmpty()) {
      unclear.add(runner.principal());
    }
  }

  private static boolean addAll(List<Located<String>> topics, Set<String> names) {
    for (Located<String> topic : topics) {
      if (!topic.isKnown()) {
        return false;
      }
      names.add(topic.get());
    }
    return true;
  }

  private static boolean addDeadLetters(Connector connector, Role role) {
    Located<String> queue = connector.config().get(Connect.DEAD_LETTER_QUEUE);
    if (queue.isKnown() && !queue.get().isBlank()) {
      role.writes().add(queue.get().strip());
    }
    return !queue.isUnknown();
  }

  /** Whether an entry lets a principal consume with a group that is none of its members'. */
  private static boolean runsOthers(List<Acl> entries, Role role) {
    for (Acl acl : entries) {
      boolean mayUse =
          !acl.permission().is(AclPermissionType.DENY)
              && (!acl.resourceType().isKnown() || acl.resourceType().is(ResourceType.GROUP))
              && (!acl.operation().isKnown()
                  || Access.implies(acl.operation().get(), AclOperation.READ));
      @Nullable String name = Grants.isLiteral(acl) ? acl.resourceName().orNull() : null;
      if (mayUse && (name == null || !role.groups().contains(name))) {
        return true;
      }
    }
    return false;
  }

  /** What the members are, such as {@code app 'totals'}, for a message. */
  static String members(Role role) {
    StringBuilder text = new StringBuilder();
    for (ResourceRef member : role.members()) {
      text.append(text.isEmpty() ? "" : " and ");
      text.append(member.kind().word()).append(" '").append(member.name()).append('\'');
    }
    return text.toString();
  }
}
