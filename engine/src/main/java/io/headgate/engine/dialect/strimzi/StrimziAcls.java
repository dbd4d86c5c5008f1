package io.headgate.engine.dialect.strimzi;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The entries of {@code spec.authorization.acls}, one ACL for each operation. */
final class StrimziAcls {

  private static final String CLUSTER_NAME = "kafka-cluster";

  private StrimziAcls() {}

  static List<Acl> read(
      Mapping mapping, Located<String> principal, KubernetesObject object, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "host", "an entry of 'acls'", reading);
    MappingReader resource = acl.mapping("resource");
    if (resource == null) {
      if (acl.node("resource") == null) {
        reading.unreadable(acl.head(), "resource", "An entry of 'acls' needs a 'resource'.");
      }
      return List.of();
    }
    Located<ResourceType> type =
        resource.required(
            "type",
            resource.word("type", "resourceType", StrimziWords::resource, StrimziWords.RESOURCES));
    Located<String> resourceName = resource.text("name", "resourceName");
    if (resourceName.isAbsent() && type.is(ResourceType.CLUSTER)) {
      resourceName = Located.known(CLUSTER_NAME, "resourceName", type.place());
    }
    Located<PatternType> pattern =
        resource.word("patternType", "pattern", StrimziWords::pattern, "literal or prefix");
    resource.finish();
    Located<AclPermissionType> permission =
        acl.word("type", "permission", StrimziWords::permission, "allow or deny");
    Located<String> host = acl.text("host", "host");
    List<Acl> acls = new ArrayList<>();
    for (Located<AclOperation> operation : operations(acl, object, reading)) {
      acls.add(
          new Acl(
              principal,
              host.isAbsent() ? Located.known("*", "host", host.place()) : host,
              operation,
              permission.isAbsent()
                  ? Located.known(AclPermissionType.ALLOW, "permission", permission.place())
                  : permission,
              type,
              resourceName,
              pattern));
    }
    acl.finish();
    return acls;
  }

  private static List<Located<AclOperation>> operations(
      MappingReader acl, KubernetesObject object, Reading reading) {
    List<Located<String>> words = new ArrayList<>(acl.texts("operations", "operation"));
    if (acl.has("operation")) {
      if (object.version().equals("v1")) {
        reading.find(
            CoreRules.UNKNOWN_FIELD,
            acl.keyPlace("operation"),
            "operation",
            "The key 'operation' is gone in v1; write the list 'operations'.");
      }
      words.addAll(acl.textOrTexts("operation", "operation"));
    }
    if (!acl.has("operations") && !acl.has("operation")) {
      reading.unreadable(acl.head(), "operation", "An entry of 'acls' needs a list 'operations'.");
    }
    List<Located<AclOperation>> operations = new ArrayList<>();
    for (Located<String> word : words) {
      AclOperation operation = word.isKnown() ? StrimziWords.operation(word.get()) : null;
      if (operation != null) {
        operations.add(Located.known(operation, "operation", word.place()));
      } else {
        operations.add(Located.unknown("operation", word.place()));
        if (word.isKnown()) {
          reading.unreadable(
              word.place(),
              "operation",
              "The operation '" + word.get() + "' must be " + StrimziWords.OPERATIONS + ".");
        }
      }
    }
    return operations;
  }
}
