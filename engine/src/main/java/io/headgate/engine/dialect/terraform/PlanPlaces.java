package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the values of a plan to the places of the files that it was made of. */
final class PlanPlaces {

  private final Origins planned;
  private final Origins declared;
  private final IdentityHashMap<Scalar, Scalar> inPlan = new IdentityHashMap<>();
  private final IdentityHashMap<Scalar, Scalar> inFiles = new IdentityHashMap<>();

  private PlanPlaces(Origins planned, Origins declared) {
    this.planned = planned;
    this.declared = declared;
  }

  /**
   * What a plan says, where the files say it.
   *
   * @param plan the values
   * @param files the places
   */
  static Instance of(Instance plan, Instance files) {
    PlanPlaces places = new PlanPlaces(plan.origins(), files.origins());
    Node values = places.placed(plan.values(), files.values(), files.head());
    return new Instance(plan.type(), files.head(), (Mapping) values, places.new Moved());
  }

  private Node placed(Node value, @Nullable Node written, Place otherwise) {
    Place place = written == null ? otherwise : written.place();
    if (value instanceof Mapping mapping) {
      return mapping(mapping, written, place, otherwise);
    }
    if (value instanceof Sequence list) {
      List<Node> others = written instanceof Sequence known ? known.items() : List.of();
      boolean paired = others.size() == list.items().size();
      List<Node> items = new ArrayList<>(list.items().size());
      for (int i = 0; i < list.items().size(); i++) {
        items.add(placed(list.items().get(i), paired ? others.get(i) : null, place));
      }
      return new Sequence(place, items);
    }
    Scalar scalar = (Scalar) value;
    if (scalar.style() == Style.TAGGED
        && written instanceof Scalar known
        && known.style() == Style.TAGGED) {
      // The files may know what it is called.
      return known;
    }
    Scalar moved = new Scalar(place, scalar.text(), scalar.style());
    inPlan.put(moved, scalar);
    if (written instanceof Scalar known && known.text().equals(scalar.text())) {
      inFiles.put(moved, known);
    }
    return moved;
  }

  private Node mapping(Mapping mapping, @Nullable Node written, Place place, Place otherwise) {
    Mapping other = written instanceof Mapping known ? known : null;
    List<Entry> entries = new ArrayList<>(mapping.entries().size());
    for (Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      Entry same = other == null ? null : other.entry(key.text());
      Node value =
          same != null && Secrets.isSecretKey(key.text())
              // Only the files say whether a secret is written in the clear.
              ? same.value()
              : placed(
                  entry.value(),
                  same == null ? null : same.value(),
                  headOf(other, place, otherwise));
      entries.add(
          new Entry(
              new Scalar(same == null ? place : same.key().place(), key.text(), key.style()),
              value));
    }
    return new Mapping(place, entries);
  }

  /** What nobody wrote is placed where the block is named. */
  private static Place headOf(@Nullable Mapping written, Place place, Place otherwise) {
    return written == null ? place : otherwise;
  }

  /** Characters have places where the files write the same text. */
  private final class Moved implements Origins {

    @Override
    public Positions positions(Scalar text) {
      Scalar written = inFiles.get(text);
      return written == null ? (from, to) -> text.place() : declared.positions(written);
    }

    @Override
    public @Nullable Node json(Scalar text) {
      Scalar written = inFiles.get(text);
      if (written != null) {
        return declared.json(written);
      }
      Scalar plain = inPlan.get(text);
      Node tree = plain == null ? null : planned.json(plain);
      return tree == null ? null : placed(tree, null, text.place());
    }
  }
}
