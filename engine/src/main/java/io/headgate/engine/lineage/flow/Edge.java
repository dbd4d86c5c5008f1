package io.headgate.engine.lineage.flow;

import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema.Side;
import org.jspecify.annotations.Nullable;

/**
 * What an app or connector does with a part of a record.
 *
 * @param mapping the part, and where it is written
 * @param topic where the record goes; null for outside of Kafka
 * @param through the app or connector
 * @param attribute the path of the statement or property in the resource
 */
public record Edge(Mapping mapping, @Nullable String topic, Resource through, String attribute) {

  /** The step of a field, or null if the edge does not take it. */
  @Nullable Flow from(FieldRef field) {
    String rest = Paths.rest(mapping.from().path(), field.path());
    if (rest == null) {
      String inside = Paths.rest(field.path(), mapping.from().path());
      return inside == null ? null : flow(mapping.from(), mapping.path());
    }
    if (mapping.deep()) {
      return mapping.excludes(rest) ? null : flow(field, Paths.join(mapping.path(), rest));
    }
    return flow(field, mapping.path());
  }

  /** The step that writes a field, or null if the edge does not write it. */
  @Nullable Flow into(FieldRef field) {
    String rest = Paths.rest(mapping.path(), field.path());
    if (rest == null) {
      String inside = Paths.rest(field.path(), mapping.path());
      return inside == null ? null : flow(mapping.from(), mapping.path());
    }
    if (mapping.deep()) {
      FieldRef from = mapping.from();
      return mapping.excludes(rest)
          ? null
          : flow(
              new FieldRef(from.topic(), from.side(), Paths.join(from.path(), rest)), field.path());
    }
    return flow(mapping.from(), field.path());
  }

  private Flow flow(FieldRef from, String path) {
    Side side = mapping.side();
    FieldRef to = topic == null ? null : new FieldRef(topic, side, path);
    String name = topic == null ? "sink" : topic;
    String field = (side == Side.KEY ? "._key" : "") + (path.isEmpty() ? "" : "." + path);
    return new Flow(
        from,
        to,
        through,
        mapping.effect(),
        Located.known(mapping.by(), attribute + "." + name + field, mapping.place()));
  }
}
