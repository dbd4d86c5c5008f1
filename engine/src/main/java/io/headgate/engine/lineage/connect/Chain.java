package io.headgate.engine.lineage.connect;

import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Paths;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of one topic on their way through the transforms of a connector. Unless an option
 * says otherwise, the transforms of Apache Kafka know the fields at the root of key or value and no
 * others (<a href="https://kafka.apache.org/documentation/#connect_included_transformation">Kafka
 * Connect</a>); of them only {@code ExtractField}, {@code HeaderFrom} and a few more take a path.
 */
final class Chain {

  private final Fields fields;
  private final Listener listener;
  private final Map<Side, Boolean> flat = new EnumMap<>(Side.class);
  private Shape shape;

  /** Hears what a transform does not do. */
  interface Listener {

    /** Nobody knows what the transform does. */
    void unknown(Transform transform);

    /**
     * The transform does not reach a field.
     *
     * @param where where the field is, or the one that was meant; the name itself for {@link
     *     Miss#NOWHERE}
     */
    void missed(Transform transform, Located<String> list, String field, Miss miss, String where);
  }

  /** Why a transform does not reach a field. */
  enum Miss {
    /** It names a path, and knows the fields at the root only. */
    PATH,
    /** The field is in the other part of the record. */
    OTHER_SIDE,
    /** The field is deeper in the record. */
    DEEPER,
    /** An earlier transform gave the field another name. */
    RENAMED,
    /** There is none, but one with a name that is much alike. */
    MISSPELT,
    /** There is none, so that nothing is missed: one list of fields may serve many topics. */
    NOWHERE
  }

  /**
   * The records of a topic, or of any if it is not known.
   *
   * @param shape what they are made of at first
   */
  Chain(Shape shape, Fields fields, Listener listener) {
    this.shape = shape;
    this.fields = fields;
    this.listener = listener;
  }

  Shape shape() {
    return shape;
  }

  void apply(Transform transform) {
    if (!transform.apache()) {
      foreign(transform);
      return;
    }
    Side side = transform.side();
    Place place = transform.type().place();
    switch (transform.name()) {
      case "MaskField" -> mask(transform, side);
      case "ReplaceField" -> replace(transform, side);
      case "ValueToKey" -> {
        Shape key = Shape.NOTHING;
        for (String field : transform.list("fields")) {
          key = key.and(shape.at(Side.VALUE, field).below(Side.KEY, field));
        }
        shape = shape.side(Side.VALUE).and(key);
        flat.put(Side.KEY, Boolean.FALSE);
      }
      case "ExtractField" -> {
        String field = transform.option("field").orElse("");
        boolean isPath = transform.option("field.syntax.version").orElse("V1").equals("V2");
        Shape inner = isPath || isRoot(field, side) ? shape.at(side, field) : Shape.NOTHING;
        shape = other(side).and(inner);
      }
      case "HoistField" -> {
        String field = transform.option("field").orElse("");
        shape = other(side).and(shape.side(side).below(side, field));
        flat.put(side, Boolean.FALSE);
      }
      case "Flatten" -> flatten(side, transform.option("delimiter").orElse("."));
      case "HeaderFrom" -> headers(transform, side);
      case "DropHeaders" -> {
        Set<String> dropped = new HashSet<>();
        transform.list("headers").forEach(header -> dropped.add("_headers." + header));
        shape = shape.without(Side.VALUE, dropped);
      }
      case "Cast",
          "Filter",
          "InsertField",
          "InsertHeader",
          "RegexRouter",
          "SetSchemaMetadata",
          "TimestampConverter",
          "TimestampRouter" -> {
        // They add no value of another field and take none away.
      }
      default -> {
        listener.unknown(transform);
        shape = shape.opaque(transform.name(), place);
      }
    }
  }

