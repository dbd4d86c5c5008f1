package io.headgate.engine.dialect;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Adds the ACLs that a tool expands from something else, each at the place that implies it. Like
 * the tools, it adds none twice: the first place counts.
 */
public final class ImpliedAcls {

  /** The one name of the resource {@code CLUSTER}. */
  private static final String CLUSTER = "kafka-cluster";

  /** A cross product of a short file may be long, and nobody means so many. */
  private static final int MAX = 200_000;

  private final Reading reading;
  private final Set<String> added = new HashSet<>();
  private int count;

  /** The ACLs of one file. */
  public ImpliedAcls(Reading reading) {
    this.reading = reading;
  }

  /**
   * An entry that allows something from everywhere.
   *
   * @param principal placed where it is written
   * @param name the name or prefix; its place is not used
   * @param at what implies it
   */
  public void allow(
      Located<String> principal,
      AclOperation operation,
      ResourceType type,
      Located<String> name,
      PatternType pattern,
      Place at) {
    if (isFull(at)) {
      return;
    }
    if (principal.isKnown()
        && name.isKnown()
        && !added.add(
            principal.get() + ' ' + operation + ' ' + type + ' ' + pattern + ' ' + name.get())) {
      return;
    }
    reading.add(
        new Acl(
            principal.isKnown() ? principal : Located.unknown("principal", principal.place()),
            Located.known("*", "host", at),
            Located.known(operation, "operation", at),
            Located.known(AclPermissionType.ALLOW, Acl.IMPLIED, at),
            Located.known(type, "resourceType", at),
            name.isKnown()
                ? Located.known(name.get(), "resourceName", at)
                : Located.unknown("resourceName", at),
            Located.known(pattern, "pattern", at)));
  }

  /** Several operations on one resource. */
  public void allow(
      Located<String> principal,
      List<AclOperation> operations,
      ResourceType type,
      Located<String> name,
      PatternType pattern,
      Place at) {
    for (AclOperation operation : operations) {
      allow(principal, operation, type, name, pattern, at);
    }
  }

  /** An operation on the cluster itself. */
  public void allowCluster(Located<String> principal, AclOperation operation, Place at) {
    allow(
        principal,
        operation,
        ResourceType.CLUSTER,
        Located.known(CLUSTER, "resourceName", at),
        PatternType.LITERAL,
        at);
  }

  private boolean isFull(Place at) {
    if (count > MAX) {
      return true;
    }
    if (++count > MAX) {
      reading.unreadable(
          at,
          "",
          "The file implies more than "
              + MAX
              + " ACLs, so no rule looks at those from here on; divide it.");
    }
    return count > MAX;
  }

  /** Whatever something else says that a principal may do, such as a role: all of it is unknown. */
  public void unknown(Located<String> principal, Place at) {
    if (isFull(at)) {
      return;
    }
    reading.add(
        new Acl(
            principal.isKnown() ? principal : Located.unknown("principal", principal.place()),
            Located.unknown("host", at),
            Located.unknown("operation", at),
            Located.unknown(Acl.IMPLIED, at),
            Located.unknown("resourceType", at),
            Located.unknown("resourceName", at),
            Located.unknown("pattern", at)));
  }
}
