package io.headgate.engine.edit;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.util.BitSet;

/**
 * Template expressions outside of values: they decide what of a file there will be, so nobody can
 * tell what an edit of it means. Within a value they are what other tools fill in.
 */
final class TemplateLines {

  private TemplateLines() {}

  static boolean areIn(SourceText source, Documents documents) {
    int open = source.text().indexOf("{{");
    if (open < 0) {
      return false;
    }
    BitSet values = new BitSet();
    for (Document document : documents.documents()) {
      mark(document.root(), source, values);
    }
    while (open >= 0 && values.get(open)) {
      open = source.text().indexOf("{{", open + 2);
    }
    return open >= 0;
  }

  private static void mark(Node node, SourceText source, BitSet values) {
    Place place = node.place();
    if (place.origin() != null) {
      return;
    }
    if (node instanceof Scalar) {
      values.set(
          source.offset(place.startLine(), place.startColumn()),
          source.offset(place.endLine(), place.endColumn()));
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> mark(item, source, values));
    } else {
      for (Entry entry : ((Mapping) node).entries()) {
        mark(entry.key(), source, values);
        mark(entry.value(), source, values);
      }
    }
  }
}
