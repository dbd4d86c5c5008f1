package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.Set;

/** The files of JulieOps, formerly Kafka Topology Builder. */
public final class JulieDialect implements Dialect {

  @Override
  public String name() {
    return "julie";
  }

  @Override
  public Description describe() {
    return JulieDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.QUOTA, Kind.SCHEMA, Kind.APP, Kind.CONSUMER_GROUP);
  }

  @Override
  public boolean owns(String path, String text) {
    return text.contains("projects")
        && !text.contains("apiVersion")
        && (text.contains("num.partitions") || text.contains("principal"));
  }

  @Override
  public boolean reads(Document document) {
    return document.root() instanceof Mapping root
        && (JulieSigns.isTopology(root) || JulieSigns.isPlans(root) || JulieSigns.isRoles(root));
  }

  @Override
  public void read(Document document, Reading reading) {
    if (!(document.root() instanceof Mapping root)) {
      return;
    }
    if (JulieSigns.isTopology(root)) {
      JulieTopology.read(root, reading);
    } else if (JulieSigns.isPlans(root)) {
      JulieDefinitions.readPlans(root, reading);
    } else {
      JulieDefinitions.readRoles(root, reading);
    }
  }
}
