package io.headgate.rules.acl;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.resource.PatternType;

/** What rules about access control entries ask and say alike. */
final class Grants {

  /** The name that Kafka matches with everything, when it stands alone and is literal. */
  static final String EVERYTHING = "*";

  /** No name in Kafka that is longer can be a topic or the id of an app with topics. */
  private static final int MAX_NAME = 249;

  private Grants() {}

  /** Whether the entry covers all resources of its type. */
  static boolean coversEverything(Acl acl) {
    return acl.resourceName().is(EVERYTHING) && isLiteral(acl);
  }

  /** Whether the name is matched as a whole, and that is known. */
  static boolean isLiteral(Acl acl) {
    return acl.patternType().is(PatternType.LITERAL);
  }

  /** Whether the name is matched as a prefix, and that is known. */
  static boolean isPrefixed(Acl acl) {
    return acl.patternType().is(PatternType.PREFIXED);
  }

  /** What the entry is about, such as {@code topics that begin with 'orders.'}. */
  static String resources(Acl acl) {
    String type = acl.resourceType().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (coversEverything(acl)) {
      return "every " + type;
    }
    return isPrefixed(acl)
        ? "each " + type + " that begins with '" + acl.resourceName() + "'"
        : type + " '" + acl.resourceName() + "'";
  }

  /** The operations of some entries, such as {@code READ and WRITE}. */
  static String operations(List<Acl> entries) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      text.append(i == 0 ? "" : i == entries.size() - 1 ? " and " : ", ");
      text.append(entries.get(i).operation());
    }
    return text.toString();
  }

  /** Whether one of the patterns names the principal, and it is known. */
  static boolean isOneOf(List<NamePattern> principals, Acl acl) {
    String principal = acl.principal().orNull();
    return principal != null && principals.stream().anyMatch(p -> p.matches(principal));
  }

  /** Whether the entry's name belongs to its principal: the longest prefix counts. */
  static boolean isOwn(Acl acl, Environment environment) {
    return environment.owns(acl.principal().orElse(""), acl.resourceName().orElse(""));
  }

  /**
   * Whether nobody wrote the operation: some tools grant whoever owns a name what an owner may
   * need, so it says nothing of what is in use. Where all is placed at the name, whoever wrote the
   * name wants to use it.
   */
  static boolean isImplied(Acl acl) {
    Place type = acl.resourceType().place();
    return acl.operation().place().equals(type) && !acl.resourceName().place().equals(type);
  }

  /**
   * Whether the name is that of an app or begins with it and a hyphen, as the names of the topics
   * do that Kafka Streams makes for itself. Its time depends on the name alone.
   */
  static boolean belongsToApp(Set<String> applications, String name) {
    for (int end = 1; end <= Math.min(name.length(), MAX_NAME); end++) {
      boolean whole = end == name.length() || name.charAt(end) == '-';
      if (whole && applications.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name begins with one of the words; in time that depends on the name alone. */
  static boolean beginsWithOneOf(Set<String> words, String name) {
    for (int end = 1; end <= Math.min(name.length(), MAX_NAME); end++) {
      if (words.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
