package io.headgate.engine.dialect.asyncapi;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document, with what tells whether it is about Kafka, and whether SpecMesh reads it.
 *
 * @param root the document
 */
record Api(Mapping root) {

  static final String GRANT = "grant-access:";

  private static final String URN = "urn:";
  private static final int MAX_REFERENCES = 16;
  private static final List<String> VISIBILITY = List.of("_public", "_protected", "_private");

  /** The binding for Kafka of a channel, or null if it has none. */
  @Nullable Mapping binding(Mapping channel) {
    return resolve(channel.get("bindings")) instanceof Mapping bindings
            && resolve(bindings.get("kafka")) instanceof Mapping kafka
        ? kafka
        : null;
  }

  /** The channels, each with its key. */
  List<Entry> channels() {
    List<Entry> channels = new ArrayList<>();
    if (root.get("channels") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        Node channel = resolve(entry.value());
        channels.add(channel == null ? entry : new Entry(entry.key(), channel));
      }
    }
    return channels;
  }

  /** What a reference within the document leads to; the node itself if it is none. */
  @Nullable Node resolve(@Nullable Node node) {
    Node now = node;
    for (int i = 0; i < MAX_REFERENCES; i++) {
      if (!(now instanceof Mapping mapping) || !(mapping.get("$ref") instanceof Scalar ref)) {
        return now;
      }
      if (!ref.text().startsWith("#/")) {
        return now;
      }
      now = follow(ref.text().substring(2));
    }
    return null;
  }

  private @Nullable Node follow(String pointer) {
    Node now = root;
    for (String part : pointer.split("/", -1)) {
      if (!(now instanceof Mapping mapping)) {
        return null;
      }
      now = mapping.get(part.replace("~1", "/").replace("~0", "~"));
      if (now == null) {
        return null;
      }
    }
    return now;
  }

  /** Whether it is about Kafka: by a channel's binding, or by what its servers speak. */
  boolean isKafka() {
    boolean own = root.entry("asyncapi") != null;
    if (!own && !isUrn()) {
      return false;
    }
    for (Entry entry : channels()) {
      if (entry.value() instanceof Mapping channel && hasKafka(channel)) {
        return true;
      }
    }
    if (own && root.get("servers") instanceof Mapping servers) {
      for (Entry entry : servers.entries()) {
        if (resolve(entry.value()) instanceof Mapping server && speaksKafka(server)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasKafka(Mapping channel) {
    return resolve(channel.get("bindings")) instanceof Mapping bindings
        && bindings.entry("kafka") != null;
  }

  private static boolean speaksKafka(Mapping server) {
    String protocol = server.text("protocol");
    return protocol != null && (protocol.equals("kafka") || protocol.equals("kafka-secure"));
  }

  private boolean isUrn() {
    return root.get("id") instanceof Scalar id
        && (id.text().startsWith(URN) || (id.isTemplated() && root.entry("asyncapi") != null));
  }

  /** Whether SpecMesh reads it: by what only SpecMesh makes something of. */
  boolean isMesh() {
    if (isUrn()) {
      for (Entry entry : channels()) {
        if (entry.value() instanceof Mapping channel && isMesh(entry.key().text(), channel)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The domain that SpecMesh reads out of the id; null if a template gives it. */
  @Nullable String domain() {
    return root.get("id") instanceof Scalar id && id.text().startsWith(URN) && !id.isTemplated()
        ? id.text().substring(URN.length()).replace(':', '.')
        : null;
  }

  private boolean isMesh(String name, Mapping channel) {
    for (String word : VISIBILITY) {
      if (name.equals(word) || name.startsWith(word + ".") || name.contains("." + word + ".")) {
        return true;
      }
    }
    Mapping kafka = binding(channel);
    if (kafka != null && (kafka.entry("envs") != null || kafka.entry("configs") != null)) {
      return true;
    }
    for (Scalar tag : tags(channel)) {
      if (tag.text().startsWith(GRANT)) {
        return true;
      }
    }
    return false;
  }

  /** The names of the tags of what is published on a channel. */
  List<Scalar> tags(Mapping channel) {
    List<Scalar> names = new ArrayList<>();
    if (resolve(channel.get("publish")) instanceof Mapping publish
        && publish.get("tags") instanceof Sequence tags) {
      for (Node tag : tags.items()) {
        if (resolve(tag) instanceof Mapping mapping && mapping.get("name") instanceof Scalar name) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
