package io.headgate.engine.dialect.topicctl;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** An ACL file: an entry for each operation. Words may be in lower case. */
final class TopicctlAcls {

  private TopicctlAcls() {}

  static void read(TopicctlFile file, Reading reading) {
    for (Mapping mapping : file.spec().mappings("acls")) {
      read(mapping, reading);
    }
  }

  private static void read(Mapping mapping, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "an entry of 'acls'", reading);
    MappingReader resource = acl.mapping("resource");
    if (resource == null) {
      if (acl.node("resource") == null) {
        acl.required("resource", Located.absent("resource", acl.head()));
      }
      return;
    }
    Located<ResourceType> type =
        resource.required(
            "type",
            resource.word("type", "resourceType", AclWords::resource, AclWords.resources()));
    Located<String> name = resource.required("name", resource.text("name", "resourceName"));
    Located<PatternType> pattern =
        resource.required(
            "patternType",
            resource.word("patternType", "pattern", TopicctlAcls::pattern, AclWords.patterns()));
    Located<String> principal =
        resource.required("principal", resource.text("principal", "principal"));
    Located<String> host = resource.required("host", resource.text("host", "host"));
    Located<AclPermissionType> permission =
        resource.required(
            "permission",
            resource.word(
                "permission", "permission", AclWords::permission, AclWords.permissions()));
    resource.finish();
    List<Located<String>> words = acl.texts("operations", "operation");
    if (words.isEmpty() && acl.node("operations") == null) {
      acl.required("operations", Located.absent("operation", acl.head()));
    }
    for (Located<String> word : words) {
      reading.add(
          new Acl(principal, host, operation(word, reading), permission, type, name, pattern));
    }
    acl.finish();
  }

  private static @Nullable PatternType pattern(String word) {
    return word.equalsIgnoreCase("prefix") ? null : AclWords.pattern(word);
  }

  private static Located<AclOperation> operation(Located<String> word, Reading reading) {
    AclOperation operation = word.isKnown() ? AclWords.operation(word.get()) : null;
    if (operation != null && !word.is("*")) {
      return Located.known(operation, "operation", word.place());
    }
    if (word.isKnown()) {
      reading.unreadable(
          word.place(),
          "operation",
          "The operation '" + word.get() + "' must be " + AclWords.operations() + ".");
    }
    return Located.unknown("operation", word.place());
  }
}
