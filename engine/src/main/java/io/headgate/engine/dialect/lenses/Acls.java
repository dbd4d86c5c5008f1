package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;

/** {@code kafka/acls/}: a list; before 4.2 without {@code patternType}. */
final class Acls {

  private Acls() {}

  static void read(Node root, Reading reading) {
    for (Mapping mapping : Lists.mappings(root, "ACLs", reading)) {
      readOne(mapping, reading);
    }
  }

  private static void readOne(Mapping mapping, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "resourceName", "an ACL", reading);
    reading.add(
        new Acl(
            acl.required("principal", acl.text("principal", "principal")),
            acl.text("host", "host"),
            acl.required(
                "operation",
                acl.word("operation", "operation", AclWords::operation, AclWords.operations())),
            acl.required(
                "permissionType",
                acl.word(
                    "permissionType", "permission", AclWords::permission, AclWords.permissions())),
            acl.required(
                "resourceType",
                acl.word("resourceType", "resourceType", AclWords::resource, AclWords.resources())),
            acl.required("resourceName", acl.text("resourceName", "resourceName")),
            acl.word("patternType", "pattern", AclWords::pattern, AclWords.patterns())));
    acl.finish();
  }
}
