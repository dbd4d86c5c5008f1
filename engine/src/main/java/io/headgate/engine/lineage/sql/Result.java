package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Paths;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query results in.
 *
 * @param items its columns
 * @param keys what it groups by; null if it does not
 * @param inherited the key that its records have when it does not say
 * @param origin the topic in whose partitions its records lie by their keys; null if in none
 */
record Result(List<Item> items, @Nullable Shape keys, Shape inherited, @Nullable String origin) {

  static final Result NOTHING = new Result(List.of(), null, Shape.NOTHING, null);

  /**
   * A column of a result.
   *
   * @param side the part of the record it goes to
   * @param path where it goes
   * @param shape what it is made of, at the root
   * @param all whether it stands for all columns of a source
   * @param place where the query says it; null if the query gives it no name
   */
  record Item(Side side, String path, Shape shape, boolean all, @Nullable Place place) {}

  /** The same with records that lie in the partitions of a topic. */
  Result in(String topic) {
    return new Result(items, keys, inherited, topic);
  }

  /** Whether its records have another key than those it reads. */
  boolean hasOwnKey() {
    if (keys != null) {
      return true;
    }
    for (Item item : items) {
      if (item.side() == Side.KEY) {
        return true;
      }
    }
    return false;
  }

  /** As a table that other queries read. */
  Catalog.Table table() {
    return Catalog.Table.of(shape(), origin);
  }

  /** As a source of another query: a named column hides one that a star brings. */
  Shape shape() {
    Set<String> named = new HashSet<>();
    boolean hasKey = false;
    for (Item item : items) {
      if (!item.all() && item.side() == Side.VALUE) {
        named.add(item.path());
      }
      hasKey |= item.side() == Side.KEY;
    }
    named.remove("");
    Shape shape = Shape.NOTHING;
    for (Item item : items) {
      Shape own = item.shape().below(item.side(), item.path());
      shape = shape.and(item.all() ? own.without(Side.VALUE, named) : own);
    }
    return hasKey ? shape : shape.and(keys == null ? inherited : keys);
  }

  /** The fields at the root of the value, each where the query says it; null if one is unknown. */
  @Nullable Map<String, Place> fields(Catalog catalog) {
    Map<String, Place> fields = new TreeMap<>();
    for (Item item : items) {
      if (item.side() == Side.KEY) {
        continue;
      }
      String first = Paths.first(item.path());
      if (item.place() == null || (!item.all() && first.isEmpty())) {
        return null;
      }
      if (item.all()) {
        Set<String> known = ofStar(item.shape(), catalog);
        if (known == null) {
          return null;
        }
        for (String field : known) {
          fields.putIfAbsent(field, item.place());
        }
      } else if (!Scope.isFacet(first)) {
        fields.put(first, item.place());
      }
    }
    return fields;
  }

  /** The fields that a star brings: those of the one topic whose values it takes as they are. */
  private static @Nullable Set<String> ofStar(Shape shape, Catalog catalog) {
    if (shape.mappings().size() != 1) {
      return null;
    }
    Mapping mapping = shape.mappings().get(0);
    if (!mapping.deep()
        || mapping.effect() != Effect.COPY
        || mapping.from().side() != Side.VALUE
        || !mapping.from().path().isEmpty()
        || !mapping.path().isEmpty()
        || !mapping.except().isEmpty()) {
      return null;
    }
    Fields fields = catalog.fields();
    Set<String> paths = fields.paths(mapping.from().topic(), Side.VALUE);
    if (paths == null) {
      return null;
    }
    Set<String> names = new TreeSet<>();
    for (String path : paths) {
      names.add(Paths.first(path));
    }
    return names;
  }

  /** The same columns under other names, by their order; as it is if there are more or fewer. */
  Result named(List<String> names) {
    if (names.size() != items.size()) {
      return this;
    }
    List<Item> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Item item = items.get(i);
      if (item.all() || item.side() == Side.KEY) {
        return this;
      }
      renamed.add(new Item(item.side(), names.get(i), item.shape(), false, item.place()));
    }
    return new Result(renamed, keys, inherited, origin);
  }

  /** The rows of both. */
  Result union(Result other) {
    List<String> names = new ArrayList<>();
    for (Item item : items) {
      names.add(item.path());
    }
    boolean plain = items.stream().noneMatch(item -> item.all() || item.side() == Side.KEY);
    Result same = plain ? other.named(names) : other;
    // Named together, a name of one would hide a star of the other.
    Shape shape = shape().and(same.shape());
    List<Item> all = new ArrayList<>();
    boolean stars = !plain || items.stream().anyMatch(Item::all);
    if (!stars && same.items.stream().noneMatch(Item::all)) {
      all.addAll(items);
      all.addAll(same.items);
      return new Result(all, keys, inherited.and(other.inherited), null);
    }
    all.add(new Item(Side.VALUE, "", shape.side(Side.VALUE), true, null));
    return new Result(all, shape.side(Side.KEY), Shape.NOTHING, null);
  }
}
