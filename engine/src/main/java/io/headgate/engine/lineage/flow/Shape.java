package io.headgate.engine.lineage.flow;

import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a record is made of. It names no field that it need not: a record that is passed on as a
 * whole is one mapping, however many fields it has and whether they are known or not.
 *
 * @param mappings the parts
 */
public record Shape(List<Mapping> mappings) {

  /** Nothing that anybody knows of. */
  public static final Shape NOTHING = new Shape(List.of());

  /** Copies the list. */
  public Shape {
    mappings = List.copyOf(mappings);
  }

  /** The records of a topic, as they are. */
  public static Shape of(String topic, Place place) {
    return new Shape(
        List.of(Mapping.all(topic, Side.KEY, place), Mapping.all(topic, Side.VALUE, place)));
  }

  /** The parts at, in and around a path, as they are seen from there. */
  public Shape at(Side side, String path) {
    List<Mapping> found = new ArrayList<>();
    for (Mapping mapping : mappings) {
      if (mapping.side() != side) {
        continue;
      }
      String rest = Paths.rest(mapping.path(), path);
      if (rest == null) {
        String inside = Paths.rest(path, mapping.path());
        if (inside != null) {
          found.add(mapping.at(side, inside));
        }
      } else if (rest.isEmpty() || !mapping.deep()) {
        found.add(mapping.at(side, ""));
      } else if (!mapping.excludes(rest)) {
        found.add(mapping.below(rest));
      }
    }
    return new Shape(found);
  }

  /** All parts, below a path. */
  public Shape below(Side side, String path) {
    List<Mapping> moved = new ArrayList<>(mappings.size());
    for (Mapping mapping : mappings) {
      moved.add(mapping.at(side, Paths.join(path, mapping.path())));
    }
    return new Shape(moved);
  }

  /** The parts that are not at or in one of the paths. */
  public Shape without(Side side, Set<String> paths) {
    if (paths.isEmpty()) {
      return this;
    }
    List<Mapping> left = new ArrayList<>(mappings.size());
    for (Mapping mapping : mappings) {
      if (mapping.side() != side) {
        left.add(mapping);
        continue;
      }
      if (lies(mapping.path(), paths)) {
        continue;
      }
      Set<String> inside = new HashSet<>();
      if (mapping.deep()) {
        for (String path : paths) {
          String rest = Paths.rest(mapping.path(), path);
          if (rest != null) {
            inside.add(rest);
          }
        }
      }
      left.add(inside.isEmpty() ? mapping : mapping.without(inside));
    }
    return new Shape(left);
  }

  /** Whether a path is one of the paths or below one. */
  private static boolean lies(String path, Set<String> paths) {
    if (paths.contains(path) || paths.contains("")) {
      return true;
    }
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      if (paths.contains(path.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  /** All parts of one side. */
  public Shape side(Side side) {
    List<Mapping> own = new ArrayList<>();
    for (Mapping mapping : mappings) {
      if (mapping.side() == side) {
        own.add(mapping);
      }
    }
    return new Shape(own);
  }

  /** Both together. */
  public Shape and(Shape other) {
    if (mappings.isEmpty() || other.mappings.isEmpty()) {
      return mappings.isEmpty() ? other : this;
    }
    List<Mapping> all = new ArrayList<>(mappings);
    all.addAll(other.mappings);
    return new Shape(all);
  }

  /** All parts with a further effect. */
  public Shape with(Effect effect, String by, Place place) {
    List<Mapping> all = new ArrayList<>(mappings.size());
    for (Mapping mapping : mappings) {
      all.add(mapping.with(effect, by, place));
    }
    return new Shape(all);
  }

  /** The same parts, of which nobody can tell what became. */
  public Shape opaque(String by, Place place) {
    List<Mapping> all = new ArrayList<>(mappings.size());
    for (Mapping mapping : mappings) {
      all.add(mapping.opaque(by, place));
    }
    return new Shape(all);
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return mappings.isEmpty();
  }
}
