package io.headgate.engine.dialect.asyncapi;

import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What SpecMesh lets whom do ({@code KafkaApiSpec}): a domain everything below its own name,
 * everybody to read what is public, and others to read what a tag grants them.
 */
final class SpecMeshAcls {

  private static final String PUBLIC = "_public";
  private static final String PRIVATE = "_private";

  private static final List<AclOperation> USE =
      List.of(AclOperation.DESCRIBE, AclOperation.READ, AclOperation.WRITE);
  private static final List<AclOperation> WRITE =
      List.of(AclOperation.DESCRIBE, AclOperation.WRITE);
  private static final List<AclOperation> READ = List.of(AclOperation.READ, AclOperation.DESCRIBE);

  private final String domain;
  private final Place id;
  private final ImpliedAcls acls;
  private final Located<String> owner;

  SpecMeshAcls(String domain, Place id, ImpliedAcls acls) {
    this.domain = domain;
    this.id = id;
    this.acls = acls;
    owner = Located.known("User:" + domain, "principal", id);
  }

  /** The name of a channel: that of the domain ahead of it where something is published on it. */
  static Located<String> name(Scalar key, String domain, boolean publishes) {
    Located<String> name = MappingReader.located(key, "name");
    if (!name.isKnown()) {
      return name;
    }
    String text = name.get();
    if (text.startsWith("/")) {
      return name.map(path -> path.substring(1).replace('/', '.'));
    }
    return text.startsWith(domain) || !publishes
        ? name
        : name.map(path -> domain + "." + path.replace('/', '.'));
  }

  /** What a domain may always do. */
  void ofDomain() {
    Located<String> own = Located.known(domain, "resourceName", id);
    acls.allow(owner, AclOperation.READ, ResourceType.GROUP, own, PatternType.PREFIXED, id);
    acls.allow(owner, USE, ResourceType.TOPIC, own, PatternType.PREFIXED, id);
    acls.allow(owner, WRITE, ResourceType.TRANSACTIONAL_ID, own, PatternType.PREFIXED, id);
    acls.allow(
        owner,
        AclOperation.CREATE,
        ResourceType.TOPIC,
        own.map(name -> name + "." + PRIVATE),
        PatternType.PREFIXED,
        id);
    // SpecMesh writes a prefix, which means the same: there is one name.
    acls.allowCluster(owner, AclOperation.IDEMPOTENT_WRITE, id);
  }

  /**
   * Who else may read a channel on which something is published.
   *
   * @param tags the names of its tags
   */
  void ofChannel(Scalar key, Located<String> name, List<Scalar> tags) {
    if (!name.isKnown()) {
      return;
    }
    String below = domain + ".";
    String topic = name.get();
    if (topic.startsWith(below + PUBLIC)) {
      acls.allow(
          Located.known("User:*", "principal", key.place()),
          READ,
          ResourceType.TOPIC,
          Located.known(below + PUBLIC, "resourceName", key.place()),
          PatternType.PREFIXED,
          key.place());
    }
    if (topic.startsWith(below + PUBLIC + ".") || topic.startsWith(below + PRIVATE + ".")) {
      return;
    }
    for (Scalar tag : tags) {
      if (tag.text().startsWith(Api.GRANT)) {
        Located<String> user =
            MappingReader.located(tag, "principal")
                .map(text -> text.substring(Api.GRANT.length()))
                .map(text -> text.equals(PUBLIC) ? "User:*" : "User:" + text);
        acls.allow(user, READ, ResourceType.TOPIC, name, PatternType.LITERAL, tag.place());
      }
    }
  }
}
