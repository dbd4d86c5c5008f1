package io.headgate.live;

import io.headgate.engine.Inspection;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Quota;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;

/** What headgate itself reads in a directory, in the words of what runs. */
final class ReadBack {

  private final Bundle bundle;
  private final int unread;

  private ReadBack(Bundle bundle, int unread) {
    this.bundle = bundle;
    this.unread = unread;
  }

  static ReadBack of(Path directory) throws IOException {
    Inspection inspection =
        new Run(
                new DiskFiles(directory, List.of(directory)),
                new Catalog(List.of()),
                Policy.NONE,
                "",
                null,
                rule -> false,
                Progress.NONE)
            .inspect();
    if (inspection.bundles().size() != 1) {
      throw new AssertionError("Bundles: " + inspection.bundles() + " " + inspection.skipped());
    }
    Run.Unjudged only = inspection.bundles().get(0);
    return new ReadBack(only.bundle(), only.unread());
  }

  Bundle bundle() {
    return bundle;
  }

  int unread() {
    return unread;
  }

  List<Running.Topic> topics() {
    List<Running.Topic> topics = new ArrayList<>();
    for (Topic topic : bundle.all(Topic.class)) {
      topics.add(
          new Running.Topic(
              topic.name().get(),
              topic.partitions().get(),
              topic.replication().get(),
              config(topic.config().properties())));
    }
    topics.sort(java.util.Comparator.comparing(Running.Topic::name));
    return topics;
  }

  private static SortedMap<String, String> config(List<Property> properties) {
    SortedMap<String, String> config = new TreeMap<>();
    for (Property property : properties) {
      config.put(property.key().get(), property.value().toString());
    }
    return config;
  }

  List<AclBinding> acls() {
    List<AclBinding> acls = new ArrayList<>();
    for (Acl acl : bundle.all(Acl.class)) {
      acls.add(
          new AclBinding(
              new ResourcePattern(
                  acl.resourceType().get(), acl.resourceName().get(), acl.pattern().get()),
              new AccessControlEntry(
                  acl.principal().get(),
                  acl.host().get(),
                  acl.operation().get(),
                  acl.permission().get())));
    }
    acls.sort(AclOrder.COMPARATOR);
    return acls;
  }

  /** Entity and limits as text; an entity that is not there is not in it. */
  List<String> quotas() {
    List<String> quotas = new ArrayList<>();
    for (Quota quota : bundle.all(Quota.class)) {
      TreeMap<String, Double> limits = new TreeMap<>();
      quotaLimit("producer_byte_rate", quota.producerByteRate().orNull(), limits);
      quotaLimit("consumer_byte_rate", quota.consumerByteRate().orNull(), limits);
      quotaLimit("request_percentage", quota.requestPercentage().orNull(), limits);
      TreeMap<String, String> entity = new TreeMap<>();
      if (!quota.user().isAbsent()) {
        entity.put("user", quota.user().get());
      }
      if (!quota.client().isAbsent()) {
        entity.put("client-id", quota.client().get());
      }
      quotas.add(entity + " " + limits);
    }
    quotas.sort(null);
    return quotas;
  }

  private static void quotaLimit(
      String key, @org.jspecify.annotations.Nullable Double value, Map<String, Double> limits) {
    if (value != null) {
      limits.put(key, value);
    }
  }

  List<Running.Connector> connectors() {
    List<Running.Connector> connectors = new ArrayList<>();
    for (Connector connector : bundle.all(Connector.class)) {
      connectors.add(
          new Running.Connector(
              connector.cluster().get(),
              connector.name().get(),
              config(connector.config().properties())));
    }
    connectors.sort(ConnectReader.ORDER);
    return connectors;
  }

  /** Subject, format and level. */
  List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    for (Schema schema : bundle.all(Schema.class)) {
      subjects.add(
          schema.subject()
              + " "
              + schema.format()
              + " "
              + schema.compatibility().orElse("none")
              + " "
              + schema.problems().size());
    }
    subjects.sort(null);
    return subjects;
  }
}
