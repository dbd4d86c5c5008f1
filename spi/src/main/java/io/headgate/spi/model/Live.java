package io.headgate.spi.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs, as the cluster told it: facts that no file declares.
 *
 * @param running all that runs, as a bundle in the same environment; null where the bundle itself
 *     was read from the cluster, and there is nothing to compare it with
 * @param read the kinds that were read whole; of others what is not there says nothing
 * @param connects the Connect clusters that were asked, as the landscape calls them
 * @param brokers how many brokers there are; 0 if nobody said
 * @param topicDefaults what the brokers use where a topic sets nothing, by topic-level key, as they
 *     said themselves
 * @param compatibility the level of subjects that have none of their own; null if nobody said
 * @param otherSchemas the subjects whose declared text means something else than the one that runs
 * @param groups the groups of consumers; complete where {@code read} has them
 */
public record Live(
    @Nullable Bundle running,
    Set<Kind> read,
    Set<String> connects,
    int brokers,
    Map<String, String> topicDefaults,
    @Nullable String compatibility,
    Set<String> otherSchemas,
    List<RunningGroup> groups) {

  /** Copies the collections. */
  public Live {
    read = Set.copyOf(read);
    connects = Set.copyOf(connects);
    topicDefaults = Map.copyOf(topicDefaults);
    otherSchemas = Set.copyOf(otherSchemas);
    groups = List.copyOf(groups);
  }

  /** The facts for a bundle that was itself read from the cluster: it is compared with nothing. */
  public Live alone() {
    return new Live(
        null, read, connects, brokers, topicDefaults, compatibility, otherSchemas, groups);
  }

  /**
   * A group of consumers.
   *
   * @param name its id
   * @param state as Kafka calls it, such as {@code Stable}, or {@code Empty} where it has no member
   * @param positions how far it is; empty where it never committed, or that may not be read
   */
  public record RunningGroup(String name, String state, List<Position> positions) {

    /** Copies the list. */
    public RunningGroup {
      positions = List.copyOf(positions);
    }
  }

  /**
   * How far a group is in a partition.
   *
   * @param lag how many records are yet to be read; -1 if that is not known
   */
  public record Position(String topic, int partition, long lag) {}
}
