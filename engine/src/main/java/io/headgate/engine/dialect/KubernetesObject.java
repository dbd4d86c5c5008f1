package io.headgate.engine.dialect;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head that all Kubernetes objects share.
 *
 * @param apiVersion such as {@code kafka.strimzi.io/v1}
 * @param kind such as {@code KafkaTopic}
 * @param mapping the whole object
 */
public record KubernetesObject(Scalar apiVersion, Scalar kind, Mapping mapping) {

  /** The object a document holds, or null if it holds none. */
  public static @Nullable KubernetesObject of(Document document) {
    return document.root() instanceof Mapping mapping
            && mapping.get("apiVersion") instanceof Scalar version
            && mapping.get("kind") instanceof Scalar kind
        ? new KubernetesObject(version, kind, mapping)
        : null;
  }

  /**
   * The documents of the objects that a document holds: the items of a {@code List}, as {@code
   * kubectl get} writes it, each an object of its own; otherwise the document itself.
   */
  static List<Document> each(Document document) {
    KubernetesObject object = of(document);
    if (object == null
        || !object.kind.text().endsWith("List")
        || !(object.mapping.get("items") instanceof Sequence items)
        || (!object.kind.text().equals("List") && !areObjects(items))) {
      return List.of(document);
    }
    return items.items().stream().map(item -> new Document(document.source(), item)).toList();
  }

  private static boolean areObjects(Sequence items) {
    for (Node item : items.items()) {
      if (!(item instanceof Mapping mapping) || mapping.entry("apiVersion") == null) {
        return false;
      }
    }
    return true;
  }

  /** The part of the API version ahead of the slash. */
  public String group() {
    int slash = apiVersion.text().indexOf('/');
    return slash < 0 ? "" : apiVersion.text().substring(0, slash);
  }

  /** The part of the API version behind the slash. */
  public String version() {
    return apiVersion.text().substring(apiVersion.text().indexOf('/') + 1);
  }

  /** The text of a key of the metadata, or null. */
  public @Nullable String metadata(String key) {
    return mapping.get("metadata") instanceof Mapping metadata ? metadata.text(key) : null;
  }

  /** The text of a key of the metadata, or null if it is not there or a template gives it. */
  public @Nullable String knownMetadata(String key) {
    return mapping.get("metadata") instanceof Mapping metadata
            && metadata.get(key) instanceof Scalar scalar
            && !scalar.isTemplated()
            && !scalar.text().isBlank()
        ? scalar.text()
        : null;
  }

  /** The text of a label, or null. */
  public @Nullable String label(String label) {
    return mapping.get("metadata") instanceof Mapping metadata
            && metadata.get("labels") instanceof Mapping labels
        ? labels.text(label)
        : null;
  }

  /** A label where it is written; null if it is not there. */
  public @Nullable Located<String> locatedLabel(String label) {
    return located("labels", label);
  }

  /** An annotation where it is written; null if it is not there. */
  public @Nullable Located<String> locatedAnnotation(String annotation) {
    return located("annotations", annotation);
  }

  private @Nullable Located<String> located(String map, String key) {
    Node entries = mapping.get("metadata") instanceof Mapping metadata ? metadata.get(map) : null;
    if (entries instanceof Scalar template && template.isTemplated()) {
      return Located.unknown(key, template.place()); // it may be among them
    }
    return entries instanceof Mapping known
            && known.get(key) instanceof Scalar scalar
            && !scalar.isNull()
        ? MappingReader.located(scalar, key)
        : null;
  }

  /** Whether a template puts something into the metadata: lines of it are no entries. */
  public boolean isMetadataTemplated(SourceText source) {
    int from = -1;
    int to = source.text().length();
    for (Node.Entry entry : mapping.entries()) {
      int at = source.offset(entry.key().place().startLine(), entry.key().place().startColumn());
      if (from >= 0) {
        to = at;
        break;
      }
      from = entry.key().text().equals("metadata") ? at : -1;
    }
    int template = from < 0 ? -1 : source.text().indexOf("{{", from);
    return template >= 0 && template < to;
  }

  /** The node of {@code metadata.name}, or null. */
  public @Nullable Scalar name() {
    Node name = mapping.get("metadata") instanceof Mapping metadata ? metadata.get("name") : null;
    return name instanceof Scalar scalar ? scalar : null;
  }

  /**
   * Notes that this object is declared, by what Kubernetes tells objects apart by and by what it
   * names in Kafka: if two directories declare it, or declare the same for two namespaces, each of
   * them is an environment of its own.
   *
   * @param clusterLabel the label that names the Kafka cluster
   * @param kafkaName the name of what it declares in Kafka
   */
  public void declare(String clusterLabel, String kafkaName, Reading reading) {
    declareIn(label(clusterLabel), kafkaName, reading);
  }

  /**
   * Notes that this object is declared, as {@link #declare}, where no label names the Kafka
   * cluster.
   *
   * @param cluster the name of the Kafka cluster; null where the object does not say
   */
  public void declareIn(@Nullable String cluster, String kafkaName, Reading reading) {
    String name = String.valueOf(metadata("name"));
    reading.object(
        String.join(
            "/",
            kind.text(),
            String.valueOf(metadata("namespace")),
            String.valueOf(cluster),
            name));
    reading.object(kind.text() + "/" + name + "=" + kafkaName);
  }

  /** The text of an annotation, or null. */
  public @Nullable String annotation(String annotation) {
    return mapping.get("metadata") instanceof Mapping metadata
            && metadata.get("annotations") instanceof Mapping annotations
        ? annotations.text(annotation)
        : null;
  }
}
