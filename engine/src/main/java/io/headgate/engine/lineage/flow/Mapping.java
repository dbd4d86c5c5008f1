package io.headgate.engine.lineage.flow;

import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a part of a record comes from.
 *
 * @param from what is read
 * @param side the part of the record it is in now
 * @param path where in that part it is now
 * @param deep whether what lies below the one path lies below the other, under the same names
 * @param effect what became of it
 * @param by what decided the effect; may be empty
 * @param place where that is written
 * @param except the paths below that do not come along
 */
public record Mapping(
    FieldRef from,
    Side side,
    String path,
    boolean deep,
    Effect effect,
    String by,
    Place place,
    Set<String> except) {

  /** All of one side of a topic's records, as it is. */
  public static Mapping all(String topic, Side side, Place place) {
    return new Mapping(
        new FieldRef(topic, side, ""), side, "", true, Effect.COPY, "", place, Set.of());
  }

  /** The same at another path. */
  public Mapping at(Side newSide, String newPath) {
    return new Mapping(from, newSide, newPath, deep, effect, by, place, except);
  }

  /** The same with a further effect, of which only the greater counts. */
  public Mapping with(Effect further, String newBy, Place newPlace) {
    if (further.compareTo(effect) < 0) {
      return new Mapping(from, side, path, deep, effect, by, newPlace, except);
    }
    return new Mapping(
        from, side, path, deep && further == Effect.COPY, further, newBy, newPlace, except);
  }

  /** The same, opaque from here on: names below may be the same. */
  public Mapping opaque(String newBy, Place newPlace) {
    return effect.compareTo(Effect.OPAQUE) >= 0
        ? this
        : new Mapping(from, side, path, deep, Effect.OPAQUE, newBy, newPlace, except);
  }

  /** Whether a path below does not come along. */
  boolean excludes(String below) {
    if (except.isEmpty()) {
      return false;
    }
    if (except.contains(below)) {
      return true;
    }
    for (int dot = below.indexOf('.'); dot >= 0; dot = below.indexOf('.', dot + 1)) {
      if (except.contains(below.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  /** The part below a path, which is not excluded; it stands at the root. */
  Mapping below(String rest) {
    Set<String> left = new HashSet<>();
    for (String path : except) {
      String further = Paths.rest(rest, path);
      if (further != null && !further.isEmpty()) {
        left.add(further);
      }
    }
    FieldRef deeper = new FieldRef(from.topic(), from.side(), Paths.join(from.path(), rest));
    return new Mapping(deeper, side, "", true, effect, by, place, left);
  }

  /** The same without further paths below. */
  Mapping without(Set<String> more) {
    Set<String> all = new HashSet<>(except);
    all.addAll(more);
    return new Mapping(from, side, path, deep, effect, by, place, all);
  }
}
