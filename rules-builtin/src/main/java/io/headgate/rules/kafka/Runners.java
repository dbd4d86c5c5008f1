package io.headgate.rules.kafka;

import io.headgate.spi.model.Access;
import io.headgate.spi.model.Acl;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Who runs what consumes with a group. No file says it: the entries for groups do. */
public final class Runners {

  private Runners() {}

  /**
   * A principal that runs what consumes with a group.
   *
   * @param principal such as {@code User:alice}
   * @param entry what gives it the group
   */
  public record Runner(String principal, Acl entry) {}

  /**
   * The principals that have READ on a group by its very name. Whoever may use many groups may run
   * others.
   */
  public static List<Runner> named(String group, Access access) {
    List<Runner> runners = new ArrayList<>();
    for (Access.Holder holder : access.holders(AclOperation.READ, ResourceType.GROUP, group)) {
      for (Acl acl : holder.through()) {
        if (acl.resourceName().is(group) && !holder.principal().equals(Access.EVERYONE)) {
          runners.add(new Runner(holder.principal(), acl));
          break;
        }
      }
    }
    return runners;
  }
}
