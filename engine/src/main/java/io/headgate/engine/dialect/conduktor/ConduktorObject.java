package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of Conduktor's resources.
 *
 * @param kind its kind
 * @param name {@code metadata.name}
 * @param metadata the reader of its metadata
 * @param spec the reader of its spec
 */
record ConduktorObject(
    String kind, Located<String> name, MappingReader metadata, MappingReader spec) {

  /** Begins to read an object; null if it has no metadata or no spec, which is a finding. */
  static @Nullable ConduktorObject of(KubernetesObject object, Reading reading) {
    String kind = object.kind().text();
    Scalar named = object.name();
    Place head = named == null || named.isNull() ? object.kind().place() : named.place();
    MappingReader root = new MappingReader(object.mapping(), head, article(kind) + kind, reading);
    root.ignore("apiVersion", "kind");
    MappingReader metadata = part(root, "metadata", kind, reading);
    MappingReader spec = part(root, "spec", kind, reading);
    root.finish();
    if (metadata == null || spec == null) {
      return null;
    }
    metadata.headAt(head);
    spec.headAt(head);
    // What Console adds when it is asked for the resource.
    metadata.ignore("createdAt", "createdBy", "updatedAt", "updatedBy", "updatedFrom");
    Located<String> name = metadata.required("name", metadata.text("name", "name"));
    return new ConduktorObject(kind, name, metadata, spec);
  }

  private static @Nullable MappingReader part(
      MappingReader root, String key, String kind, Reading reading) {
    MappingReader part = root.mapping(key);
    if (part == null && root.node(key) == null) {
      reading.unreadable(root.head(), key, "The " + kind + " needs a mapping '" + key + "'.");
    }
    return part;
  }

  private static String article(String kind) {
    return !kind.isEmpty() && "AEIOU".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ";
  }

  /** Where it is named. */
  Place head() {
    return name.place();
  }

  /**
   * The Kafka cluster that its metadata must name; from now on all that is read is for this one.
   */
  Located<String> cluster(Reading reading) {
    Located<String> cluster = metadata.required("cluster", metadata.text("cluster", "cluster"));
    reading.cluster(cluster.orNull());
    return cluster;
  }

  /** Labels, which any resource may have. */
  Config labels() {
    return metadata.config("labels", "labels", null);
  }

  /**
   * Notes that it is declared: two directories that declare the same are two environments.
   *
   * @param within what tells it from others of its name, such as its cluster; compared as written
   */
  void declare(Reading reading, String... within) {
    String named = metadata.source().text("name");
    if (named != null) {
      reading.object("conduktor/" + kind + "/" + String.join("/", within) + "/" + named);
    }
  }

  /** A text of the metadata as it is written. */
  String written(String key) {
    return String.valueOf(metadata.source().text(key));
  }

  /** Reports the keys that nobody asked for. */
  void finish() {
    metadata.finish();
    spec.finish();
  }

  /** A switch. */
  static Located<Boolean> bool(MappingReader reader, String key) {
    return reader.word(
        key,
        key,
        word ->
            switch (word.toLowerCase(Locale.ROOT)) {
              case "true" -> Boolean.TRUE;
              case "false" -> Boolean.FALSE;
              default -> null;
            },
        "true or false");
  }

  /** One of some words, in any case. */
  static Located<String> oneOf(
      MappingReader reader, String key, String attribute, String... words) {
    return reader.word(
        key,
        attribute,
        word -> {
          for (String one : words) {
            if (one.equalsIgnoreCase(word)) {
              return one;
            }
          }
          return null;
        },
        listed(words));
  }

  private static String listed(String[] words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      text.append(i == 0 ? "" : i == words.length - 1 ? " or " : ", ").append(words[i]);
    }
    return text.toString();
  }
}
