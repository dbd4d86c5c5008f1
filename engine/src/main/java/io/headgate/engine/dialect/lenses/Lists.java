package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The files whose root is a list. */
final class Lists {

  private Lists() {}

  /**
   * The mappings of a list; whatever else stands in it is a finding. A mapping without its list is
   * one too, since import refuses it, but it is read.
   */
  static List<Mapping> mappings(Node root, String what, Reading reading) {
    if (!(root instanceof Sequence list)) {
      reading.unreadable(
          MappingReader.start(root.place()), "", "The " + what + " must be a list of mappings.");
      return root instanceof Mapping single ? List.of(single) : List.of();
    }
    List<Mapping> mappings = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof Mapping mapping) {
        mappings.add(mapping);
      } else {
        reading.unreadable(item.place(), "", "Each entry of the " + what + " must be a mapping.");
      }
    }
    return mappings;
  }
}
