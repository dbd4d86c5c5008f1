package io.headgate.engine.dialect.kubernetes;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Deployment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code apps/v1} deployments and stateful sets. Kubernetes itself judges their other fields. */
public final class KubernetesDialect implements Dialect {

  private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet");

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public Description describe() {
    return KubernetesDescription.get();
  }

  @Override
  public Set<Kind> declarable() {
    return EnumSet.of(Kind.DEPLOYMENT);
  }

  @Override
  public boolean mayRead(String path, String text) {
    return text.contains("apps/v1") && KINDS.stream().anyMatch(text::contains);
  }

  @Override
  public boolean standsAlone() {
    return false;
  }

  @Override
  public boolean reads(Document document) {
    KubernetesObject object = KubernetesObject.of(document);
    return object != null
        && object.apiVersion().text().equals("apps/v1")
        && KINDS.contains(object.kind().text());
  }

  @Override
  public void read(Document document, Reading reading) {
    KubernetesObject object = KubernetesObject.of(document);
    Scalar name = object == null ? null : object.name();
    if (object == null || name == null) {
      return;
    }
    ResourceRef holder = new ResourceRef(Kind.DEPLOYMENT, name.text());
    MappingReader root =
        new MappingReader(object.mapping(), name.place(), "a " + object.kind().text(), reading);
    MappingReader spec = root.mapping("spec");
    Located<Integer> replicas =
        spec == null
            ? Located.absent("replicas", name.place())
            : spec.integer("replicas", "replicas");
    List<Located<String>> images = new ArrayList<>();
    PropertyReader environment = new PropertyReader("environment", holder, reading);
    Place place = name.place();
    for (Mapping container : containers(object.mapping())) {
      if (container.get("image") instanceof Scalar image) {
        images.add(MappingReader.located(image, "images"));
      }
      if (container.get("env") instanceof Sequence variables) {
        for (Node item : variables.items()) {
          if (item instanceof Mapping variable && variable.get("name") instanceof Scalar key) {
            if (variable.get("valueFrom") instanceof Mapping from) {
              environment.refer(key, from, reference(from));
            } else {
              environment.read(key, variable.get("value"));
            }
          }
        }
      }
    }
    reading.add(
        new Deployment(
            MappingReader.located(name, "name"),
            namespace(object, place),
            replicas,
            List.copyOf(images),
            environment.config(place)));
  }

  /** Such as {@code secretKeyRef:orders/password}. */
  private static String reference(Mapping from) {
    if (from.entries().isEmpty()) {
      return "valueFrom";
    }
    Entry source = from.entries().get(0);
    return source.value() instanceof Mapping selector
        ? source.key().text() + ":" + selector.text("name") + "/" + selector.text("key")
        : source.key().text();
  }

  private static Located<String> namespace(KubernetesObject object, Place head) {
    Node namespace =
        object.mapping().get("metadata") instanceof Mapping metadata
            ? metadata.get("namespace")
            : null;
    return namespace instanceof Scalar scalar
        ? MappingReader.located(scalar, "namespace")
        : Located.absent("namespace", head);
  }

  private static List<Mapping> containers(Mapping object) {
    Node pod = below(below(below(object, "spec"), "template"), "spec");
    List<Mapping> containers = new ArrayList<>();
    for (String key : List.of("initContainers", "containers")) {
      if (below(pod, key) instanceof Sequence list) {
        for (Node item : list.items()) {
          if (item instanceof Mapping container) {
            containers.add(container);
          }
        }
      }
    }
    return containers;
  }

  private static @Nullable Node below(@Nullable Node node, String key) {
    return node instanceof Mapping mapping ? mapping.get(key) : null;
  }
}
