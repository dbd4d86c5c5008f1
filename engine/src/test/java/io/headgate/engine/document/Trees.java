package io.headgate.engine.document;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.function.Consumer;

/** Trees as text for tests, and the text at a place. */
final class Trees {

  private Trees() {}

  static Documents read(String file, String text) {
    return Documents.read(new SourceText(file, text));
  }

  static Documents yaml(String text) {
    return read("a.yaml", text);
  }

  static Documents json(String text) {
    return read("a.json", text);
  }

  /** The root of the only document of a text without problems. */
  static Node root(Documents documents) {
    if (documents.documents().size() != 1 || !documents.problems().isEmpty()) {
      throw new AssertionError("Not one sound document: " + documents);
    }
    return documents.documents().get(0).root();
  }

  /**
   * One line per mapping, sequence, item and entry, each node with its place, scalars with their
   * text in the quotes of their style; {@code <-} leads to where a node is written.
   */
  static String dump(Documents documents) {
    StringBuilder out = new StringBuilder();
    for (Document document : documents.documents()) {
      out.append("document ");
      dump(document.root(), "", out);
    }
    for (Problem problem : documents.problems()) {
      out.append("problem ").append(range(problem.place())).append(' ').append(problem.message());
      out.append('\n');
    }
    return out.toString();
  }

  private static void dump(Node node, String indent, StringBuilder out) {
    if (node instanceof Mapping mapping) {
      out.append("{} ").append(range(node.place())).append('\n');
      for (Entry entry : mapping.entries()) {
        out.append(indent).append("  ").append(scalar(entry.key())).append(": ");
        dump(entry.value(), indent + "  ", out);
      }
    } else if (node instanceof Sequence sequence) {
      out.append("[] ").append(range(node.place())).append('\n');
      for (Node item : sequence.items()) {
        out.append(indent).append("  - ");
        dump(item, indent + "  ", out);
      }
    } else {
      out.append(scalar((Scalar) node)).append('\n');
    }
  }

  private static String scalar(Scalar scalar) {
    String[] marks =
        switch (scalar.style()) {
          case PLAIN -> new String[] {"", ""};
          case SINGLE_QUOTED -> new String[] {"'", "'"};
          case DOUBLE_QUOTED -> new String[] {"\"", "\""};
          case LITERAL -> new String[] {"|", "|"};
          case FOLDED -> new String[] {">", ">"};
          case TAGGED -> new String[] {"!", "!"};
        };
    String text = scalar.text().replace("\n", "\\n").replace("\t", "\\t");
    return marks[0] + text + marks[1] + " " + range(scalar.place());
  }

  static String range(Place place) {
    String range =
        place.startLine()
            + ":"
            + place.startColumn()
            + "-"
            + place.endLine()
            + ":"
            + place.endColumn();
    return place.origin() == null ? range : range + " <- " + range(place.origin());
  }

  /** What stands at a place, found by counting lines and code points, without any index. */
  static String at(Place place, String text) {
    return text.substring(
        offset(text, place.startLine(), place.startColumn()),
        offset(text, place.endLine(), place.endColumn()));
  }

  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    return text.offsetByCodePoints(at, column - 1);
  }

  /** Every node of a tree, keys included. */
  static void each(Node node, Consumer<Node> action) {
    action.accept(node);
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        each(entry.key(), action);
        each(entry.value(), action);
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> each(item, action));
    }
  }
}
