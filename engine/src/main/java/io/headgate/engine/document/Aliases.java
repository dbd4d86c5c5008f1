package io.headgate.engine.document;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;

/** The anchors of a document and the trees that its aliases stand for. */
final class Aliases {

  private final Reading reading;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private int added;

  Aliases(Reading reading) {
    this.reading = reading;
  }

  /** Forgets everything: no anchor reaches beyond its document. */
  void startDocument() {
    anchors.clear();
    added = 0;
  }

  /** From here to its end the anchored node has no value, and an older one is out of reach. */
  void open(Anchor anchor) {
    anchors.remove(anchor);
  }

  void close(Anchor anchor, Node node) {
    anchors.put(anchor, node);
  }

  /**
   * The tree that an alias stands for, as if it stood at the alias, each node knowing where it is
   * written.
   */
  Node at(Anchor anchor, Place alias, int depth) throws Unreadable {
    @Nullable Node target = anchors.get(anchor);
    if (target == null) {
      throw new Unreadable(
          alias,
          "The alias "
              + Reading.quoted("*" + anchor.getValue())
              + " has no anchor ahead of it, or stands inside its own anchor.");
    }
    return moved(target, alias, depth);
  }

  private Node moved(Node node, Place alias, int depth) throws Unreadable {
    reading.node(alias);
    Reading.depth(depth, alias);
    if (++added > Limits.ALIASED_NODES) {
      throw new Unreadable(
          alias,
          "The aliases of this document add more than "
              + Limits.ALIASED_NODES
              + " nodes; headgate reads no further.");
    }
    Place written = node.place().origin() == null ? node.place() : node.place().origin();
    Place place =
        new Place(
            alias.file(),
            alias.startLine(),
            alias.startColumn(),
            alias.endLine(),
            alias.endColumn(),
            written);
    if (node instanceof Scalar scalar) {
      return new Scalar(place, scalar.text(), scalar.style());
    }
    if (node instanceof Sequence sequence) {
      List<Node> items = new ArrayList<>(sequence.items().size());
      for (Node item : sequence.items()) {
        items.add(moved(item, alias, depth + 1));
      }
      return new Sequence(place, items);
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : ((Mapping) node).entries()) {
      entries.add(
          new Node.Entry(
              (Scalar) moved(entry.key(), alias, depth + 1),
              moved(entry.value(), alias, depth + 1)));
    }
    return new Mapping(place, entries);
  }
}
