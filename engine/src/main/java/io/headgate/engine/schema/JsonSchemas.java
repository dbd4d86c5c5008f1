package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.isTemplated;
import static io.headgate.engine.schema.JsonNodes.string;

import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema, drafts 4 to 2020-12. A field is what {@code properties} names; what alternatives and
 * conditions add is listed as if it were always there; what {@code if} and {@code not} describe is
 * not listed.
 */
final class JsonSchemas {

  /** Whose schemas describe the same value as the schema around them. */
  private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");

  private static final List<String> CONDITIONS = List.of("then", "else");

  /** Whose schemas describe the elements of an array. */
  private static final List<String> ELEMENTS =
      List.of("items", "prefixItems", "additionalItems", "unevaluatedItems", "contains");

  /** Whose schemas describe the values of a map. */
  private static final List<String> VALUES =
      List.of("additionalProperties", "unevaluatedProperties", "patternProperties");

  private static final Set<String> NO_PROPERTIES =
      Set.of(
          "type",
          "description",
          "$ref",
          "$dynamicRef",
          "$recursiveRef",
          "$id",
          "id",
          "$schema",
          "$anchor",
          "$dynamicAnchor",
          "items",
          "additionalItems",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contains",
          "not",
          "if",
          "then",
          "else",
          "propertyNames");

  private final JsonReferences references;
  private final FieldCollector collector = new FieldCollector();

  private JsonSchemas(JsonReferences references) {
    this.references = references;
  }

  static SchemaContent read(String text, Positions positions) {
    Problems problems = new Problems();
    JsonText json = JsonText.read(text, positions);
    problems.addAll(json.problems());
    Node root = json.root();
    if (root == null) {
      return TemplateMarks.outsideStrings(text)
          ? SchemaContent.UNKNOWN
          : new SchemaContent(List.of(), problems.inOrder(), text);
    }
    JsonReferences references = new JsonReferences(root);
    new JsonSchemaJudge(references, problems).judge(root);
    JsonSchemas schemas = new JsonSchemas(references);
    schemas.list(root, "", 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    List<Field> fields = schemas.collector.fields(problems, root.place());
    return new SchemaContent(fields, problems.inOrder(), text);
  }

  /**
   * Lists the fields below a schema.
   *
   * @param around the schemas that are being listed, by identity
   */
  private void list(Node node, String prefix, int depth, Set<Node> around) {
    if (!(node instanceof Mapping schema) || !collector.goesOn(depth) || !around.add(node)) {
      return;
    }
    if (schema.get("properties") instanceof Mapping properties) {
      for (Entry entry : properties.entries()) {
        if (collector.goesOn(depth)) {
          String path = prefix + entry.key().text();
          collector.add(field(entry, path));
          list(entry.value(), path + ".", depth + 1, around);
        }
      }
    }
    for (Node same : sameValue(schema)) {
      list(same, prefix, depth + 1, around);
    }
    for (Node element : schemasOf(schema, ELEMENTS)) {
      list(element, prefix, depth + 1, around);
    }
    for (Node value : schemasOf(schema, VALUES)) {
      list(value, prefix, depth + 1, around);
    }
    around.remove(node);
  }

  /** The schemas that say more about the value of a schema. */
  private List<Node> sameValue(Mapping schema) {
    List<Node> schemas = new ArrayList<>();
    Node reference = JsonReferences.of(schema);
    Node target = reference instanceof Scalar to ? references.resolve(to.text()) : null;
    if (target != null) {
      schemas.add(target);
    }
    schemas.addAll(schemasOf(schema, ALTERNATIVES));
    schemas.addAll(schemasOf(schema, CONDITIONS));
    if (schema.get("dependentSchemas") instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> schemas.add(entry.value()));
    }
    return schemas;
  }

