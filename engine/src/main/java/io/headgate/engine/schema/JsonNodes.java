package io.headgate.engine.schema;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nodes of a JSON text are. */
final class JsonNodes {

  private static final List<String> TAGS = List.of("confluent:tags", "tags");

  private JsonNodes() {}

  static boolean isString(@Nullable Node node) {
    return node instanceof Scalar scalar && scalar.style() != Style.PLAIN;
  }

  static boolean isNull(@Nullable Node node) {
    return node instanceof Scalar scalar && !isString(node) && scalar.text().equals("null");
  }

  static boolean isBoolean(@Nullable Node node) {
    return node instanceof Scalar scalar
        && !isString(node)
        && (scalar.text().equals("true") || scalar.text().equals("false"));
  }

  static boolean isNumber(@Nullable Node node) {
    return node instanceof Scalar && !isString(node) && !isNull(node) && !isBoolean(node);
  }

  /** The string, or null if it is something else. */
  static @Nullable String string(@Nullable Node node) {
    return node instanceof Scalar scalar && isString(node) ? scalar.text() : null;
  }

  /** The integer, or null if it is something else, has a fraction or an exponent, or is no long. */
  static @Nullable Long integer(@Nullable Node node) {
    if (!(node instanceof Scalar scalar) || !isNumber(node) || scalar.text().length() > 20) {
      return null;
    }
    try {
      return Long.valueOf(scalar.text());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether it can only be known once a template is filled in. */
  static boolean isTemplated(@Nullable Node node) {
    return node instanceof Scalar scalar && scalar.isTemplated();
  }

  /** What a node is, for people: {@code the number 5}, {@code an object}. */
  static String kind(Node node) {
    if (node instanceof Mapping) {
      return "an object";
    }
    if (node instanceof Sequence) {
      return "an array";
    }
    String text = node instanceof Scalar scalar ? scalar.text() : "";
    if (isString(node)) {
      return "the string " + Problems.quoted(text);
    }
    return isNumber(node) ? "the number " + Problems.quoted(text).replace("'", "") : text;
  }

  /** The place of a node if it is short, else where it begins. */
  static Place head(Node node) {
    return node instanceof Scalar ? node.place() : Problems.start(node.place());
  }

  /** Adds the scalar attributes that are neither known nor there yet; tags are none. */
  static void addProperties(Mapping from, Set<String> known, Map<String, String> to) {
    for (Entry entry : from.entries()) {
      String key = entry.key().text();
      if (entry.value() instanceof Scalar scalar && !known.contains(key) && !TAGS.contains(key)) {
        to.putIfAbsent(key, scalar.text());
      }
    }
  }

  /** Adds the classifications; what a template fills in is unknown. */
  static void addTags(Mapping from, String attribute, List<Located<String>> to) {
    for (String key : TAGS) {
      Node value = from.get(key);
      List<Node> items =
          value instanceof Sequence list
              ? list.items()
              : value == null ? List.<Node>of() : List.of(value);
      String of = items.isEmpty() ? "" : attribute + "." + key;
      for (Node item : items) {
        if (item instanceof Scalar tag && isString(item)) {
          to.add(
              tag.isTemplated()
                  ? Located.unknown(of, tag.place())
                  : Located.known(tag.text(), of, tag.place()));
        }
      }
    }
  }
}
