package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.User;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * {@code KafkaPrincipalAuthorization}, {@code KafkaPrincipalRole} and {@code KafkaUser}: an ACL for
 * each operation. What a role grants stands in another resource, so it is an ACL of which only the
 * principal is known; and a {@code MATCH} is resolved against the topics of the cluster when it is
 * applied, so its name is unknown.
 */
final class JikkouAccess {

  private static final String MATCH = "MATCH";

  private JikkouAccess() {}

  static void readAuthorization(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    Located<String> name = object.requiredName(reading);
    Located<String> principal =
        name.isKnown()
            ? Located.known(name.get(), "principal", name.place())
            : Located.unknown("principal", name.place());
    for (Mapping entry : spec.mappings("acls")) {
      readAcl(entry, principal, reading).forEach(reading::add);
    }
    for (Located<String> role : spec.texts("roles", "roles")) {
      reading.add(granted(principal, role.place()));
    }
    spec.finish();
  }

  /** A role is no ACL of anybody, but its mistakes are. */
  static void readRole(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    Located<String> nobody = Located.unknown("principal", object.head());
    for (Mapping entry : spec.mappings("acls")) {
      readAcl(entry, nobody, reading);
    }
    spec.finish();
  }

  private static Acl granted(Located<String> principal, Place role) {
    return new Acl(
        principal,
        Located.unknown("host", role),
        Located.unknown("operation", role),
        Located.unknown("permission", role),
        Located.unknown("resourceType", role),
        Located.unknown("resourceName", role),
        Located.unknown("pattern", role));
  }

  private static List<Acl> readAcl(Mapping mapping, Located<String> principal, Reading reading) {
    MappingReader acl = MappingReader.of(mapping, "host", "an entry of 'acls'", reading);
    MappingReader resource = acl.mapping("resource");
    if (resource == null) {
      acl.required("resource", Located.absent("resource", acl.head()));
      return List.of();
    }
    Located<ResourceType> type =
        resource.required(
            "type",
            resource.word("type", "resourceType", AclWords::resource, AclWords.resources()));
    Located<String> name = resource.required("pattern", resource.text("pattern", "resourceName"));
    boolean regular = MATCH.equalsIgnoreCase(resource.source().text("patternType"));
    Located<PatternType> pattern =
        regular
            ? Located.unknown("pattern", resource.keyPlace("patternType"))
            : resource.word(
                "patternType", "pattern", JikkouAccess::pattern, "LITERAL, PREFIXED or MATCH");
    resource.ignore("patternType");
    resource.finish();
    Located<AclPermissionType> permission =
        acl.word("type", "permission", AclWords::permission, AclWords.permissions());
    Located<String> host = acl.text("host", "host");
    List<Acl> acls = new ArrayList<>();
    List<Located<String>> words = acl.texts("operations", "operation");
    if (words.isEmpty() && acl.node("operations") == null) {
      acl.required("operations", Located.absent("operation", acl.head()));
    }
    for (Located<String> word : words) {
      acls.add(
          new Acl(
              principal,
              host.isAbsent() ? Located.known("*", "host", host.place()) : host,
              operation(word, reading),
              permission.isAbsent()
                  ? Located.known(AclPermissionType.ALLOW, "permission", permission.place())
                  : permission,
              type,
              regular ? Located.unknown("resourceName", name.place()) : name,
              pattern));
    }
    acl.finish();
    return acls;
  }

  private static @Nullable PatternType pattern(String word) {
    return word.equalsIgnoreCase("prefix") ? null : AclWords.pattern(word);
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

  static void readUser(JikkouObject object, Reading reading) {
    MappingReader spec = object.spec();
    Located<String> name = object.requiredName(reading);
    Located<String> type = Located.absent("authentication", object.head());
    PropertyReader secrets =
        new PropertyReader("authentication", new ResourceRef(Kind.USER, name.toString()), reading);
    for (Mapping mapping : spec.mappings("authentications")) {
      MappingReader authentication =
          MappingReader.of(mapping, "type", "an entry of 'authentications'", reading);
      Located<String> one =
          authentication.required("type", authentication.text("type", "authentication"));
      type = type.isAbsent() ? one : type;
      Entry password = mapping.entry("password");
      if (password != null && authentication.scalar("password") != null) {
        secrets.read(password.key(), password.value());
      }
      authentication.ignore("iterations", "salt");
      authentication.finish();
    }
    reading.add(new User(name, type));
    spec.finish();
  }
}
