package io.headgate.live;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.live.Running.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks Kafka Connect which connectors it has ({@code GET /connectors?expand=info}). */
final class ConnectReader {

  /** By cluster, then by name. */
  static final Comparator<Running.Connector> ORDER =
      Comparator.comparing(Running.Connector::cluster).thenComparing(Running.Connector::name);

  private static final String PATH = "/connectors?expand=info";

  private ConnectReader() {}

  static List<Running.Connector> read(Source source, Duration timeout, List<Gap> gaps) {
    try (Http http = new Http(source, "Kafka Connect", timeout)) {
      return read(http, source.name(), gaps);
    }
  }

  private static List<Running.Connector> read(Http http, String cluster, List<Gap> gaps) {
    List<Running.Connector> connectors = new ArrayList<>();
    Node answer;
    try {
      answer = http.getThere(PATH);
    } catch (Http.Forbidden e) {
      gaps.add(
          new Gap(
              "connectors",
              "Kafka Connect '"
                  + cluster
                  + "' does not let this user list its connectors. Give a user who may with"
                  + " HEADGATE_CONNECT_USER."));
      return connectors;
    }
    if (!(answer instanceof Mapping all)) {
      throw http.unexpected(PATH);
    }
    for (Entry entry : all.entries()) {
      if (!(entry.value() instanceof Mapping one)
          || !(one.get("info") instanceof Mapping info)
          || !(info.get("config") instanceof Mapping config)) {
        throw http.unexpected(PATH);
      }
      SortedMap<String, String> properties = new TreeMap<>();
      for (Entry property : config.entries()) {
        if (!(property.value() instanceof Scalar value)) {
          throw http.unexpected(PATH);
        }
        if (!value.isNull()) {
          properties.put(property.key().text(), value.text());
        }
      }
      connectors.add(new Running.Connector(cluster, entry.key().text(), properties));
    }
    return connectors;
  }
}
