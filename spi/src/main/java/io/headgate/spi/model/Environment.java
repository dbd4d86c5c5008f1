package io.headgate.spi.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says about the world around a bundle, because the files themselves cannot.
 *
 * @param name such as {@code prod}; empty when nobody said
 * @param kafkaVersion such as {@code 4.1}; null when nobody said
 * @param brokerDefaults what the brokers use where a topic says nothing, by topic-level key; only
 *     what somebody said
 * @param tiers how critical topics are; the first match counts
 * @param owners who owns which names; the longest prefix counts
 * @param external what exists outside the bundle
 */
public record Environment(
    String name,
    @Nullable KafkaVersion kafkaVersion,
    Map<String, String> brokerDefaults,
    List<Tier> tiers,
    List<Owner> owners,
    External external) {

  /** An environment about which nobody said anything. */
  public static final Environment UNKNOWN =
      new Environment("", null, Map.of(), List.of(), List.of(), External.NOTHING);

  /** Copies the collections. */
  public Environment {
    brokerDefaults = Map.copyOf(brokerDefaults);
    tiers = List.copyOf(tiers);
    owners = List.copyOf(owners);
  }

  /** Topics of one criticality; tier 1 is the most critical. */
  public record Tier(int tier, List<NamePattern> topics) {}

  /** A team, the prefixes of the names it owns, and its principals. */
  public record Owner(String team, List<String> prefixes, List<NamePattern> principals) {}

  /** Names that exist although no file of the bundle declares them. */
  public record External(
      List<NamePattern> principals, List<NamePattern> topics, List<NamePattern> groups) {

    /** Nothing outside. */
    public static final External NOTHING = new External(List.of(), List.of(), List.of());
  }

  /** The tier of a topic, or empty when no tier names it. */
  public OptionalInt tierOf(String topic) {
    return tiers.stream()
        .filter(tier -> tier.topics().stream().anyMatch(p -> p.matches(topic)))
        .mapToInt(Tier::tier)
        .findFirst();
  }
}
