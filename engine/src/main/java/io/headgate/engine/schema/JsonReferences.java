package io.headgate.engine.schema;

import static io.headgate.engine.schema.JsonNodes.string;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a {@code $ref} of a JSON Schema names inside the same text. */
final class JsonReferences {

  private static final List<String> KEYS = List.of("$ref", "$dynamicRef", "$recursiveRef");
  private static final List<String> ANCHORS = List.of("$anchor", "$dynamicAnchor");

  /** Keys whose value is no schema, whatever it looks like. */
  private static final List<String> VALUES = List.of("enum", "const", "default", "examples");

  private static final List<String> IDS = List.of("$id", "id");

  private final Node root;
  private final String base;
  private final Map<String, Node> anchors = new HashMap<>();
  private final IdentityHashMap<Mapping, Map<String, Node>> index = new IdentityHashMap<>();
  private boolean hasInnerBases;

  JsonReferences(Node root) {
    this.root = root;
    String id = root instanceof Mapping mapping ? id(mapping) : null;
    int hash = id == null ? -1 : id.indexOf('#');
    this.base = id == null ? "" : hash < 0 ? id : id.substring(0, hash);
    collect(root);
  }

  private static @Nullable String id(Mapping schema) {
    for (String key : IDS) {
      String id = string(schema.get(key));
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /** Draft 4 to 7 name an anchor by an id that begins with {@code #}. */
  private void collect(Node node) {
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::collect);
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String key = entry.key().text();
        String value = string(entry.value());
        if (value != null && ANCHORS.contains(key)) {
          anchors.putIfAbsent(value, node);
        } else if (value != null && IDS.contains(key) && node != root) {
          if (value.startsWith("#")) {
            anchors.putIfAbsent(value.substring(1), node);
          } else {
            hasInnerBases = true;
          }
        }
        if (!VALUES.contains(key)) {
          collect(entry.value());
        }
      }
    }
  }

  /** The text of the reference of a schema, or null. */
  static @Nullable Node of(Mapping schema) {
    for (String key : KEYS) {
      Node reference = schema.get(key);
      if (string(reference) != null) {
        return reference;
      }
    }
    return null;
  }

  /** Whether a reference names something in this text; anything else is unknown. */
  boolean isLocal(String reference) {
    return fragment(reference) != null && !hasInnerBases;
  }

  /** What a reference names, or null. */
  @Nullable Node resolve(String reference) {
    String fragment = fragment(reference);
    if (fragment == null) {
      return null;
    }
    if (fragment.isEmpty()) {
      return root;
    }
    if (!fragment.startsWith("/")) {
      return anchors.get(fragment);
    }
    Node node = root;
    for (String step : fragment.substring(1).split("/", -1)) {
      node = node == null ? null : child(node, unescape(step));
    }
    return node;
  }

  /** The names beside the one that a pointer should have found. */
  List<String> siblings(String reference) {
    int slash = reference.lastIndexOf('/');
    return slash > 0 && resolve(reference.substring(0, slash)) instanceof Mapping around
        ? around.entries().stream()
            .map(entry -> reference.substring(0, slash + 1) + entry.key().text())
            .toList()
        : List.of();
  }

  private @Nullable String fragment(String reference) {
    if (reference.startsWith("#")) {
      return reference.substring(1);
    }
    return !base.isEmpty() && reference.startsWith(base + "#")
        ? reference.substring(base.length() + 1)
        : reference.equals(base) && !base.isEmpty() ? "" : null;
  }

  private @Nullable Node child(Node node, String step) {
    if (node instanceof Mapping mapping) {
      return index.computeIfAbsent(mapping, JsonReferences::index).get(step);
    }
    if (!(node instanceof Sequence sequence)) {
      return null;
    }
    try {
      int at = Integer.parseInt(step);
      return at >= 0 && at < sequence.items().size() ? sequence.items().get(at) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Map<String, Node> index(Mapping mapping) {
    Map<String, Node> values = new HashMap<>();
    mapping.entries().forEach(entry -> values.put(entry.key().text(), entry.value()));
    return values;
  }

  private static String unescape(String step) {
    String decoded = step;
    if (step.indexOf('%') >= 0) {
      try {
        decoded = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        decoded = step;
      }
    }
    return decoded.replace("~1", "/").replace("~0", "~");
  }
}
