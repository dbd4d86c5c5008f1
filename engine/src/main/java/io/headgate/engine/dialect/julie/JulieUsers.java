package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.spi.model.Located;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** What the users of a topology have in common. */
final class JulieUsers {

  private JulieUsers() {}

  /** What an application reads and writes. */
  record Topics(List<Located<String>> read, List<Located<String>> written) {}

  static Located<String> principal(MappingReader user) {
    return user.required("principal", user.text("principal", "principal"));
  }

  /**
   * The topics that an application reads and writes, each with its whole name: JulieOps puts no
   * prefix ahead of these.
   *
   * @param needed whether JulieOps refuses the user without them
   */
  static Topics topics(
      MappingReader user,
      Located<String> principal,
      boolean needed,
      ImpliedAcls acls,
      Reading reading) {
    MappingReader topics = user.mapping("topics");
    if (topics == null) {
      if (needed && user.node("topics") == null) {
        reading.unreadable(
            user.head(),
            "topics",
            "A streams application needs a mapping 'topics' with the lists 'read' and 'write'.");
      }
      return new Topics(List.of(), List.of());
    }
    List<Located<String>> read = topics.texts("read", "topics.read");
    List<Located<String>> written = topics.texts("write", "topics.write");
    read.forEach(topic -> allow(principal, AclOperation.READ, topic, acls));
    written.forEach(topic -> allow(principal, AclOperation.WRITE, topic, acls));
    topics.finish();
    return new Topics(read, written);
  }

  private static void allow(
      Located<String> principal, AclOperation operation, Located<String> topic, ImpliedAcls acls) {
    acls.allow(principal, operation, ResourceType.TOPIC, topic, PatternType.LITERAL, topic.place());
  }

  /** A trailing star makes a prefix of a group or transactional id, unless it stands alone. */
  static void allowPattern(
      Located<String> principal,
      AclOperation operation,
      ResourceType type,
      Located<String> name,
      ImpliedAcls acls) {
    boolean prefixed = name.isKnown() && name.get().length() > 1 && name.get().endsWith("*");
    acls.allow(
        principal,
        operation,
        type,
        prefixed ? name.map(text -> text.substring(0, text.length() - 1)) : name,
        prefixed ? PatternType.PREFIXED : PatternType.LITERAL,
        name.place());
  }
}
