package io.headgate.live;

import java.util.Comparator;

/** Asks Kafka Connect which connectors it has. */
final class ConnectReader {

  /** By cluster, then by name. */
  static final Comparator<Running.Connector> ORDER =
      Comparator.comparing(Running.Connector::cluster).thenComparing(Running.Connector::name);

  private ConnectReader() {}
}
