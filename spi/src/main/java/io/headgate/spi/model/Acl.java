package io.headgate.spi.model;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One access control entry, as Kafka's {@code AclBinding}: one operation on one pattern.
 *
 * @param principal such as {@code User:alice}
 * @param host an address, or {@code *}
 * @param operation what is allowed or denied; placed at the type of the resource where nobody wrote
 *     it and a tool gives it to whoever owns the resource
 * @param permission allow or deny
 * @param resourceType of what
 * @param resourceName the name or prefix, or {@code *}
 * @param pattern how the name is matched; absent means literal
 */
public record Acl(
    Located<String> principal,
    Located<String> host,
    Located<AclOperation> operation,
    Located<AclPermissionType> permission,
    Located<ResourceType> resourceType,
    Located<String> resourceName,
    Located<PatternType> pattern)
    implements Resource {

  /** The attribute of the permission of an entry that {@link #isImplied} is true of. */
  public static final String IMPLIED = "implied";

  /** The pattern type: literal when nobody wrote one, and unknown when a template gives it. */
  public Located<PatternType> patternType() {
    return pattern.isAbsent()
        ? Located.known(PatternType.LITERAL, pattern.attribute(), pattern.place())
        : pattern;
  }

  /** Whether it allows, and that is known. */
  public boolean allows() {
    return permission.is(AclPermissionType.ALLOW);
  }

  /**
   * Whether a tool expands it from something else, such as the consumers of a topic. Then it has
   * the place of what implies it, and several things may imply the same entry.
   */
  public boolean isImplied() {
    return permission.attribute().equals(IMPLIED);
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(
        Kind.ACL,
        permission
            + " "
            + principal
            + " "
            + operation
            + " on "
            + resourceType
            + " "
            + patternType()
            + " "
            + resourceName
            + " from "
            + host);
  }

  @Override
  public Place place() {
    return resourceName.place();
  }
}
