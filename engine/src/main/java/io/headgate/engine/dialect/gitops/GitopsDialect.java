package io.headgate.engine.dialect.gitops;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** The state files of kafka-gitops. */
public final class GitopsDialect implements Dialect {

  @Override
  public String name() {
    return "kafka-gitops";
  }

  @Override
  public Description describe() {
    return GitopsDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.APP, Kind.CONSUMER_GROUP);
  }

  @Override
  public boolean owns(String path, String text) {
    if (text.contains("apiVersion")) {
      return false;
    }
    return text.contains("customServiceAcls:")
        || text.contains("customUserAcls:")
        || text.contains("type: kafka-connect")
        || text.contains("type: kafka-streams")
        || (text.contains("topics:")
            && text.contains("partitions:")
            && text.contains("replication:"));
  }

  @Override
  public boolean reads(Document document) {
    return document.root() instanceof Mapping root && GitopsSigns.isState(root);
  }

  @Override
  public void read(Document document, Reading reading) {
    if (document.root() instanceof Mapping root) {
      new GitopsState(root, reading).read();
    }
  }
}
