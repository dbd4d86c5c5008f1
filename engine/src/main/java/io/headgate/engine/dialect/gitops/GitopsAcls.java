package io.headgate.engine.dialect.gitops;

import io.headgate.engine.dialect.AclWords;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Located;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** ACLs that the state file itself spells out, in Kafka's own words in upper case. */
final class GitopsAcls {

  private GitopsAcls() {}

  /**
   * Reads one.
   *
   * @param owner the principal of the service or user, which counts where the ACL has none
   */
  static Acl read(MappingReader acl, Located<String> owner) {
    Located<String> principal = acl.text("principal", "principal");
    Acl read =
        new Acl(
            principal.isAbsent() ? owner : principal,
            acl.required("host", acl.text("host", "host")),
            word(acl, "operation", "operation", AclWords::operation, AclWords.operations()),
            word(acl, "permission", "permission", AclWords::permission, AclWords.permissions()),
            word(acl, "type", "resourceType", AclWords::resource, AclWords.resources()),
            acl.required("name", acl.text("name", "resourceName")),
            word(acl, "pattern", "pattern", AclWords::pattern, AclWords.patterns()));
    acl.finish();
    return read;
  }

  private static <E extends Enum<E>> Located<E> word(
      MappingReader acl,
      String key,
      String attribute,
      Function<String, @Nullable E> parse,
      String wanted) {
    return acl.required(key, acl.word(key, attribute, word -> exact(word, parse), wanted));
  }

  private static <E extends Enum<E>> @Nullable E exact(
      String word, Function<String, @Nullable E> parse) {
    E value = parse.apply(word);
    return value != null && value.name().equals(word) ? value : null;
  }
}
