package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.ResourceRef;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** What the resource types of all providers have in common. */
final class Words {

  private Words() {}

  /**
   * A reader of an instance.
   *
   * @param nameKey the argument that names it in Kafka: where arguments that nobody wrote are
   *     placed
   */
  static MappingReader reader(Instance instance, String nameKey, Reading reading) {
    Node name = instance.values().get(nameKey);
    return new MappingReader(
        instance.values(),
        name instanceof Scalar scalar && !scalar.isNull() ? name.place() : instance.head(),
        "a " + instance.type(),
        reading);
  }

  /** The keys that an ACL's parts have in a provider. */
  record AclKeys(
      String principal,
      String host,
      String operation,
      String permission,
      String resourceType,
      String resourceName,
      String pattern) {

    Set<String> all() {
      return Set.of(principal, host, operation, permission, resourceType, resourceName, pattern);
    }
  }

  /** An ACL whose parts are arguments of their own. */
  static void acl(Instance instance, AclKeys keys, Reading reading) {
    MappingReader acl = reader(instance, keys.resourceName(), reading);
    Located<String> host = acl.text(keys.host(), "host");
    Located<PatternType> pattern =
        acl.word(keys.pattern(), "pattern", AclWords::pattern, AclWords.patterns());
    reading.add(
        new Acl(
            acl.required(keys.principal(), acl.text(keys.principal(), "principal")),
            host.isAbsent() ? Located.known("*", "host", host.place()) : host,
            acl.required(
                keys.operation(),
                acl.<AclOperation>word(
                    keys.operation(), "operation", AclWords::operation, AclWords.operations())),
            acl.required(
                keys.permission(),
                acl.<AclPermissionType>word(
                    keys.permission(), "permission", AclWords::permission, AclWords.permissions())),
            acl.required(
                keys.resourceType(),
                acl.<ResourceType>word(
                    keys.resourceType(), "resourceType", AclWords::resource, AclWords.resources())),
            acl.required(keys.resourceName(), acl.text(keys.resourceName(), "resourceName")),
            pattern));
  }

  /**
   * A password. What is written is a secret in the clear, and anything else says where it comes
   * from.
   */
  static void secret(Instance instance, String key, ResourceRef holder, Reading reading) {
    if (instance.values().get(key) instanceof Scalar scalar && !scalar.isNull()) {
      Located<String> value = MappingReader.located(scalar, key);
      Located<String> unused =
          Secrets.guard(holder, "password", scalar, value, reading.source(), reading::add);
    }
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** A set with more in it. */
  static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  /** A configuration of which nothing can be said: the provider has no place for it. */
  static Config nowhere(String attribute, Place head) {
    Located<String> any = Located.unknown(attribute, head);
    return new Config(attribute, head, List.of(new Property(any, any)));
  }
}
