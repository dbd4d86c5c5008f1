package io.headgate.rules.acl;

import io.headgate.rules.kafka.TopicNames;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Property;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Topics that may exist although nobody declares them: those of Kafka and its tools, those that
 * declared apps and connectors make, and those that an entry lets its principal create.
 */
final class UndeclaredTopics {

  private static final Set<String> PREFIX_KEYS = Set.of("topic.prefix", "database.server.name");

  /** What stands between the names of topics in a connector's values: commas, KCQL, wildcards. */
  private static final String DELIMITERS = " \t\r\n,;:=`'\"()[]{}*|";

  private final Set<String> creatable = new HashSet<>();
  private final NavigableSet<String> connectorTopics = new TreeSet<>();
  private final Set<String> connectorPrefixes = new HashSet<>();
  private final NavigableSet<String> applications;

  UndeclaredTopics(Bundle bundle) {
    applications = bundle.groupNames();
    for (Acl acl : bundle.all(Acl.class)) {
      boolean creates =
          acl.operation().is(AclOperation.CREATE) || acl.operation().is(AclOperation.ALL);
      if (creates && acl.allows() && acl.resourceType().is(ResourceType.TOPIC)) {
        creatable.add(acl.resourceName().orElse(""));
      }
    }
    for (Connector connector : bundle.all(Connector.class)) {
      connector.config().properties().forEach(this::collect);
    }
  }

  /** Whether such a topic may be what the entry is about. */
  boolean mayBeMeantBy(Acl acl) {
    String name = acl.resourceName().get();
    return creatable.contains(name)
        || TopicNames.prefixOf(name, TopicNames.ENGINE_PREFIXES) != null
        || connectorTopics.contains(name)
        || Grants.belongsToApp(applications, name)
        || Grants.beginsWithOneOf(connectorPrefixes, name)
        || (Grants.isPrefixed(acl)
            && (TopicNames.ENGINE_PREFIXES.stream().anyMatch(p -> p.startsWith(name))
                || hasPrefix(connectorTopics, name)
                || hasPrefix(applications, name)));
  }

  private void collect(Property property) {
    String value = property.value().orElse("");
    if (PREFIX_KEYS.contains(property.key().orElse(""))) {
      connectorPrefixes.add(value.trim());
    }
    StringTokenizer words = new StringTokenizer(value, DELIMITERS);
    while (words.hasMoreTokens()) {
      connectorTopics.add(words.nextToken());
    }
  }

  private static boolean hasPrefix(NavigableSet<String> names, String prefix) {
    String next = names.ceiling(prefix);
    return next != null && next.startsWith(prefix);
  }
}
