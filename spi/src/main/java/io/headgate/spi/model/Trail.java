package io.headgate.spi.model;

import java.util.List;

/**
 * A way of a field through apps and connectors.
 *
 * @param flows the steps in the direction of the data; never empty
 */
public record Trail(List<Flow> flows) {

  /** Copies the list. */
  public Trail {
    flows = List.copyOf(flows);
  }

  /** The first step. */
  public Flow first() {
    return flows.get(0);
  }

  /** The last step. */
  public Flow last() {
    return flows.get(flows.size() - 1);
  }

  /** Whether the value, or something that gives it away, goes all the way. */
  public boolean carries() {
    for (Flow flow : flows) {
      if (!flow.effect().carries()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a step has this effect. */
  public boolean has(Flow.Effect effect) {
    for (Flow flow : flows) {
      if (flow.effect() == effect) {
        return true;
      }
    }
    return false;
  }
}
