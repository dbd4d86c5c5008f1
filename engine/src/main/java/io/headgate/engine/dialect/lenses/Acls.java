package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Acl;

/** {@code kafka/acls/}: a list; before 4.2 without {@code patternType}. */
final class Acls {

  private Acls() {}

  static void read(Node root, Reading reading) {
    if (root instanceof Mapping single) {
      readOne(single, reading);
    } else if (root instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Mapping mapping) {
          readOne(mapping, reading);
        } else {
          reading.unreadable(item.place(), "", "Each entry of the ACLs must be a mapping.");
        }
      }
    } else {
      reading.unreadable(root.place(), "", "The ACLs must be a list of mappings.");
    }
  }

  private static void readOne(Mapping mapping, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "resourceName", "an ACL", reading);
    reading.add(
        new Acl(
            acl.text("principal", "principal"),
            acl.text("host", "host"),
            acl.word("operation", "operation", AclWords::operation, AclWords.operations()),
            acl.word("permissionType", "permission", AclWords::permission, AclWords.permissions()),
            acl.word("resourceType", "resourceType", AclWords::resource, AclWords.resources()),
            acl.text("resourceName", "resourceName"),
            acl.word("patternType", "pattern", AclWords::pattern, AclWords.patterns())));
    acl.finish();
  }
}
