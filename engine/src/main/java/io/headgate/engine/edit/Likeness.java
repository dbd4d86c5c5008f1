package io.headgate.engine.edit;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.util.List;

/** Whether documents say the same, wherever they say it. */
final class Likeness {

  private Likeness() {}

  /** Whether documents are the same but for one, which is as expected. */
  static boolean is(List<Document> after, List<Document> before, int changed, Node expected) {
    boolean same = after.size() == before.size();
    for (int i = 0; same && i < after.size(); i++) {
      same = is(after.get(i).root(), i == changed ? expected : before.get(i).root());
    }
    return same;
  }

  private static boolean is(Node one, Node other) {
    if (one instanceof Scalar a && other instanceof Scalar b) {
      return a.text().equals(b.text()) && a.style() == b.style();
    }
    if (one instanceof Sequence a && other instanceof Sequence b) {
      boolean same = a.items().size() == b.items().size();
      for (int i = 0; same && i < a.items().size(); i++) {
        same = is(a.items().get(i), b.items().get(i));
      }
      return same;
    }
    if (one instanceof Mapping a && other instanceof Mapping b) {
      boolean same = a.entries().size() == b.entries().size();
      for (int i = 0; same && i < a.entries().size(); i++) {
        Entry mine = a.entries().get(i);
        Entry its = b.entries().get(i);
        same = is(mine.key(), its.key()) && is(mine.value(), its.value());
      }
      return same;
    }
    return false;
  }
}
