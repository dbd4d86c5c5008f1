package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.head;
import static io.headgate.engine.schema.JsonNodes.isNull;
import static io.headgate.engine.schema.JsonNodes.isTemplated;
import static io.headgate.engine.schema.JsonNodes.kind;
import static io.headgate.engine.schema.JsonNodes.string;
import static io.headgate.engine.schema.Problems.quoted;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.schema.AvroType.AvroField;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From nodes to types; says what is wrong with each by itself, before any name is looked up. */
final class AvroParser {

  /** A use of a name. */
  record Use(AvroType.Reference reference, SchemaPath path) {}

  /** A union that stands somewhere. */
  record Choice(AvroType.Union union, SchemaPath path) {}

  private static final Set<String> ORDERS = Set.of("ASCENDING", "DESCENDING", "IGNORE");

  private final Problems problems;
  private final AvroNames names = new AvroNames();
  private final List<Use> uses = new ArrayList<>();
  private final List<Choice> choices = new ArrayList<>();
  private final List<AvroField> fields = new ArrayList<>();

  AvroParser(Problems problems) {
    this.problems = problems;
  }

  AvroNames names() {
    return names;
  }

  List<Use> uses() {
    return uses;
  }

  List<Choice> choices() {
    return choices;
  }

  /** All fields, each once. */
  List<AvroField> fields() {
    return fields;
  }

  AvroType parse(Node node, @Nullable String namespace, SchemaPath path) {
    if (isTemplated(node)) {
      return new AvroType.Unknown(node);
    }
    if (node instanceof Mapping mapping) {
      return object(mapping, namespace, path);
    }
    if (node instanceof Sequence sequence) {
      List<AvroType> branches = new ArrayList<>();
      for (Node item : sequence.items()) {
        branches.add(parse(item, namespace, path));
      }
      AvroType.Union union = new AvroType.Union(sequence, branches);
      choices.add(new Choice(union, path));
      return union;
    }
    String word = string(node);
    if (word == null) {
      problems.add(
          path, node.place(), "a type is a name, an object or an array, not " + kind(node) + ".");
      return new AvroType.Unknown(node);
    }
    return AvroNames.PRIMITIVES.contains(word)
        ? new AvroType.Primitive(node, word)
        : reference((Scalar) node, namespace, path);
  }

  private AvroType reference(Scalar node, @Nullable String namespace, SchemaPath path) {
    AvroType.Reference reference =
        new AvroType.Reference(node, names.meaning(node.text(), namespace));
    uses.add(new Use(reference, path));
    return reference;
  }

  private AvroType object(Mapping node, @Nullable String namespace, SchemaPath path) {
    Node type = node.get("type");
    String word = string(type);
    if (type == null) {
      problems.add(path, head(node), "an object that stands for a type has no 'type'.");
      return new AvroType.Unknown(node);
    }
    if (isTemplated(type)) {
      return new AvroType.Unknown(type);
    }
    if (word == null) {
      problems.add(
          path,
          head(type),
          "the 'type' of a type is one of Avro's words, not "
              + kind(type)
              + "; write what it holds in place of the object around it.");
      return parse(type, namespace, path);
    }
    if (AvroNames.PRIMITIVES.contains(word)) {
      if (word.equals("bytes")) {
        AvroDecimals.read(node, Long.MAX_VALUE, path, problems);
      }
      return new AvroType.Primitive(node, word);
    }
    return switch (word) {
      case "record", "error" -> structure(node, namespace, path);
      case "enum" -> enumeration(node, namespace, path);
      case "fixed" -> fixed(node, namespace, path);
      case "array" -> many(node, "items", namespace, path);
      case "map" -> many(node, "values", namespace, path);
      default -> notAWord(node, (Scalar) type, namespace, path);
    };
  }

