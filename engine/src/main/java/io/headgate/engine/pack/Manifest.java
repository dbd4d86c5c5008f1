package io.headgate.engine.pack;

import io.headgate.spi.Setting;
import io.headgate.spi.model.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code pack.yaml} says.
 *
 * @param id the pack's id
 * @param idPlace where that stands
 * @param version the pack's version
 * @param headgate the versions of headgate it is made for
 * @param headgatePlace where that stands
 * @param owner who answers for it
 * @param summary what it is for; empty if it does not say
 * @param settings what the policy may set, by rule
 */
record Manifest(
    String id,
    Place idPlace,
    String version,
    VersionRange headgate,
    Place headgatePlace,
    String owner,
    String summary,
    Map<String, Declared> settings) {

  /** The name of the file, at the root of a pack. */
  static final String FILE = "pack.yaml";

  Manifest {
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * The settings of a rule.
   *
   * @param place where the rule is named
   * @param places where each setting is named
   */
  record Declared(Place place, List<Setting<?>> settings, Map<String, Place> places) {

    Declared {
      settings = List.copyOf(settings);
      places = Map.copyOf(places);
    }
  }
}
