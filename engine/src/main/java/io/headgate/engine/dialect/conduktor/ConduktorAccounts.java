package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * {@code ServiceAccount}: the entries of a principal that is there already; Console does not create
 * it. Of Aiven's entries only those about topics are Kafka's; their names are globs.
 */
final class ConduktorAccounts {

  private static final String AIVEN = "AIVEN_ACL";

  private ConduktorAccounts() {}

  static void read(ConduktorObject account, Reading reading) {
    account.cluster(reading);
    account.declare(reading, account.written("cluster"));
    account.labels();
    account.metadata().text("appInstance", "appInstance");
    MappingReader spec = account.spec();
    MappingReader authorization = spec.mapping("authorization");
    if (authorization == null) {
      if (spec.node("authorization") == null) {
        spec.required("authorization", Located.absent("authorization", account.head()));
      }
    } else {
      Located<String> type =
          authorization.required(
              "type",
              ConduktorObject.oneOf(authorization, "type", "authorization", "KAFKA_ACL", AIVEN));
      Located<String> principal = principal(account.name());
      for (Mapping entry : authorization.mappings("acls")) {
        if (type.is(AIVEN)) {
          readAiven(entry, principal, reading);
        } else {
          readKafka(entry, principal, reading);
        }
      }
      authorization.finish();
    }
    readRegistry(spec, reading);
    account.finish();
  }

  /** The principal of an account. */
  static Located<String> principal(Located<String> account) {
    return account.isKnown()
        ? Located.known("User:" + account.get(), "principal", account.place())
        : Located.unknown("principal", account.place());
  }

