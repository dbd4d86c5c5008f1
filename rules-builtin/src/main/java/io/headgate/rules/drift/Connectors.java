package io.headgate.rules.drift;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which connectors are to be compared. Names are unique in one Connect cluster only. */
final class Connectors {

  private Connectors() {}

  /** The declared connectors whose names are known, and whose Connect cluster was asked. */
  static List<Connector> asked(Bundle bundle, Live live) {
    List<Connector> asked = new ArrayList<>();
    for (Connector connector : bundle.all(Connector.class)) {
      if (connector.name().isKnown()
          && !connector.cluster().isUnknown()
          && isAsked(connector, live.connects())) {
        asked.add(connector);
      }
    }
    return asked;
  }

  /** Who does not say where a connector runs means the one cluster that there is. */
  private static boolean isAsked(Connector connector, Set<String> connects) {
    return connector.cluster().isKnown()
        ? connects.contains(connector.cluster().get())
        : connects.size() == 1;
  }

  /** The same connector among others; null if it is not there. */
  static @Nullable Connector same(Connector connector, List<Connector> others) {
    for (Connector other : others) {
      boolean apart =
          connector.cluster().isKnown()
              && other.cluster().isKnown()
              && !connector.cluster().is(other.cluster().get());
      if (!apart && other.name().isKnown() && connector.name().is(other.name().get())) {
        return other;
      }
    }
    return null;
  }

  /** Whether each name that is declared is known. */
  static boolean areKnown(Bundle bundle) {
    for (Connector connector : bundle.all(Connector.class)) {
      if (!connector.name().isKnown() || connector.cluster().isUnknown()) {
        return false;
      }
    }
    return true;
  }
}
