package io.headgate.engine.dialect;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import org.jspecify.annotations.Nullable;

/** The {@code metadata} of objects in the style of Kubernetes: a name, and labels of texts. */
public final class Metadata {

  private Metadata() {}

  /** The name in an object's metadata; null if there is none, which is a finding. */
  public static @Nullable Scalar requiredName(KubernetesObject object, Reading reading) {
    Scalar name = name(object.mapping(), object.kind().text(), reading);
    if (name == null && !isWrong(object.mapping())) {
      reading.unreadable(
          object.kind().place(),
          "name",
          "The " + object.kind().text() + " has no 'metadata.name'.");
    }
    return name;
  }

  /**
   * The name in an object's metadata, or null if there is none; whatever in the metadata is of the
   * wrong type is a finding.
   *
   * @param kind what it is, for messages
   */
  public static @Nullable Scalar name(Mapping object, String kind, Reading reading) {
    Entry metadata = object.entry("metadata");
    if (metadata == null || isNull(metadata.value())) {
      return null;
    }
    if (!(metadata.value() instanceof Mapping mapping)) {
      wrong(metadata.value(), "metadata", kind, "a mapping", reading);
      return null;
    }
    texts(mapping, "labels", kind, reading);
    texts(mapping, "annotations", kind, reading);
    for (String key : java.util.List.of("name", "namespace")) {
      Node node = mapping.get(key);
      if (node != null && !(node instanceof Scalar)) {
        wrong(node, "metadata." + key, kind, "a single value", reading);
      }
    }
    return mapping.get("name") instanceof Scalar name && !name.isNull() ? name : null;
  }

  /** Whether something else than a text stands where the name is to be, which has been told. */
  public static boolean isWrong(Mapping object) {
    Node metadata = object.get("metadata");
    Node name = metadata instanceof Mapping mapping ? mapping.get("name") : metadata;
    return name != null && !isNull(name) && (metadata == name || !(name instanceof Scalar));
  }

  private static void texts(Mapping metadata, String key, String kind, Reading reading) {
    Node node = metadata.get(key);
    if (node instanceof Mapping texts) {
      for (Entry entry : texts.entries()) {
        if (!(entry.value() instanceof Scalar)) {
          String path = "metadata." + key + "." + entry.key().text();
          wrong(entry.value(), path, kind, "a single value", reading);
        }
      }
    } else if (node != null && !isNull(node) && !isTemplated(node)) {
      wrong(node, "metadata." + key, kind, "a mapping", reading);
    }
  }

  private static boolean isTemplated(Node node) {
    return node instanceof Scalar scalar && scalar.isTemplated();
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  private static void wrong(Node node, String path, String kind, String wanted, Reading reading) {
    reading.unreadable(
        MappingReader.start(node.place()),
        path,
        "'" + path + "' of the " + kind + " must be " + wanted + ".");
  }
}