  private void foreign(Transform transform) {
    switch (transform.type().orElse("")) {
      case "io.debezium.transforms.ExtractNewRecordState" ->
          shape =
              other(Side.VALUE)
                  .and(shape.at(Side.VALUE, "after"))
                  .and(shape.at(Side.VALUE, "before"));
      case "io.debezium.transforms.ByLogicalTableRouter",
          "io.confluent.connect.transforms.Filter$Value",
          "io.confluent.connect.transforms.Filter$Key",
          "io.confluent.connect.transforms.TombstoneHandler",
          "io.confluent.connect.transforms.MessageTimestampRouter",
          "io.confluent.connect.transforms.ExtractTopic$Value",
          "io.confluent.connect.transforms.ExtractTopic$Key" -> {
        // They route or drop whole records.
      }
      case "io.confluent.connect.transforms.Drop$Value" -> shape = shape.side(Side.KEY);
      case "io.confluent.connect.transforms.Drop$Key" -> shape = shape.side(Side.VALUE);
      default -> {
        listener.unknown(transform);
        String by = transform.type().orElse(transform.alias());
        shape = shape.opaque(by, transform.type().place());
      }
    }
  }

  private Shape other(Side side) {
    return shape.side(side == Side.KEY ? Side.VALUE : Side.KEY);
  }

  private boolean isFlat(Side side) {
    return flat.getOrDefault(side, Boolean.FALSE);
  }

  private void mask(Transform transform, Side side) {
    Located<String> list = transform.option("fields");
    for (String field : transform.list("fields")) {
      if (reaches(transform, list, field)) {
        Shape masked =
            shape.at(side, field).with(Effect.MASK, "MaskField", transform.type().place());
        shape = shape.without(side, Set.of(field)).and(masked.below(side, field));
      }
    }
  }

  private void replace(Transform transform, Side side) {
    List<String> include = transform.list(known(transform, "include", "whitelist"));
    if (!include.isEmpty()) {
      Shape kept = other(side);
      for (String field : include) {
        if (isRoot(field, side)) {
          kept = kept.and(shape.at(side, field).below(side, field));
        }
      }
      shape = kept;
    }
    String exclude = known(transform, "exclude", "blacklist");
    Located<String> list = transform.option(exclude);
    Set<String> dropped = new HashSet<>();
    for (String field : transform.list(exclude)) {
      if (reaches(transform, list, field)) {
        dropped.add(field);
      }
    }
    shape = shape.without(side, dropped);
    Shape renamed = Shape.NOTHING;
    Set<String> gone = new HashSet<>();
    for (String rename : transform.list("renames")) {
      int colon = rename.indexOf(':');
      String from = colon < 0 ? "" : rename.substring(0, colon).strip();
      if (!from.isEmpty() && isRoot(from, side)) {
        renamed =
            renamed.and(shape.at(side, from).below(side, rename.substring(colon + 1).strip()));
        gone.add(from);
      }
    }
    shape = shape.without(side, gone).and(renamed);
  }

  private static String known(Transform transform, String name, String formerly) {
    return transform.option(name).isAbsent() ? formerly : name;
  }

  /** Whether a name can be that of a field at the root. */
  private boolean isRoot(String field, Side side) {
    return field.indexOf('.') < 0 || isFlat(side);
  }

  /** Whether a protection reaches the field that it names; if not, somebody hears of it. */
  private boolean reaches(Transform transform, Located<String> list, String field) {
    Side side = transform.side();
    if (!isRoot(field, side)) {
      listener.missed(transform, list, field, Miss.PATH, field);
      return false;
    }
    if (isThere(side, field)) {
      return true;
    }
    Side otherSide = side == Side.KEY ? Side.VALUE : Side.KEY;
    String where = field;
    Miss miss = Miss.NOWHERE;
    if (isSurelyThere(otherSide, field)) {
      miss = Miss.OTHER_SIDE;
    } else if ((where = deeper(side, field)) != null) {
      miss = Miss.DEEPER;
    } else if ((where = renamed(side, field)) != null) {
      miss = Miss.RENAMED;
    } else if ((where = alike(side, field)) != null) {
      miss = Miss.MISSPELT;
    }
    listener.missed(transform, list, field, miss, where == null ? field : where);
    return false;
  }

