package io.headgate.engine.dialect;

import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one instance of each text that the resources of a run have in common: the names of fields
 * and keys, the paths of attributes, principals, common values. They are most of what a large
 * landscape would otherwise hold in memory. For any number of threads.
 */
final class TextPool {

  /** Longer texts are hardly ever the same. */
  private static final int LONGEST = 256;

  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** The same resource with common texts; of the kinds that a landscape has many of. */
  Resource share(Resource resource) {
    if (resource instanceof Schema schema) {
      return new Schema(
          text(schema.subject()),
          schema.format(),
          text(schema.compatibility()),
          fields(schema.fields()),
          schema.problems(),
          schema.text());
    }
    if (resource instanceof Acl acl) {
      return new Acl(
          text(acl.principal()),
          text(acl.host()),
          acl.operation(),
          acl.permission(),
          acl.resourceType(),
          text(acl.resourceName()),
          acl.pattern());
    }
    if (resource instanceof Topic topic) {
      return new Topic(
          text(topic.name()),
          topic.partitions(),
          topic.replication(),
          config(topic.config()),
          text(topic.description()),
          config(topic.labels()));
    }
    if (resource instanceof Connector connector) {
      return new Connector(
          text(connector.name()),
          text(connector.cluster()),
          text(connector.connectorClass()),
          config(connector.config()),
          connector.topics(),
          connector.topicsPattern());
    }
    return resource;
  }

  private List<Field> fields(List<Field> fields) {
    List<Field> shared = new ArrayList<>(fields.size());
    for (Field field : fields) {
      shared.add(
          new Field(
              text(field.name()),
              text(field.path()),
              text(field.type()),
              text(field.documentation()),
              field.tags(),
              field.properties()));
    }
    return shared;
  }

  private Config config(Config config) {
    List<Property> shared = new ArrayList<>(config.properties().size());
    for (Property property : config.properties()) {
      shared.add(new Property(text(property.key()), text(property.value())));
    }
    return new Config(config.attribute(), config.place(), shared);
  }

  private Located<String> text(Located<String> located) {
    String attribute = text(located.attribute());
    if (located.isKnown()) {
      return Located.known(text(located.get()), attribute, located.place());
    }
    return located.isAbsent()
        ? Located.absent(attribute, located.place())
        : Located.unknown(attribute, located.place());
  }

  private String text(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    // Looks first: nearly always it is there, and looking locks nothing.
    String known = texts.get(text);
    if (known == null) {
      known = texts.putIfAbsent(text, text);
    }
    return known == null ? text : known;
  }
}