  private AvroType notAWord(
      Mapping node, Scalar type, @Nullable String namespace, SchemaPath path) {
    String meant = names.meaning(type.text(), namespace);
    if (names.isDefined(meant)) {
      problems.add(
          path,
          type.place(),
          "the named type "
              + quoted(type.text())
              + " stands inside an object; write its name alone, without braces.");
      return new AvroType.Reference(type, meant);
    }
    problems.add(
        path,
        type.place(),
        "the type "
            + quoted(type.text())
            + " is unknown."
            + problems.hint(type.text(), () -> names.words(type.text())));
    return new AvroType.Unknown(node);
  }

  private AvroType many(Mapping node, String key, @Nullable String namespace, SchemaPath path) {
    Node values = node.get(key);
    if (values == null) {
      problems.add(path, typeOf(node), "this " + node.text("type") + " has no '" + key + "'.");
      return new AvroType.Unknown(node);
    }
    return new AvroType.Many(node, key.equals("values"), parse(values, namespace, path));
  }

  private AvroType structure(Mapping node, @Nullable String namespace, SchemaPath path) {
    AvroName name = AvroName.read(node, namespace, path, names, problems);
    attributes(node, path);
    aliases(node, true, path);
    List<AvroField> members = new ArrayList<>();
    Node list = node.get("fields");
    if (list instanceof Sequence sequence) {
      Set<String> taken = new HashSet<>();
      for (Node item : sequence.items()) {
        AvroField field = isTemplated(item) ? null : field(item, name.namespace(), path);
        if (field != null) {
          members.add(field);
          Scalar own = field.name();
          if (own != null && !own.isTemplated() && !taken.add(own.text())) {
            problems.add(
                field.path(),
                own.place(),
                "the record "
                    + name.quoted()
                    + " has two fields named "
                    + quoted(own.text())
                    + ".");
          }
        }
      }
    } else if (list == null) {
      problems.add(path, typeOf(node), "the record " + name.quoted() + " has no 'fields'.");
    } else if (!isTemplated(list)) {
      problems.add(path, head(list), "'fields' is an array of objects, not " + kind(list) + ".");
    }
    AvroType.Structure structure = new AvroType.Structure(node, name.full(), members);
    name.define(structure);
    return structure;
  }

  private @Nullable AvroField field(Node item, @Nullable String namespace, SchemaPath record) {
    if (!(item instanceof Mapping node)) {
      problems.add(
          record,
          head(item),
          "a field is an object with 'name' and 'type', not " + kind(item) + ".");
      return null;
    }
    Node name = node.get("name");
    String text = string(name);
    SchemaPath path = text == null ? record : record.child(text);
    if (text == null) {
      problems.add(
          path,
          head(name == null ? node : name),
          name == null
              ? "a field has no 'name'."
              : "the 'name' of a field is a string, not " + kind(name) + ".");
    } else if (name != null && !isTemplated(name) && !AvroNames.isLegal(text)) {
      problems.add(path, name.place(), quoted(text) + AvroName.ILLEGAL);
    }
    attributes(node, path);
    aliases(node, false, path);
    Node order = node.get("order");
    if (order != null && !isTemplated(order)) {
      String direction = string(order);
      if (direction == null || !ORDERS.contains(direction.toUpperCase(Locale.ENGLISH))) {
        problems.add(
            path,
            head(order),
            "the 'order' of a field is ascending, descending or ignore, not " + kind(order) + ".");
      }
    }
    Node type = node.get("type");
    if (type == null) {
      problems.add(
          path,
          head(name == null ? node : name),
          "the field" + (text == null ? "" : " " + quoted(text)) + " has no 'type'.");
    }
    AvroField field =
        new AvroField(
            node,
            text == null ? null : (Scalar) name,
            type == null ? new AvroType.Unknown(node) : parse(type, namespace, path),
            path);
    fields.add(field);
    return field;
  }

