package io.headgate.engine.dialect;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Kafka Connect's properties mean, whichever dialect carries them. */
public final class ConnectorReader {

  private ConnectorReader() {}

  /**
   * Adds a connector and, if it is a sink, its consumer group: {@code connect-<name>}, or what
   * {@code consumer.override.group.id} says (Kafka Connect user guide).
   *
   * @param config all its properties
   * @param properties the node of the properties, for the places inside a list of topics
   */
  public static void add(
      Located<String> name,
      Located<String> cluster,
      Located<String> connectorClass,
      Config config,
      @Nullable Node properties,
      Reading reading) {
    List<Located<String>> topics =
        properties instanceof Mapping mapping && mapping.get("topics") instanceof Scalar list
            ? listed(list, reading)
            : List.of();
    Located<String> pattern = config.get("topics.regex");
    reading.add(new Connector(name, cluster, connectorClass, config, topics, pattern));
    if (name.isKnown() && (!topics.isEmpty() || !pattern.isAbsent())) {
      Located<String> override = config.get("consumer.override.group.id");
      Located<String> group =
          override.isAbsent() ? name.map(connector -> "connect-" + connector) : override;
      reading.add(
          new ConsumerGroup(group, new ResourceRef(Kind.CONNECTOR, name.get()), topics, pattern));
    }
  }

  /** The topics of a comma-separated list, each at its own place. */
  private static List<Located<String>> listed(Scalar list, Reading reading) {
    if (list.isTemplated()) {
      return List.of(Located.unknown("config.topics", list.place()));
    }
    Positions positions = ScalarText.of(list, reading.source());
    List<Located<String>> topics = new ArrayList<>();
    String text = list.text();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (to > from) {
        String topic = text.substring(from, to);
        topics.add(Located.known(topic, "config.topics." + topic, positions.place(from, to)));
      }
      start = end + 1;
    }
    return topics;
  }
}
