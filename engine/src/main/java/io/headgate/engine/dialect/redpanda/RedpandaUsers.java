package io.headgate.engine.dialect.redpanda;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code User}, {@code Group} and {@code RedpandaRole}, each with ACLs. Without an authentication
 * the user is there already. Who is in a group only the identity provider knows, so the principal
 * of its ACLs is unknown; those of a role are for each user that it names.
 */
final class RedpandaUsers {

  private static final List<String> MECHANISMS = List.of("scram-sha-256", "scram-sha-512");
  private static final String USER = "User:";

  private RedpandaUsers() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject user = SpecObject.of(object, reading);
    Located<String> name = user.name();
    MappingReader spec = user.spec();
    if (spec == null) {
      object.declareIn(null, name.toString(), reading);
      reading.add(new User(name, Located.unknown("authentication", user.head())));
      return;
    }
    ResourceRef holder = new ResourceRef(Kind.USER, name.toString());
    RedpandaCluster.read(user, spec, name, holder, reading);
    MappingReader authentication = spec.mapping("authentication");
    Located<String> type = Located.unknown("authentication", user.head());
    if (authentication != null) {
      type = readAuthentication(authentication, holder, reading);
      authentication.finish();
    }
    reading.add(new User(name, type));
    readTemplate(spec);
    Located<String> principal =
        name.isKnown()
            ? Located.known(USER + name.get(), "principal", name.place())
            : Located.unknown("principal", name.place());
    readAuthorization(spec, List.of(principal), true, reading);
    spec.finish();
  }

  private static Located<String> readAuthentication(
      MappingReader authentication, ResourceRef holder, Reading reading) {
    authentication.ignore("syncCredentials");
    Located<String> type =
        authentication.word(
            "type",
            "authentication",
            RedpandaUsers::mechanism,
            "one of " + String.join(", ", MECHANISMS));
    MappingReader password = authentication.mapping("password");
    if (password != null) {
      password.ignore("noGenerate");
      Entry value = password.source().entry("value");
      if (value != null && password.scalar("value") != null) {
        new PropertyReader("authentication", holder, reading)
            .read(new Scalar(value.key().place(), "password", Style.PLAIN), value.value());
      }
      MappingReader from = password.mapping("valueFrom");
      if (from != null) {
        MappingReader secret = from.mapping("secretKeyRef");
        if (secret != null) {
          secret.scalar("name");
          secret.scalar("key");
          secret.ignore("optional");
          secret.finish();
        }
        from.finish();
      }
      password.finish();
    } else if (authentication.node("password") == null) {
      authentication.required(
          "password", Located.absent("authentication.password", authentication.head()));
    }
    return type.isAbsent() ? Located.known("scram-sha-512", "authentication", type.place()) : type;
  }

  private static @Nullable String mechanism(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return MECHANISMS.contains(lower) && (word.equals(lower) || word.equals(upper(lower)))
        ? lower
        : null;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static void readTemplate(MappingReader spec) {
    MappingReader template = spec.mapping("template");
    MappingReader secret = template == null ? null : template.mapping("secret");
    MappingReader metadata = secret == null ? null : secret.mapping("metadata");
    if (metadata != null) {
      metadata.ignore("labels", "annotations");
      metadata.finish();
    }
    if (secret != null) {
      secret.finish();
    }
    if (template != null) {
      template.finish();
    }
  }

  static void readGroup(KubernetesObject object, Reading reading) {
    SpecObject group = SpecObject.of(object, reading);
    MappingReader spec = group.spec();
    if (spec == null) {
      return;
    }
    ResourceRef holder = new ResourceRef(Kind.ACL, group.name().toString());
    RedpandaCluster.read(group, spec, group.name(), holder, reading);
    readAuthorization(spec, List.of(Located.unknown("principal", group.head())), false, reading);
    spec.finish();
  }

  static void readRole(KubernetesObject object, Reading reading) {
    SpecObject role = SpecObject.of(object, reading);
    MappingReader spec = role.spec();
    if (spec == null) {
      return;
    }
    ResourceRef holder = new ResourceRef(Kind.ACL, role.name().toString());
    RedpandaCluster.read(role, spec, role.name(), holder, reading);
    spec.ignore("internal");
    List<Located<String>> principals = new ArrayList<>();
    for (Located<String> member : spec.texts("principals", "principal")) {
      principals.add(principal(member));
    }
    if (principals.isEmpty()) {
      principals.add(Located.unknown("principal", role.head()));
    }
    readAuthorization(spec, principals, false, reading);
    spec.finish();
  }

  /** A member without a type is a user. */
  private static Located<String> principal(Located<String> member) {
    String text = member.orElse("");
    boolean user = text.startsWith(USER) || (!text.isEmpty() && text.indexOf(':') < 0);
    return user
        ? Located.known(text.startsWith(USER) ? text : USER + text, "principal", member.place())
        : Located.unknown("principal", member.place());
  }

  private static void readAuthorization(
      MappingReader spec, List<Located<String>> principals, boolean typed, Reading reading) {
    MappingReader authorization = spec.mapping("authorization");
    if (authorization == null) {
      return;
    }
    if (typed) {
      authorization.word(
          "type", "authorization", word -> word.equals("simple") ? word : null, "simple");
    }
    // To Kafka the entries of a principal are one set.
    Set<ResourceRef> known = new HashSet<>();
    for (Mapping entry : authorization.mappings("acls")) {
      for (Acl acl : RedpandaAcls.read(entry, principals, reading)) {
        if (known.add(acl.ref())) {
          reading.add(acl);
        }
      }
    }
    authorization.finish();
  }
}