  private AvroType enumeration(Mapping node, @Nullable String namespace, SchemaPath path) {
    AvroName name = AvroName.read(node, namespace, path, names, problems);
    attributes(node, path);
    aliases(node, true, path);
    Set<String> symbols = new LinkedHashSet<>();
    boolean known = false;
    Node list = node.get("symbols");
    if (list instanceof Sequence sequence) {
      known = true;
      for (Node item : sequence.items()) {
        known &= !isTemplated(item);
        symbol(item, symbols, path);
      }
    } else if (list == null) {
      problems.add(path, typeOf(node), "the enum " + name.quoted() + " has no 'symbols'.");
    } else if (!isTemplated(list)) {
      problems.add(path, head(list), "'symbols' is an array of strings, not " + kind(list) + ".");
    }
    Node fallback = node.get("default");
    if (fallback != null && !isNull(fallback) && !isTemplated(fallback)) {
      String symbol = string(fallback);
      if (symbol == null || (known && !symbols.contains(symbol))) {
        problems.add(
            path,
            head(fallback),
            "the default of the enum "
                + name.quoted()
                + " is one of its symbols, not "
                + kind(fallback)
                + "."
                + (symbol == null ? "" : problems.hint(symbol, () -> symbols)));
      }
    }
    AvroType.Enumeration result =
        new AvroType.Enumeration(node, name.full(), known ? symbols : null);
    name.define(result);
    return result;
  }

  private void symbol(Node item, Set<String> symbols, SchemaPath path) {
    String symbol = string(item);
    if (symbol == null) {
      problems.add(path, head(item), "a symbol is a string, not " + kind(item) + ".");
    } else if (!isTemplated(item)) {
      if (!AvroNames.isLegal(symbol)) {
        problems.add(path, item.place(), quoted(symbol) + AvroName.ILLEGAL);
      } else if (!symbols.add(symbol)) {
        problems.add(path, item.place(), "the symbol " + quoted(symbol) + " is given twice.");
      }
    }
  }

  private AvroType fixed(Mapping node, @Nullable String namespace, SchemaPath path) {
    AvroName name = AvroName.read(node, namespace, path, names, problems);
    attributes(node, path);
    aliases(node, true, path);
    Node size = node.get("size");
    Long bytes = JsonNodes.integer(size);
    if (size == null) {
      problems.add(path, typeOf(node), "the fixed " + name.quoted() + " has no 'size'.");
    } else if (!isTemplated(size)
        && (bytes == null || bytes < 0 || bytes > AvroDecimals.MOST_BYTES)) {
      problems.add(
          path,
          head(size),
          "the 'size' of a fixed is a number of bytes from 0 to "
              + AvroDecimals.MOST_BYTES
              + ", not "
              + kind(size)
              + ".");
    }
    AvroDecimals.read(node, bytes == null ? Long.MAX_VALUE : bytes, path, problems);
    AvroType.Fixed result = new AvroType.Fixed(node, name.full());
    name.define(result);
    return result;
  }

  private void attributes(Mapping node, SchemaPath path) {
    Node doc = node.get("doc");
    if (doc != null && !isNull(doc) && string(doc) == null) {
      problems.add(path, head(doc), "'doc' is a string, not " + kind(doc) + ".");
    }
  }

  private void aliases(Mapping node, boolean ofType, SchemaPath path) {
    Node aliases = node.get("aliases");
    if (aliases == null || isTemplated(aliases)) {
      return;
    }
    if (!(aliases instanceof Sequence list)) {
      problems.add(
          path, head(aliases), "'aliases' is an array of strings, not " + kind(aliases) + ".");
      return;
    }
    for (Node item : list.items()) {
      String alias = string(item);
      if (alias == null) {
        problems.add(path, head(item), "an alias is a string, not " + kind(item) + ".");
      } else if (ofType
          && !isTemplated(item)
          && !AvroNames.isLegal(alias.substring(alias.lastIndexOf('.') + 1))) {
        problems.add(path, item.place(), quoted(alias) + AvroName.ILLEGAL);
      }
    }
  }

  private static Place typeOf(Mapping node) {
    Node name = node.get("name");
    Node type = node.get("type");
    return head(name != null ? name : type != null ? type : node);
  }
}
