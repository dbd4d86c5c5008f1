package io.headgate.rules.alert;

import io.headgate.spi.model.Environment;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The tiers of topics that a rule is about. */
final class Tiers {

  private final Set<String> tiers;

  Tiers(List<String> tiers) {
    this.tiers = new HashSet<>(tiers);
  }

  boolean include(String topic, Environment environment) {
    OptionalInt tier = environment.tierOf(topic);
    return tier.isPresent() && tiers.contains(String.valueOf(tier.getAsInt()));
  }
}
