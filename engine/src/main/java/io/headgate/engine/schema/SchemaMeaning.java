package io.headgate.engine.schema;

import io.headgate.engine.document.JsonText;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says, in one form for all ways to write it: two texts of one form are one schema to
 * a registry that normalises them. In JSON blanks, the order of keys and escapes say nothing; in
 * Avro neither does a type that is written as an object with nothing but its type, nor whether a
 * namespace is part of a name or beside it; in Protobuf neither do blanks and comments.
 */
public final class SchemaMeaning {

  private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");

  private static final Set<String> PRIMITIVE =
      Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");

  private SchemaMeaning() {}

  /** The one form of a text; null where it is not valid or a template decides on it. */
  public static @Nullable String of(Schema.Format format, String text) {
    if (text.contains("${") || text.contains("{{")) {
      return null;
    }
    if (format == Schema.Format.PROTOBUF) {
      return protobuf(text);
    }
    String json = format == Schema.Format.AVRO ? JsonComments.blank(text) : text;
    JsonText read = JsonText.read(json, (from, to) -> Place.startOf(""));
    Node root = read.root();
    if (root == null || !read.problems().isEmpty()) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    if (format == Schema.Format.AVRO) {
      avro(root, "", out);
    } else {
      json(root, out);
    }
    return out.toString();
  }

  private static @Nullable String protobuf(String text) {
    StringBuilder out = new StringBuilder();
    try {
      ProtobufTokens tokens = new ProtobufTokens(text);
      while (tokens.peek().kind() != ProtobufTokens.Kind.END) {
        ProtobufTokens.Token token = tokens.take();
        out.append(token.kind()).append(' ').append(token.text()).append('\n');
      }
      return out.toString();
    } catch (ProtobufError e) {
      return null;
    }
  }

  private static void json(Node node, StringBuilder out) {
    if (node instanceof Mapping mapping) {
      Map<String, Node> sorted = new TreeMap<>();
      for (Entry entry : mapping.entries()) {
        sorted.put(entry.key().text(), entry.value());
      }
      out.append('{');
      sorted.forEach(
          (key, value) -> {
            text(key, out);
            out.append(':');
            json(value, out);
            out.append(',');
          });
      out.append('}');
    } else if (node instanceof Sequence sequence) {
      out.append('[');
      for (Node item : sequence.items()) {
        json(item, out);
        out.append(',');
      }
      out.append(']');
    } else if (node instanceof Scalar scalar) {
      scalar(scalar, out);
    }
  }

  private static void scalar(Scalar scalar, StringBuilder out) {
    if (scalar.style() == Style.PLAIN) {
      out.append(number(scalar.text()));
    } else {
      text(scalar.text(), out);
    }
  }

  private static String number(String text) {
    try {
      return text.length() > 100 ? text : new BigDecimal(text).stripTrailingZeros().toString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** Its length ahead of it, so that nothing in it can be taken for anything else. */
  private static void text(String text, StringBuilder out) {
    out.append(text.length()).append('"').append(text).append('"');
  }

  private static void avro(Node node, String namespace, StringBuilder out) {
    if (node instanceof Scalar scalar) {
      text(full(scalar.text(), namespace), out);
    } else if (node instanceof Sequence union) {
      out.append('[');
      for (Node branch : union.items()) {
        avro(branch, namespace, out);
        out.append(',');
      }
      out.append(']');
    } else if (node instanceof Mapping type) {
      avroObject(type, namespace, out);
    }
  }

  private static void avroObject(Mapping type, String namespace, StringBuilder out) {
    Node kind = type.get("type");
    if (kind != null && type.entries().size() == 1) {
      avro(kind, namespace, out);
      return;
    }
    String word = kind instanceof Scalar scalar ? scalar.text() : "";
    String own = namespace;
    Map<String, Node> rest = new TreeMap<>();
    for (Entry entry : type.entries()) {
      rest.put(entry.key().text(), entry.value());
    }
    out.append('{');
    if (NAMED.contains(word) && type.text("name") != null) {
      String name = type.text("name");
      String given = type.text("namespace");
      own = name.indexOf('.') >= 0 || given == null ? namespace : given;
      String full = full(name, own);
      own = full.indexOf('.') < 0 ? "" : full.substring(0, full.lastIndexOf('.'));
      rest.remove("name");
      rest.remove("namespace");
      out.append("name:");
      text(full, out);
    }
    for (Map.Entry<String, Node> entry : rest.entrySet()) {
      text(entry.getKey(), out);
      out.append(':');
      switch (entry.getKey()) {
        case "type", "items", "values" -> avro(entry.getValue(), own, out);
        case "fields" -> fields(entry.getValue(), own, out);
        default -> json(entry.getValue(), out);
      }
      out.append(',');
    }
    out.append('}');
  }

  private static void fields(Node node, String namespace, StringBuilder out) {
    List<Node> fields = node instanceof Sequence list ? list.items() : new ArrayList<>();
    out.append('[');
    for (Node field : fields) {
      if (field instanceof Mapping mapping) {
        Map<String, Node> sorted = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
          sorted.put(entry.key().text(), entry.value());
        }
        sorted.forEach(
            (key, value) -> {
              text(key, out);
              out.append(':');
              if (key.equals("type")) {
                avro(value, namespace, out);
              } else {
                json(value, out);
              }
              out.append(',');
            });
      }
      out.append(';');
    }
    out.append(']');
  }

  private static String full(String name, String namespace) {
    boolean isFull = name.indexOf('.') >= 0 || namespace.isEmpty() || PRIMITIVE.contains(name);
    boolean isWord = NAMED.contains(name) || name.equals("array") || name.equals("map");
    return isFull || isWord ? name : namespace + "." + name;
  }
}
