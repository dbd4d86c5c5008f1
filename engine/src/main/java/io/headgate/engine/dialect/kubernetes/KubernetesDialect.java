package io.headgate.engine.dialect.kubernetes;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Metadata;
import io.headgate.engine.dialect.PropertyReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Deployment;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    Scalar name = object == null ? null : Metadata.requiredName(object, reading);
    if (object == null || name == null) {
      return;
    }
    ResourceRef holder = new ResourceRef(Kind.DEPLOYMENT, name.text());
    MappingReader spec =
        new MappingReader(object.mapping(), name.place(), "a " + object.kind().text(), reading)
            .mapping("spec");
    List<Located<String>> images = new ArrayList<>();
    PropertyReader environment = new PropertyReader("environment", holder, reading);
    MappingReader template = spec == null ? null : spec.mapping("template");
    MappingReader pod = template == null ? null : template.mapping("spec");
    if (pod != null) {
      for (String key : List.of("initContainers", "containers")) {
        for (Mapping container : pod.mappings(key)) {
          readContainer(container, images, environment, reading);
        }
      }
    }
    Place place = name.place();
    reading.add(
        new Deployment(
            MappingReader.located(name, "name"),
            namespace(object, place),
            spec == null ? Located.absent("replicas", place) : spec.integer("replicas", "replicas"),
            List.copyOf(images),
            environment.config(place)));
  }

  private static void readContainer(
      Mapping mapping, List<Located<String>> images, PropertyReader environment, Reading reading) {
    MappingReader container = MappingReader.of(mapping, "name", "a container", reading);
    Located<String> image = container.text("image", "images");
    if (!image.isAbsent()) {
      images.add(image);
    }
    for (Mapping variable : container.mappings("env")) {
      MappingReader reader = MappingReader.of(variable, "name", "a variable", reading);
      Scalar key = reader.scalar("name");
      if (key != null && variable.get("valueFrom") instanceof Mapping from) {
        environment.refer(key, from, reference(from));
      } else if (key != null) {
        environment.read(key, variable.get("value"));
      }
    }
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
}
