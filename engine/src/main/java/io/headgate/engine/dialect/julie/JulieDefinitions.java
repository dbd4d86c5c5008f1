package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plan files and role files: they declare nothing by themselves, but their mistakes count. */
final class JulieDefinitions {

  /** Types of resources that only Confluent's own roles know. */
  private static final Set<String> OUTSIDE = Set.of("subject", "connector", "ksqlcluster");

  private JulieDefinitions() {}

  static void readPlans(Mapping root, Reading reading) {
    MappingReader reader = MappingReader.of(root, "a plan file", reading);
    for (Entry entry : reader.entries("plans")) {
      if (!(entry.value() instanceof Mapping mapping)) {
        reading.unreadable(
            entry.value().place(), "plans", "Each entry of 'plans' must be a mapping.");
        continue;
      }
      MappingReader plan = new MappingReader(mapping, entry.key().place(), "a plan", reading);
      plan.text("alias", "alias");
      plan.config("config", new PropertyReader("config", null, reading));
      plan.finish();
    }
  }

  static void readRoles(Mapping root, Reading reading) {
    for (Node node : JulieSigns.roles(root)) {
      if (!(node instanceof Mapping mapping)) {
        reading.unreadable(node.place(), "roles", "Each entry of 'roles' must be a mapping.");
        continue;
      }
      MappingReader role = MappingReader.of(mapping, "name", "a role", reading);
      role.name("name");
      for (Mapping entry : role.mappings("acls")) {
        readAcl(entry, reading);
      }
      role.finish();
    }
  }

  private static void readAcl(Mapping mapping, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "resourceName", "an entry of 'acls'", reading);
    acl.required("resourceType", acl.text("resourceType", "resourceType"));
    acl.word("resourceType", "resourceType", JulieDefinitions::type, AclWords.resources());
    acl.text("resourceName", "resourceName");
    acl.word("patternType", "pattern", AclWords::pattern, AclWords.patterns());
    acl.text("host", "host");
    acl.word("operation", "operation", AclWords::operation, AclWords.operations());
    acl.word("permissionType", "permission", AclWords::permission, AclWords.permissions());
    acl.text("role", "role");
    acl.finish();
  }

  private static @Nullable Object type(String word) {
    return OUTSIDE.contains(word.toLowerCase(Locale.ROOT)) ? word : AclWords.resource(word);
  }
}
