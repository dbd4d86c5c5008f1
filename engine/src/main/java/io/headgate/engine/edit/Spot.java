package io.headgate.engine.edit;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a mapping or an item of a sequence, with the way to it.
 *
 * @param document which one of the file, from 0
 * @param root the tree of the document
 * @param way from the root to it; never empty
 */
record Spot(int document, Node root, List<Step> way) {

  /** One step down: into the entry or item of an index. */
  record Step(Node collection, int index) {}

  Spot {
    way = List.copyOf(way);
  }

  /** The last step of the way. */
  Step last() {
    return way.get(way.size() - 1);
  }

  /** The mapping or sequence that it stands in. */
  Node collection() {
    return last().collection();
  }

  /** The mapping or sequence that it stands in, as an entry or item; null if that is the root. */
  @Nullable Spot parent() {
    return way.size() == 1 ? null : new Spot(document, root, way.subList(0, way.size() - 1));
  }

  /** Its key; null for an item. */
  @Nullable Scalar key() {
    return key(last());
  }

  /** Its value, or the item. */
  Node value() {
    return value(last());
  }

  /** How many entries or items stand in its collection. */
  int siblings() {
    return size(collection());
  }

  static int size(Node node) {
    return node instanceof Mapping mapping
        ? mapping.entries().size()
        : node instanceof Sequence sequence ? sequence.items().size() : 0;
  }

  static @Nullable Scalar key(Step step) {
    return step.collection() instanceof Mapping mapping
        ? mapping.entries().get(step.index()).key()
        : null;
  }

  static Node value(Step step) {
    return step.collection() instanceof Mapping mapping
        ? mapping.entries().get(step.index()).value()
        : ((Sequence) step.collection()).items().get(step.index());
  }

  /** The spot whose key or value is written at a place and nowhere else; null if there is none. */
  static @Nullable Spot at(Place place, List<Document> documents) {
    Spot spot = around(place, documents);
    while (spot != null) {
      Scalar key = spot.key();
      if (isSame(spot.value().place(), place) || (key != null && isSame(key.place(), place))) {
        return spot;
      }
      spot = spot.parent();
    }
    return null;
  }

  /** The deepest spot that a place lies in; null if there is none. */
  static @Nullable Spot around(Place place, List<Document> documents) {
    for (int i = 0; i < documents.size(); i++) {
      List<Step> way = new ArrayList<>();
      Node node = documents.get(i).root();
      Step step = step(node, place);
      while (step != null) {
        way.add(step);
        node = value(step);
        step = isIn(place, node.place()) ? step(node, place) : null;
      }
      if (!way.isEmpty()) {
        return new Spot(i, documents.get(i).root(), way);
      }
    }
    return null;
  }

  private static @Nullable Step step(Node node, Place place) {
    for (int i = 0; i < size(node); i++) {
      Step step = new Step(node, i);
      Scalar key = key(step);
      if ((key != null && isIn(place, key.place())) || isIn(place, value(step).place())) {
        return step;
      }
    }
    return null;
  }

  /** Whether a place lies in what is written at another one. */
  private static boolean isIn(Place place, Place other) {
    return other.origin() == null
        && isAhead(other.startLine(), other.startColumn(), place.startLine(), place.startColumn())
        && isAhead(place.endLine(), place.endColumn(), other.endLine(), other.endColumn());
  }

  private static boolean isAhead(int line, int column, int thanLine, int thanColumn) {
    return line < thanLine || (line == thanLine && column <= thanColumn);
  }

  static boolean isSame(Place one, Place other) {
    return one.startLine() == other.startLine()
        && one.startColumn() == other.startColumn()
        && one.endLine() == other.endLine()
        && one.endColumn() == other.endColumn();
  }

  /** The tree without it. */
  Node without() {
    Node collection = collection();
    Node left;
    if (collection instanceof Mapping mapping) {
      List<Entry> entries = new ArrayList<>(mapping.entries());
      entries.remove(last().index());
      left = new Mapping(mapping.place(), entries);
    } else {
      List<Node> items = new ArrayList<>(((Sequence) collection).items());
      items.remove(last().index());
      left = new Sequence(collection.place(), items);
    }
    Spot parent = parent();
    return parent == null ? left : parent.with(left);
  }

  /** The tree with another value in it. */
  Node with(Node value) {
    return with(key(), value);
  }

  /** The tree with another key and value in it. */
  Node with(@Nullable Scalar key, Node value) {
    Node node = value;
    Scalar name = key;
    for (int i = way.size() - 1; i >= 0; i--) {
      Step step = way.get(i);
      if (step.collection() instanceof Mapping mapping && name != null) {
        List<Entry> entries = new ArrayList<>(mapping.entries());
        entries.set(step.index(), new Entry(name, node));
        node = new Mapping(mapping.place(), entries);
      } else {
        List<Node> items = new ArrayList<>(((Sequence) step.collection()).items());
        items.set(step.index(), node);
        node = new Sequence(step.collection().place(), items);
      }
      name = i > 0 ? key(way.get(i - 1)) : null;
    }
    return node;
  }
}
