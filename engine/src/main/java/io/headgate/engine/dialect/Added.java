package io.headgate.engine.dialect;

import io.headgate.spi.model.Located;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is added to the objects of a file before they are applied: by the kustomizations that list
 * it.
 *
 * @param labels labels by their names, placed where they are written; unknown where several
 *     kustomizations give one several values
 * @param annotations annotations, as labels
 */
public record Added(Map<String, Located<String>> labels, Map<String, Located<String>> annotations) {

  /** Nothing is added. */
  public static final Added NONE = new Added(Map.of(), Map.of());

  /** Copies the maps. */
  public Added {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** The label of an object once all is added, as its tool sees it; null if it has none. */
  public @Nullable Located<String> label(KubernetesObject object, String name) {
    Located<String> added = labels.get(name);
    return added == null ? object.locatedLabel(name) : added;
  }

  /** The annotation of an object once all is added; null if it has none. */
  public @Nullable Located<String> annotation(KubernetesObject object, String name) {
    Located<String> added = annotations.get(name);
    return added == null ? object.locatedAnnotation(name) : added;
  }
}
