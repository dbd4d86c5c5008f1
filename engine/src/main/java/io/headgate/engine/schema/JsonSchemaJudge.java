package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.head;
import static io.headgate.engine.schema.JsonNodes.isBoolean;
import static io.headgate.engine.schema.JsonNodes.isTemplated;
import static io.headgate.engine.schema.JsonNodes.kind;
import static io.headgate.engine.schema.JsonNodes.string;
import static io.headgate.engine.schema.Problems.quoted;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says what is wrong with a JSON Schema: the words of which headgate reads the meaning, not all
 * that the meta-schema asks for, and no regular expression.
 */
final class JsonSchemaJudge {

  private static final List<String> TYPES =
      List.of("null", "boolean", "object", "array", "number", "string", "integer");

  /** Keys whose value is a schema. */
  private static final List<String> ONE =
      List.of(
          "additionalProperties",
          "unevaluatedProperties",
          "propertyNames",
          "additionalItems",
          "unevaluatedItems",
          "contains",
          "not",
          "if",
          "then",
          "else");

  /** Keys whose value is an array of schemas. */
  private static final List<String> SEVERAL = List.of("allOf", "anyOf", "oneOf", "prefixItems");

  /** Keys whose value is an object of schemas. */
  private static final List<String> NAMED =
      List.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

  private static final List<String> TEXTS = List.of("description", "title", "format", "$ref");

  private final JsonReferences references;
  private final Problems problems;

  JsonSchemaJudge(JsonReferences references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  void judge(Node root) {
    String version = root instanceof Mapping mapping ? string(mapping.get("$schema")) : null;
    if (version == null || !version.contains("/draft-03/")) {
      judge(root, SchemaPath.ROOT);
    }
  }

  private void judge(Node node, SchemaPath path) {
    if (!(node instanceof Mapping schema)) {
      if (!isBoolean(node) && !isTemplated(node)) {
        problems.add(
            path, head(node), "a schema is an object, true or false, not " + kind(node) + ".");
      }
      return;
    }
    type(schema, path);
    required(schema, path);
    reference(schema, path);
    for (String key : TEXTS) {
      Node value = schema.get(key);
      if (value != null && string(value) == null) {
        problems.add(path, head(value), "'" + key + "' is a string, not " + kind(value) + ".");
      }
    }
    Node values = schema.get("enum");
    if (values != null && !(values instanceof Sequence) && !isTemplated(values)) {
      problems.add(path, head(values), "'enum' is an array of values, not " + kind(values) + ".");
    }
    inner(schema, path);
  }

  private void inner(Mapping schema, SchemaPath path) {
    for (String key : ONE) {
      Node value = schema.get(key);
      if (value != null) {
        judge(value, path);
      }
    }
    Node items = schema.get("items");
    if (items instanceof Sequence sequence) {
      sequence.items().forEach(item -> judge(item, path));
    } else if (items != null) {
      judge(items, path);
    }
    for (String key : SEVERAL) {
      Node value = schema.get(key);
      if (value instanceof Sequence sequence && !sequence.items().isEmpty()) {
        sequence.items().forEach(item -> judge(item, path));
      } else if (value != null && !isTemplated(value)) {
        problems.add(
            path,
            head(value),
            "'"
                + key
                + "' is an array of at least one schema, not "
                + (value instanceof Sequence ? "an empty one." : kind(value) + "."));
      }
    }
    for (String key : NAMED) {
      Node value = schema.get(key);
      if (value instanceof Mapping mapping) {
        SchemaPath around = key.equals("properties") ? path : path.child(key);
        for (Entry entry : mapping.entries()) {
          judge(entry.value(), around.child(entry.key().text()));
        }
      } else if (value != null && !isTemplated(value)) {
        problems.add(
            path, head(value), "'" + key + "' is an object of schemas, not " + kind(value) + ".");
      }
    }
  }

  private void type(Mapping schema, SchemaPath path) {
    Node type = schema.get("type");
    if (type == null) {
      return;
    }
    if (!(type instanceof Sequence list)) {
      word(type, path);
      return;
    }
    if (list.items().isEmpty()) {
      problems.add(path, head(list), "'type' is an empty array, so that no value is valid.");
    }
    Set<String> seen = new HashSet<>();
    for (Node item : list.items()) {
      word(item, path);
      String word = string(item);
      if (word != null && !isTemplated(item) && !seen.add(word)) {
        problems.add(path, item.place(), "'type' names " + quoted(word) + " twice.");
      }
    }
  }

  private void word(Node node, SchemaPath path) {
    String word = string(node);
    if (isTemplated(node) || (word != null && TYPES.contains(word))) {
      return;
    }
    problems.add(
        path,
        head(node),
        "'type' is one of "
            + String.join(", ", TYPES)
            + ", not "
            + kind(node)
            + "."
            + (word == null ? "" : problems.hint(word, () -> TYPES)));
  }

  private void required(Mapping schema, SchemaPath path) {
    Node required = schema.get("required");
    if (required == null || isTemplated(required)) {
      return;
    }
    if (!(required instanceof Sequence list)) {
      problems.add(
          path,
          head(required),
          "'required' is an array of the names of fields, not "
              + kind(required)
              + "; it stands beside 'properties', not in a field.");
      return;
    }
    for (Node item : list.items()) {
      if (string(item) == null) {
        problems.add(
            path, head(item), "'required' is an array of names, not of " + kind(item) + ".");
      }
    }
  }

  private void reference(Mapping schema, SchemaPath path) {
    Node node = schema.get("$ref");
    String reference = string(node);
    if (node == null
        || reference == null
        || isTemplated(node)
        || !references.isLocal(reference)
        || references.resolve(reference) != null) {
      return;
    }
    problems.add(
        path,
        node.place(),
        "the $ref "
            + quoted(reference)
            + " names nothing in this schema."
            + problems.hint(reference, () -> references.siblings(reference)));
  }
}
