package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan holds what nobody may see: Terraform writes sensitive values in the clear and only
 * marks them beside, and the values of variables it does not mark at all.
 */
final class PlanSecrets {

  private PlanSecrets() {}

  static List<Place> in(Mapping root) {
    List<Place> places = new ArrayList<>();
    changes(root.get("resource_changes"), places);
    changes(root.get("resource_drift"), places);
    module(below(root.get("planned_values"), "root_module"), places);
    module(below(below(root.get("prior_state"), "values"), "root_module"), places);
    if (root.get("variables") instanceof Mapping variables) {
      for (Entry variable : variables.entries()) {
        PlanValues.all(below(variable.value(), "value"), places);
      }
    }
    outputs(root.get("output_changes"), places);
    outputs(below(root.get("planned_values"), "outputs"), places);
    outputs(below(below(root.get("prior_state"), "values"), "outputs"), places);
    return places;
  }

  private static void changes(@Nullable Node changes, List<Place> places) {
    for (Node change : items(changes)) {
      change(below(change, "change"), places);
    }
  }

  private static void change(@Nullable Node change, List<Place> places) {
    PlanValues.sensitive(below(change, "before"), below(change, "before_sensitive"), places);
    PlanValues.sensitive(below(change, "after"), below(change, "after_sensitive"), places);
  }

  private static void module(@Nullable Node module, List<Place> places) {
    for (Node resource : items(below(module, "resources"))) {
      PlanValues.sensitive(below(resource, "values"), below(resource, "sensitive_values"), places);
    }
    for (Node child : items(below(module, "child_modules"))) {
      module(child, places);
    }
  }

  /** Outputs are marked with a single word for all of a value. */
  private static void outputs(@Nullable Node outputs, List<Place> places) {
    if (outputs instanceof Mapping mapping) {
      for (Entry output : mapping.entries()) {
        change(output.value(), places);
        PlanValues.sensitive(
            below(output.value(), "value"), below(output.value(), "sensitive"), places);
      }
    }
  }

  private static List<Node> items(@Nullable Node list) {
    return list instanceof Sequence sequence ? sequence.items() : List.of();
  }

  private static @Nullable Node below(@Nullable Node node, String key) {
    return node instanceof Mapping mapping ? mapping.get(key) : null;
  }
}