  /** What a field of the topic is called by now. */
  private @Nullable String renamed(Side side, String field) {
    for (Mapping mapping : shape.side(side).mappings()) {
      if (mapping.from().path().equals(field) && !mapping.path().isEmpty()) {
        return mapping.path();
      }
    }
    return null;
  }

  /** A field of the topic that the name is probably meant for; never one of that very name. */
  private @Nullable String alike(Side side, String field) {
    for (Mapping mapping : shape.side(side).mappings()) {
      Set<String> paths = fields.paths(mapping.from().topic(), mapping.from().side());
      if (paths != null && !paths.contains(field)) {
        String near = Nearest.to(field, new TreeSet<>(paths));
        if (near != null && isThere(side, near)) {
          return near;
        }
      }
    }
    return null;
  }

  /** Whether a field may be there: unless all schemas are known and none of them has it. */
  private boolean isThere(Side side, String field) {
    for (Mapping mapping : shape.at(side, field).mappings()) {
      if (fields.has(mapping.from().topic(), mapping.from().side(), mapping.from().path())
              != Fields.Answer.NO
          || mapping.from().path().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean isSurelyThere(Side side, String field) {
    for (Mapping mapping : shape.at(side, field).mappings()) {
      if (fields.has(mapping.from().topic(), mapping.from().side(), mapping.from().path())
          == Fields.Answer.YES) {
        return true;
      }
    }
    return false;
  }

  /** Where below the root a field of this name is. */
  private @Nullable String deeper(Side side, String field) {
    for (Mapping mapping : shape.side(side).mappings()) {
      Set<String> paths = fields.paths(mapping.from().topic(), mapping.from().side());
      String found = null;
      for (String path : paths == null ? Set.<String>of() : paths) {
        if (path.endsWith("." + field) && (found == null || path.compareTo(found) < 0)) {
          found = path;
        }
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** With schemas each leaf gets its new name; without, paths stay as they are. */
  private void flatten(Side side, String delimiter) {
    List<Mapping> flattened = new ArrayList<>();
    for (Mapping mapping : shape.side(side).mappings()) {
      Set<String> paths = fields.paths(mapping.from().topic(), mapping.from().side());
      if (!mapping.deep() || paths == null) {
        flattened.add(mapping.at(side, mapping.path().replace(".", delimiter)));
        continue;
      }
      Shape one = new Shape(List.of(mapping));
      for (String path : new TreeSet<>(paths)) {
        String rest = Paths.rest(mapping.from().path(), path);
        if (rest != null && !isRecord(path, paths)) {
          String whole = Paths.join(mapping.path(), rest);
          Shape leaf = one.at(side, whole);
          flattened.addAll(leaf.below(side, whole.replace(".", delimiter)).mappings());
        }
      }
    }
    shape = other(side).and(new Shape(flattened));
    flat.put(side, Boolean.TRUE);
  }

  private static boolean isRecord(String path, Set<String> paths) {
    for (String other : paths) {
      if (other.startsWith(path + ".")) {
        return true;
      }
    }
    return false;
  }

  private void headers(Transform transform, Side side) {
    List<String> from = transform.list("fields");
    List<String> headers = transform.list("headers");
    Shape added = Shape.NOTHING;
    for (int i = 0; i < Math.min(from.size(), headers.size()); i++) {
      added =
          added.and(shape.at(side, from.get(i)).below(Side.VALUE, "_headers." + headers.get(i)));
    }
    if (transform.option("operation").orElse("").equals("move")) {
      shape = shape.without(side, new HashSet<>(from));
    }
    shape = shape.and(added);
  }

  /** What a transform makes of records that it may leave alone as well. */
  void applyPerhaps(Transform transform) {
    Shape before = shape;
    Map<Side, Boolean> flatBefore = new EnumMap<>(Side.class);
    flatBefore.putAll(flat);
    apply(transform);
    if (!shape.equals(before)) {
      shape = before.and(shape);
    }
    flat.clear();
    flat.putAll(flatBefore);
  }
}
