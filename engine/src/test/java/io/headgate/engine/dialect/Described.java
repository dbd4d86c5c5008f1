package io.headgate.engine.dialect;

import io.headgate.engine.dialect.Description.ReadField;
import io.headgate.engine.dialect.Description.ReadKind;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Finds in a file the fields that the description of its dialect names. */
final class Described {

  /**
   * A field that stands in a file.
   *
   * @param name dialect, kind and path
   * @param keyLine where its key stands
   * @param value what stands behind it
   * @param object what it belongs to
   */
  record Found(String name, int keyLine, Node value, Node object) {}

  private final Dialect dialect;
  private final List<Found> found = new ArrayList<>();

  private Described(Dialect dialect) {
    this.dialect = dialect;
  }

  static List<Found> in(String path, String text, Dialect dialect) {
    Described described = new Described(dialect);
    for (Document document : Documents.read(new SourceText(path, text)).documents()) {
      for (Document object : KubernetesObject.each(document)) {
        described.object(path, object);
      }
    }
    return described.found;
  }

  private void object(String path, Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    if (document.root() instanceof Mapping root
        && root.get("resource_changes") instanceof Sequence changes) {
      for (Node item : changes.items()) {
        if (item instanceof Mapping change
            && change.get("change") instanceof Mapping values
            && values.get("after") instanceof Mapping after) {
          kind(String.valueOf(change.text("type")), after, change);
        }
      }
    } else if (object != null) {
      String kind = object.kind().text();
      if (kind.endsWith("List") && object.mapping().get("items") instanceof Sequence items) {
        String one = kind.substring(0, kind.length() - "List".length());
        items.items().forEach(item -> kind(one, item, item));
      } else {
        kind(kind, document.root(), document.root());
      }
    } else {
      for (ReadKind kind : dialect.describe().kinds()) {
        // A dialect of one kind of files need not name it by a folder.
        if (!dialect.name().equals("lenses") || path.contains(kind.name())) {
          List<Node> roots =
              document.root() instanceof Sequence list ? list.items() : List.of(document.root());
          roots.forEach(root -> plain(kind, root));
        }
      }
    }
  }

  /** A kind that is a file, or a section of it, or an entry of such a section. */
  private void plain(ReadKind kind, Node root) {
    kind(kind, root, root);
    if (root instanceof Mapping mapping && mapping.get(kind.name()) instanceof Mapping section) {
      kind(kind, section, section);
      for (Entry entry : section.entries()) {
        kind(kind, entry.value(), entry.value());
      }
    }
    if (root instanceof Mapping mapping && mapping.get("channels") instanceof Mapping channels) {
      channels.entries().forEach(channel -> kind(kind, channel.value(), channel.value()));
    }
    if (root instanceof Mapping mapping && mapping.get("projects") instanceof Sequence projects) {
      projects.items().forEach(project -> kind(kind, project, project));
    }
  }

  private void kind(String name, Node root, Node object) {
    for (ReadKind kind : dialect.describe().kinds()) {
      if (kind.name().equals(name)) {
        kind(kind, root, object);
      }
    }
  }

  private void kind(ReadKind kind, Node root, Node object) {
    for (ReadField field : kind.fields()) {
      if (!field.becomes().startsWith("nothing")) {
        find(dialect.name() + " " + kind.name() + " " + field.path(), field.path(), root, object);
      }
    }
  }

  /** Looks for the longest key first, since keys such as labels have dots of their own. */
  private void find(String name, String path, Node node, Node object) {
    if (path.startsWith("[].") && node instanceof Sequence list) {
      list.items().forEach(item -> find(name, path.substring(3), item, object));
    } else if (path.startsWith("<") && node instanceof Mapping mapping) {
      String rest = path.substring(path.indexOf('>') + 1);
      for (Entry entry : mapping.entries()) {
        if (rest.startsWith(".")) {
          find(name, rest.substring(1), entry.value(), object);
        }
      }
    } else if (node instanceof Mapping mapping) {
      for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
        String head = path.substring(0, end);
        boolean list = head.endsWith("[]");
        Entry entry = mapping.entry(list ? head.substring(0, head.length() - 2) : head);
        if (entry != null && end == path.length()) {
          boolean any =
              entry.value() instanceof Scalar value && (value.isNull() || value.isTemplated());
          if (any) {
            return;
          }
          found.add(new Found(name, entry.key().place().startLine(), entry.value(), object));
          return;
        }
        if (entry != null) {
          String rest = path.substring(end + 1);
          find(name, list ? "[]." + rest : rest, entry.value(), object);
          return;
        }
      }
    }
  }
}