  private static List<Node> schemasOf(Mapping schema, List<String> keys) {
    List<Node> schemas = new ArrayList<>();
    for (String key : keys) {
      Node value = schema.get(key);
      if (value instanceof Sequence sequence) {
        schemas.addAll(sequence.items());
      } else if (value instanceof Mapping mapping && key.equals("patternProperties")) {
        mapping.entries().forEach(entry -> schemas.add(entry.value()));
      } else if (value instanceof Mapping) {
        schemas.add(value);
      }
    }
    return schemas;
  }

  private Field field(Entry entry, String path) {
    Scalar key = entry.key();
    String attribute = "fields." + path;
    Description description = new Description(attribute);
    description.add(entry.value(), 0);
    return new Field(
        key.isTemplated()
            ? Located.unknown(attribute, key.place())
            : Located.known(key.text(), attribute, key.place()),
        path,
        description.type(),
        documentation(entry.value()),
        description.tags,
        description.properties);
  }

  /** Its own description, or that of what it refers to. */
  private String documentation(Node node) {
    if (!(node instanceof Mapping schema)) {
      return "";
    }
    String own = string(schema.get("description"));
    Node reference = JsonReferences.of(schema);
    if (own == null
        && reference instanceof Scalar to
        && references.resolve(to.text()) instanceof Mapping target) {
      own = string(target.get("description"));
    }
    return own == null ? "" : own;
  }

  /** What a schema says of the values of a field: not what its own fields say. */
  private final class Description {

    private final String attribute;
    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Located<String>> tags = new ArrayList<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Description(String attribute) {
      this.attribute = attribute;
    }

    String type() {
      if (types.size() > 1) {
        types.remove("null");
      }
      return types.isEmpty() ? "any" : types.size() == 1 ? types.iterator().next() : "union";
    }

    void add(Node node, int depth) {
      if (!(node instanceof Mapping schema) || !collector.goesOn(depth) || !seen.add(node)) {
        return;
      }
      JsonNodes.addProperties(schema, NO_PROPERTIES, properties);
      JsonNodes.addTags(schema, attribute, tags);
      for (String word : words(schema)) {
        List<Node> parts =
            switch (word) {
              case "array" -> schemasOf(schema, ELEMENTS);
              case "object" ->
                  schema.get("properties") == null ? schemasOf(schema, VALUES) : List.<Node>of();
              default -> List.<Node>of();
            };
        if (parts.isEmpty()) {
          types.add(word);
        }
        parts.forEach(part -> add(part, depth + 1));
      }
      sameValue(schema).forEach(same -> add(same, depth + 1));
    }

    /** The types that a schema names, or those that it means without naming them. */
    private List<String> words(Mapping schema) {
      Node type = schema.get("type");
      List<String> words = new ArrayList<>();
      List<Node> named = type instanceof Sequence list ? list.items() : List.<Node>of();
      for (Node item : type instanceof Scalar ? List.of(type) : named) {
        String word = string(item);
        if (word != null) {
          words.add(word);
        }
      }
      if (type == null) {
        if (schema.get("properties") != null || !schemasOf(schema, VALUES).isEmpty()) {
          words.add("object");
        } else if (!schemasOf(schema, ELEMENTS).isEmpty()) {
          words.add("array");
        } else if (schema.get("enum") instanceof Sequence values) {
          values.items().forEach(value -> words.add(typeOf(value)));
        } else if (schema.get("const") != null) {
          words.add(typeOf(schema.get("const")));
        }
      }
      return words;
    }

    private static String typeOf(@Nullable Node value) {
      if (value instanceof Mapping) {
        return "object";
      }
      if (value instanceof Sequence) {
        return "array";
      }
      if (JsonNodes.isString(value) || isTemplated(value)) {
        return "string";
      }
      return JsonNodes.isNull(value)
          ? "null"
          : JsonNodes.isBoolean(value)
              ? "boolean"
              : JsonNodes.integer(value) != null ? "integer" : "number";
    }
  }
}
