package io.headgate.live;

import java.util.Comparator;
import org.apache.kafka.common.acl.AclBinding;

/** The order in which access control entries are written. */
final class AclOrder {

  /** By resource, then by principal; no two entries are equal in it. */
  static final Comparator<AclBinding> COMPARATOR =
      Comparator.comparing((AclBinding acl) -> acl.pattern().resourceType())
          .thenComparing(acl -> acl.pattern().name())
          .thenComparing(acl -> acl.pattern().patternType())
          .thenComparing(acl -> acl.entry().principal())
          .thenComparing(acl -> acl.entry().host())
          .thenComparing(acl -> acl.entry().operation())
          .thenComparing(acl -> acl.entry().permissionType());

  private AclOrder() {}
}