  private static void readKafka(Mapping mapping, Located<String> principal, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "name", "an entry of 'acls'", reading);
    acl.text("connectCluster", "connectCluster");
    Located<ResourceType> type =
        acl.required(
            "type",
            acl.word(
                "type",
                "resourceType",
                ConduktorAccounts::resource,
                "one of TOPIC, CONSUMER_GROUP, CLUSTER, TRANSACTIONAL_ID, DELEGATION_TOKEN, USER"));
    Located<String> name = acl.required("name", acl.text("name", "resourceName"));
    Located<PatternType> pattern = acl.required("patternType", pattern(acl));
    Located<String> host = acl.text("host", "host");
    Located<AclPermissionType> permission =
        acl.word("permission", "permission", AclWords::permission, "Allow or Deny");
    List<Located<String>> words = acl.texts("operations", "operation");
    if (words.isEmpty() && acl.node("operations") == null) {
      acl.required("operations", Located.absent("operation", acl.head()));
    }
    for (Located<String> word : words) {
      reading.add(
          new Acl(
              principal,
              host.isAbsent() ? Located.known("*", "host", host.place()) : host,
              operation(word, reading),
              permission.isAbsent()
                  ? Located.known(AclPermissionType.ALLOW, "permission", permission.place())
                  : permission,
              type,
              name,
              pattern));
    }
    acl.finish();
  }

  static Located<PatternType> pattern(MappingReader reader) {
    return reader.word(
        "patternType",
        "pattern",
        word -> word.equalsIgnoreCase("prefix") ? null : AclWords.pattern(word),
        "LITERAL or PREFIXED");
  }

  private static @Nullable ResourceType resource(String word) {
    return word.equalsIgnoreCase("CONSUMER_GROUP") ? ResourceType.GROUP : AclWords.resource(word);
  }

  private static Located<AclOperation> operation(Located<String> word, Reading reading) {
    AclOperation operation = word.isKnown() ? AclWords.operation(word.get()) : null;
    if (operation != null) {
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

  /** Which groups a reader may use is Aiven's own to say, so that is unknown. */
  private static void readAiven(Mapping mapping, Located<String> principal, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "name", "an entry of 'acls'", reading);
    // The documentation writes 'type' too.
    String typeKey = acl.oneOf("resourceType", "type");
    Located<String> type =
        acl.required(
            typeKey, ConduktorObject.oneOf(acl, typeKey, "resourceType", "TOPIC", "SCHEMA"));
    Located<String> name = acl.required("name", acl.text("name", "resourceName"));
    Located<String> right =
        acl.required(
            "permission",
            ConduktorObject.oneOf(
                acl,
                "permission",
                "operation",
                "admin",
                "read",
                "readwrite",
                "write",
                "schema_registry_read",
                "schema_registry_write"));
    acl.finish();
    String word = right.orElse("").toLowerCase(Locale.ROOT);
    if (!type.is("TOPIC") || word.startsWith("schema")) {
      return;
    }
    Glob glob = Glob.of(name);
    for (AclOperation operation : aiven(word)) {
      reading.add(glob.acl(principal, at(operation, right), type));
    }
    if (!right.isKnown()) {
      reading.add(glob.acl(principal, Located.unknown("operation", right.place()), type));
    }
    if (!word.equals("write")) {
      reading.add(anyGroup(principal, at(AclOperation.READ, right), name));
    }
  }

  private static List<AclOperation> aiven(String permission) {
    return switch (permission) {
      case "admin" -> List.of(AclOperation.ALL);
      case "read" -> List.of(AclOperation.READ);
      case "readwrite" -> List.of(AclOperation.READ, AclOperation.WRITE);
      case "write" -> List.of(AclOperation.WRITE);
      default -> List.of();
    };
  }

  private static Located<AclOperation> at(AclOperation operation, Located<String> word) {
    return Located.known(operation, "operation", word.place());
  }

  private static Acl anyGroup(
      Located<String> principal, Located<AclOperation> operation, Located<String> name) {
    return new Acl(
        principal,
        Located.known("*", "host", name.place()),
        operation,
        Located.known(AclPermissionType.ALLOW, "permission", name.place()),
        Located.known(ResourceType.GROUP, "resourceType", name.place()),
        Located.unknown("resourceName", name.place()),
        Located.unknown("pattern", name.place()));
  }

  /** A name of Aiven's, in which {@code *} and {@code ?} stand for anything. */
  private record Glob(Located<String> name, Located<PatternType> pattern) {

    static Glob of(Located<String> name) {
      String text = name.orElse("?");
      int wild = 0;
      while (wild < text.length() && text.charAt(wild) != '*' && text.charAt(wild) != '?') {
        wild++;
      }
      if (wild == text.length() || text.equals("*")) {
        return new Glob(name, Located.known(PatternType.LITERAL, "pattern", name.place()));
      }
      if (wild == text.length() - 1 && text.charAt(wild) == '*') {
        return new Glob(
            Located.known(text.substring(0, wild), name.attribute(), name.place()),
            Located.known(PatternType.PREFIXED, "pattern", name.place()));
      }
      return new Glob(
          Located.unknown(name.attribute(), name.place()),
          Located.unknown("pattern", name.place()));
    }

    Acl acl(Located<String> principal, Located<AclOperation> operation, Located<String> type) {
      return new Acl(
          principal,
          Located.known("*", "host", name.place()),
          operation,
          Located.known(AclPermissionType.ALLOW, "permission", operation.place()),
          Located.known(ResourceType.TOPIC, "resourceType", type.place()),
          name,
          pattern);
    }
  }

  /** Rights in the registry are none in Kafka. */
  private static void readRegistry(MappingReader spec, Reading reading) {
    MappingReader registry = spec.mapping("schemaRegistryAuthorization");
    if (registry != null) {
      for (Mapping entry : registry.mappings("acls")) {
        MappingReader acl = MappingReader.of(entry, "name", "an entry of 'acls'", reading);
        acl.required("name", acl.text("name", "name"));
        pattern(acl);
        acl.texts("operations", "operations");
        acl.finish();
      }
      registry.finish();
    }
  }
}
