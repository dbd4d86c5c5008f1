package io.headgate.engine.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says beside its resources.
 *
 * @param unread what in it looks like Kafka, although no dialect reads it
 * @param facts what it says about Kafka clusters themselves
 * @param operated the Connect clusters and connectors in it that an operator is to run
 * @param before what the file itself says of the state before the change, such as a plan; null when
 *     it only knows what is to be
 */
public record Asides(
    List<Sign> unread,
    List<ClusterFacts> facts,
    List<OperatedConnect> operated,
    @Nullable ReadFile before) {

  /** Nothing. */
  public static final Asides NONE = new Asides(List.of(), List.of(), List.of(), null);

  /** Copies the lists. */
  public Asides {
    unread = List.copyOf(unread);
    facts = List.copyOf(facts);
    operated = List.copyOf(operated);
  }
}
