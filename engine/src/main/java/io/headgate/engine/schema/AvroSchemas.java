package io.headgate.engine.schema;

import static io.headgate.engine.schema.Problems.quoted;

import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Positions;
import io.headgate.engine.schema.AvroType.AvroField;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Avro. What is valid is what Avro's own library 1.12 takes, with its checks of names and defaults
 * on; stricter than it only where it drops in silence what nobody means: a wrong decimal, a key or
 * a type that is given twice, an attribute of the wrong type, and a default that is no symbol of
 * its enum.
 */
final class AvroSchemas {

  private static final Set<String> OF_FIELDS = Set.of("name", "type", "doc", "aliases");
  private static final Set<String> OF_TYPES =
      Set.of(
          "name",
          "namespace",
          "type",
          "doc",
          "aliases",
          "fields",
          "symbols",
          "items",
          "values",
          "default");

  private final AvroNames names;
  private final FieldCollector collector = new FieldCollector();

  private AvroSchemas(AvroNames names) {
    this.names = names;
  }

  static SchemaContent read(String text, Positions positions, boolean refers) {
    Problems problems = new Problems();
    JsonText json = JsonText.read(JsonComments.blank(text), positions);
    problems.addAll(json.problems());
    Node root = json.root();
    if (root == null) {
      return TemplateMarks.outsideStrings(text)
          ? SchemaContent.UNKNOWN
          : new SchemaContent(List.of(), problems.inOrder(), text);
    }
    AvroParser parser = new AvroParser(problems);
    if (refers) {
      parser.names().anyName();
    }
    AvroType type = parser.parse(root, null, SchemaPath.ROOT);
    judge(parser, problems);
    AvroSchemas schemas = new AvroSchemas(parser.names());
    schemas.list(type, "", 0, new HashSet<>());
    List<Field> fields = schemas.collector.fields(problems, root.place());
    return new SchemaContent(fields, problems.inOrder(), text);
  }

  /** What can be said once all names are known. */
  private static void judge(AvroParser parser, Problems problems) {
    AvroNames names = parser.names();
    for (AvroParser.Use use : parser.uses()) {
      if (problems.isFull()) {
        return;
      }
      AvroType.Reference reference = use.reference();
      if (!names.isDefined(reference.name()) && !names.mayBeAnything()) {
        problems.add(use.path(), reference.node().place(), undefined(reference, names, problems));
      }
    }
    for (AvroParser.Choice choice : parser.choices()) {
      judge(choice, names, problems);
    }
    AvroDefaults defaults = new AvroDefaults(names);
    for (AvroField field : parser.fields()) {
      Node value = field.node().get("default");
      if (value != null && !defaults.fits(field, value)) {
        problems.add(
            field.path(),
            JsonNodes.head(value),
            "the default of the field "
                + quoted(field.name() == null ? "" : field.name().text())
                + " is "
                + JsonNodes.kind(value)
                + ", which is no value of its type "
                + describe(field.type(), names)
                + ".");
      }
    }
  }

  private static String undefined(
      AvroType.Reference reference, AvroNames names, Problems problems) {
    String written = reference.node().text();
    String what = "the type " + quoted(written) + " is ";
    if (AvroNames.COMPLEX.contains(written)) {
      return what + "written without what belongs to it; write an object whose 'type' it is.";
    }
    String namesake = names.namesake(written);
    if (written.equals(namesake)) {
      return "the name "
          + quoted(written)
          + " means "
          + quoted(reference.name())
          + " here, which is not defined; give the type a namespace and use its full name.";
    }
    return what
        + "not defined."
        + (namesake != null
            ? " Did you mean " + quoted(namesake) + "?"
            : problems.hint(written, () -> names.candidates(written)));
  }

  private static void judge(AvroParser.Choice choice, AvroNames names, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (AvroType branch : choice.union().branches()) {
      if (branch instanceof AvroType.Union) {
        problems.add(
            choice.path(),
            JsonNodes.head(branch.node()),
            "a union stands directly inside a union; write its branches into the outer one.");
        continue;
      }
      AvroType type = names.resolve(branch);
      if (!(type instanceof AvroType.Unknown) && !seen.add(nameOf(type))) {
        problems.add(
            choice.path(),
            JsonNodes.head(branch.node()),
            "the union has two branches of the type " + quoted(nameOf(type)) + ".");
      }
    }
  }

  /** The name by which a union tells its branches apart. */
  private static String nameOf(AvroType type) {
    if (type instanceof AvroType.Structure structure) {
      return structure.name();
    }
    if (type instanceof AvroType.Enumeration enumeration) {
      return enumeration.name();
    }
    return type instanceof AvroType.Fixed fixed ? fixed.name() : word(type);
  }

