package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of a plan, with all that Terraform marks as unknown or sensitive in two trees of the same
 * shape taken out of them.
 */
final class PlanValues {

  /** A configuration whose values are all sensitive, and whose keys are its provider's own. */
  private static final String KEYS_ARE_KNOWN = "config_sensitive";

  private PlanValues() {}

  /**
   * The values that may be judged.
   *
   * @param values as planned
   * @param unknown what is known only after apply; null if all is known
   * @param sensitive what nobody may see; null if nothing is
   */
  static Mapping of(Mapping values, @Nullable Node unknown, @Nullable Node sensitive) {
    List<Entry> entries = new ArrayList<>(values.entries().size());
    for (Entry entry : values.entries()) {
      String key = entry.key().text();
      entries.add(
          new Entry(
              entry.key(), value(key, entry.value(), below(unknown, key), below(sensitive, key))));
    }
    if (unknown instanceof Mapping marks) {
      // What is not known at all is left out of the values.
      for (Entry mark : marks.entries()) {
        if (isMarked(mark.value()) && values.entry(mark.key().text()) == null) {
          entries.add(new Entry(mark.key(), unknown(mark.value().place())));
        }
      }
    }
    return new Mapping(values.place(), entries);
  }

  private static Node value(
      String key, Node value, @Nullable Node unknown, @Nullable Node sensitive) {
    if (value instanceof Mapping mapping && key.equals(KEYS_ARE_KNOWN) && !isMarked(unknown)) {
      return of(mapping, unknown, sensitive);
    }
    if (value instanceof Scalar scalar && !scalar.isNull() && Secrets.isSecretKey(key)) {
      // Whatever it was written as, a plan has it in the clear: that says nothing of the files.
      return unknown(value.place());
    }
    if (isMarked(unknown) || isMarked(sensitive)) {
      return unknown(value.place());
    }
    if (value instanceof Mapping mapping) {
      return of(mapping, unknown, sensitive);
    }
    if (value instanceof Sequence list) {
      List<Node> items = new ArrayList<>(list.items().size());
      for (int i = 0; i < list.items().size(); i++) {
        items.add(value(key, list.items().get(i), item(unknown, i), item(sensitive, i)));
      }
      return new Sequence(list.place(), items);
    }
    return value;
  }

  /** A value of which no more is told than where it stands. */
  static Scalar unknown(Place place) {
    return new Scalar(place, "", Style.TAGGED);
  }

  private static boolean isMarked(@Nullable Node mark) {
    return mark instanceof Scalar scalar
        && scalar.style() == Style.PLAIN
        && scalar.text().equals("true");
  }

  private static @Nullable Node below(@Nullable Node marks, String key) {
    return isMarked(marks) ? marks : marks instanceof Mapping mapping ? mapping.get(key) : null;
  }

  private static @Nullable Node item(@Nullable Node marks, int index) {
    return marks instanceof Sequence list && index < list.items().size()
        ? list.items().get(index)
        : isMarked(marks) ? marks : null;
  }

  /** Where the values stand that Terraform marks as sensitive. */
  static void sensitive(@Nullable Node values, @Nullable Node marks, List<Place> places) {
    if (values == null || marks == null) {
      return;
    }
    if (isMarked(marks)) {
      all(values, places);
    } else if (values instanceof Mapping mapping && marks instanceof Mapping below) {
      for (Entry mark : below.entries()) {
        sensitive(mapping.get(mark.key().text()), mark.value(), places);
      }
    } else if (values instanceof Sequence list && marks instanceof Sequence below) {
      for (int i = 0; i < Math.min(list.items().size(), below.items().size()); i++) {
        sensitive(list.items().get(i), below.items().get(i), places);
      }
    }
  }

  /** Where all values of a tree stand, but for those that say nothing. */
  static void all(@Nullable Node values, List<Place> places) {
    if (values instanceof Scalar scalar) {
      if (!scalar.isNull() && !scalar.text().isEmpty()) {
        places.add(scalar.place());
      }
    } else if (values instanceof Sequence list) {
      list.items().forEach(item -> all(item, places));
    } else if (values instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> all(entry.value(), places));
    }
  }
}
