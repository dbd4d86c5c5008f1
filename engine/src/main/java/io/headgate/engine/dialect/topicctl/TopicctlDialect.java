package io.headgate.engine.dialect.topicctl;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of topicctl. */
public final class TopicctlDialect implements Dialect {

  private static final List<String> TOPIC =
      List.of("partitions", "replicationFactor", "retentionMinutes", "placement");
  private static final List<String> CLUSTER = List.of("bootstrapAddrs", "zkAddrs");

  @Override
  public String name() {
    return "topicctl";
  }

  @Override
  public Description describe() {
    return TopicctlDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.TOPIC, Kind.ACL, Kind.CONNECTION, Kind.SECRET);
  }

  @Override
  public boolean owns(String path, String text) {
    return !text.contains("apiVersion")
        && (text.contains("replicationFactor:")
            || text.contains("patternType:")
            || text.contains("bootstrapAddrs:"));
  }

  @Override
  public boolean reads(Document document) {
    return document.root() instanceof Mapping root && kind(root) != null;
  }

  @Override
  public void read(Document document, Reading reading) {
    if (!(document.root() instanceof Mapping root)
        || !(root.get("meta") instanceof Mapping meta)
        || !(root.get("spec") instanceof Mapping spec)) {
      return;
    }
    String kind = kind(root);
    if (kind == null) {
      return;
    }
    TopicctlFile file = TopicctlFile.of(root, meta, spec, kind, reading);
    switch (kind) {
      case "topic" -> TopicctlTopics.read(file, reading);
      case "acl" -> TopicctlAcls.read(file, reading);
      default -> TopicctlClusters.read(file, reading);
    }
    file.spec().finish();
  }

  /**
   * What a document is; null if it is none of ours. Others have metadata and a spec, too: nothing
   * else may stand beside them, unless the metadata are those of topicctl alone.
   */
  private static @Nullable String kind(Mapping root) {
    if (!(root.get("meta") instanceof Mapping meta)
        || !(root.get("spec") instanceof Mapping spec)
        || root.entry("apiVersion") != null
        || root.entry("kind") != null) {
      return null;
    }
    boolean own = meta.entry("region") != null && meta.entry("environment") != null;
    if (root.entries().size() > 2 && !own) {
      return null;
    }
    if (hasOne(spec, CLUSTER)) {
      return "cluster";
    }
    if (meta.entry("cluster") == null && !own) {
      return null;
    }
    return spec.entry("acls") != null ? "acl" : hasOne(spec, TOPIC) ? "topic" : null;
  }

  private static boolean hasOne(Mapping mapping, List<String> keys) {
    for (String key : keys) {
      if (mapping.entry(key) != null) {
        return true;
      }
    }
    return false;
  }
}
