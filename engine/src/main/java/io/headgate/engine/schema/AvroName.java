package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.head;
import static io.headgate.engine.schema.JsonNodes.isNull;
import static io.headgate.engine.schema.JsonNodes.isTemplated;
import static io.headgate.engine.schema.JsonNodes.kind;
import static io.headgate.engine.schema.JsonNodes.string;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/** The name under which a record, enum or fixed is defined. */
final class AvroName {

  static final String ILLEGAL =
      " is no legal name; a name has letters, digits and underscores and begins with no digit.";

  private final Mapping node;
  private final String full;
  private final @Nullable String namespace;
  private final boolean isKnown;
  private final SchemaPath path;
  private final AvroNames names;
  private final Problems problems;

  private AvroName(
      Mapping node,
      String full,
      @Nullable String namespace,
      boolean isKnown,
      SchemaPath path,
      AvroNames names,
      Problems problems) {
    this.node = node;
    this.full = full;
    this.namespace = namespace;
    this.isKnown = isKnown;
    this.path = path;
    this.names = names;
    this.problems = problems;
  }

  static AvroName read(
      Mapping node, @Nullable String around, SchemaPath path, AvroNames names, Problems problems) {
    Node name = node.get("name");
    Node space = node.get("namespace");
    String written = string(name);
    if (written == null) {
      Node type = node.get("type");
      problems.add(
          path,
          head(name != null ? name : type != null ? type : node),
          name == null
              ? "this " + node.text("type") + " has no 'name'."
              : "the 'name' of a type is a string, not " + kind(name) + ".");
    }
    if (space != null && !isNull(space) && string(space) == null) {
      problems.add(path, head(space), "'namespace' is a string, not " + kind(space) + ".");
    }
    String text = written == null ? "" : written;
    int dot = text.lastIndexOf('.');
    String own = string(space);
    String namespace = dot >= 0 ? text.substring(0, dot) : own != null ? own : around;
    if (namespace != null && namespace.isEmpty()) {
      namespace = null;
    }
    String simple = text.substring(dot + 1);
    boolean templated =
        isTemplated(name) || TemplateMarks.anyIn(namespace == null ? "" : namespace);
    if (templated) {
      names.anyName();
    } else if (name != null && written != null) {
      if (!AvroNames.isLegal(simple)) {
        problems.add(path, name.place(), Problems.quoted(simple) + ILLEGAL);
      }
      Node says = dot >= 0 ? name : own != null ? space : null;
      if (says != null && namespace != null && !AvroNames.isLegalNamespace(namespace)) {
        problems.add(
            path,
            says.place(),
            Problems.quoted(namespace) + " is no legal namespace; it is names joined by dots.");
      }
      if (namespace == null && AvroNames.PRIMITIVES.contains(simple)) {
        problems.add(
            path, name.place(), "a type cannot be named " + simple + ": that is a primitive type.");
      }
    }
    String full = namespace == null ? simple : namespace + "." + simple;
    return new AvroName(node, full, namespace, written != null, path, names, problems);
  }

  String full() {
    return full;
  }

  @Nullable String namespace() {
    return namespace;
  }

  /** For messages. */
  String quoted() {
    return Problems.quoted(full);
  }

  /** Enters the type under its name. */
  void define(AvroType type) {
    Node name = node.get("name");
    if (isKnown && name != null && !names.define(full, type) && !isTemplated(name)) {
      Place place = name.place();
      problems.add(
          path,
          place,
          "the type "
              + quoted()
              + " is defined twice; define it once and use its name after that.");
    }
  }
}