  private static String describe(AvroType written, AvroNames names) {
    AvroType type = names.resolve(written);
    if (!(type instanceof AvroType.Union union)) {
      return quoted(nameOf(type));
    }
    List<String> branches = new ArrayList<>();
    for (AvroType branch : union.branches()) {
      branches.add(nameOf(names.resolve(branch)));
    }
    return quoted(branches.toString());
  }

  private static String word(AvroType type) {
    if (type instanceof AvroType.Primitive primitive) {
      return primitive.name();
    }
    if (type instanceof AvroType.Structure) {
      return "record";
    }
    if (type instanceof AvroType.Enumeration) {
      return "enum";
    }
    if (type instanceof AvroType.Fixed) {
      return "fixed";
    }
    if (type instanceof AvroType.Many many) {
      return many.isMap() ? "map" : "array";
    }
    return type.node() instanceof Scalar scalar ? scalar.text() : "unknown";
  }

  /** Lists the fields below a type. */
  private void list(AvroType written, String prefix, int depth, Set<String> around) {
    if (!collector.goesOn(depth)) {
      return;
    }
    AvroType type = names.resolve(written);
    if (type instanceof AvroType.Many many) {
      list(many.values(), prefix, depth, around);
    } else if (type instanceof AvroType.Union union) {
      for (AvroType branch : union.branches()) {
        list(branch, prefix, depth, around);
      }
    } else if (type instanceof AvroType.Structure structure && around.add(structure.name())) {
      for (AvroField field : structure.fields()) {
        Scalar name = field.name();
        if (name != null && collector.goesOn(depth)) {
          String path = prefix + name.text();
          collector.add(field(field, name, path));
          list(field.type(), path + ".", depth + 1, around);
        }
      }
      around.remove(structure.name());
    }
  }

  private Field field(AvroField field, Scalar name, String path) {
    String attribute = "fields." + path;
    Map<String, String> properties = new LinkedHashMap<>();
    List<Located<String>> tags = new ArrayList<>();
    JsonNodes.addProperties(field.node(), OF_FIELDS, properties);
    JsonNodes.addTags(field.node(), attribute, tags);
    addShape(field, properties);
    Set<String> words = new LinkedHashSet<>();
    describe(field.type(), attribute, words, properties, tags);
    if (words.size() > 1) {
      words.remove("null");
    }
    String doc = JsonNodes.string(field.node().get("doc"));
    return new Field(
        name.isTemplated()
            ? Located.unknown(attribute, name.place())
            : Located.known(name.text(), attribute, name.place()),
        path,
        words.size() == 1 ? words.iterator().next() : "union",
        doc == null ? "" : doc,
        tags,
        properties);
  }

  /** Adds what neither the type's word nor a scalar attribute says. */
  private void addShape(AvroField field, Map<String, String> properties) {
    Node value = field.node().get("default");
    if (value != null && !(value instanceof Scalar)) {
      properties.putIfAbsent("default", value instanceof Mapping ? "{}" : "[]");
    }
    if (field.node().get("aliases") instanceof Sequence others && !others.items().isEmpty()) {
      properties.putIfAbsent("aliases", "[]");
    }
    AvroType type = names.resolve(field.type());
    if (type instanceof AvroType.Union union) {
      for (int i = 0; i < union.branches().size(); i++) {
        if (union.branches().get(i) instanceof AvroType.Primitive one
            && one.name().equals("null")) {
          properties.putIfAbsent("nullable", i == 0 ? "first" : "later");
        }
      }
    } else if (type instanceof AvroType.Many many) {
      properties.putIfAbsent("collection", many.isMap() ? "map" : "array");
    }
  }

  /** Collects what a type says of the values of a field: not what its own fields say. */
  private void describe(
      AvroType written,
      String attribute,
      Set<String> words,
      Map<String, String> properties,
      List<Located<String>> tags) {
    if (!collector.goesOn(0)) {
      return;
    }
    AvroType type = names.resolve(written);
    if (type.node() instanceof Mapping mapping) {
      JsonNodes.addProperties(mapping, OF_TYPES, properties);
      JsonNodes.addTags(mapping, attribute, tags);
    }
    if (type instanceof AvroType.Enumeration enumeration) {
      Node fallback = enumeration.node().get("default");
      boolean none = fallback == null || (fallback instanceof Scalar scalar && scalar.isNull());
      boolean closed = enumeration.symbols() != null && none;
      properties.putIfAbsent("symbols", closed ? "closed" : "open");
    }
    if (type instanceof AvroType.Many many) {
      describe(many.values(), attribute, words, properties, tags);
    } else if (type instanceof AvroType.Union union) {
      for (AvroType branch : union.branches()) {
        describe(branch, attribute, words, properties, tags);
      }
    } else {
      words.add(word(type));
    }
  }
}
