package io.headgate.engine.dialect;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object with a name in its metadata and a spec, as Kubernetes operators and tools in their
 * manner have them.
 *
 * @param object the object
 * @param name its name; unknown if there is none, which is a finding
 * @param root the reader of the whole object, finished already
 * @param spec the reader of its spec; null if it has none that can be read
 */
public record SpecObject(
    KubernetesObject object,
    Located<String> name,
    MappingReader root,
    @Nullable MappingReader spec) {

  /**
   * Begins to read an object whose spec must be there.
   *
   * @param others keys beside {@code apiVersion}, {@code kind}, {@code metadata}, {@code spec} and
   *     {@code status} that the tool knows
   */
  public static SpecObject of(KubernetesObject object, Reading reading, String... others) {
    return of(object, true, reading, others);
  }

  /** As {@link #of}, for an object that may do without a spec. */
  public static SpecObject withoutSpec(KubernetesObject object, Reading reading, String... others) {
    return of(object, false, reading, others);
  }

  private static SpecObject of(
      KubernetesObject object, boolean needsSpec, Reading reading, String... others) {
    String kind = object.kind().text();
    Scalar found = Metadata.name(object.mapping(), kind, reading);
    Scalar named = found == null || found.isNull() || found.text().isBlank() ? null : found;
    Place head = named == null ? object.kind().place() : named.place();
    Located<String> name =
        named == null ? Located.unknown("name", head) : MappingReader.located(named, "name");
    if (named == null && !Metadata.isWrong(object.mapping())) {
      reading.unreadable(head, "name", "The " + kind + " has no 'metadata.name'.");
    }
    MappingReader root = new MappingReader(object.mapping(), head, withArticle(kind), reading);
    root.ignore("apiVersion", "kind", "metadata", "status");
    root.ignore(others);
    MappingReader spec = root.mapping("spec");
    if (spec != null) {
      spec.headAt(head);
    } else if (needsSpec && root.node("spec") == null) {
      reading.unreadable(head, "spec", "The " + kind + " needs a mapping 'spec'.");
    }
    root.finish();
    return new SpecObject(object, name, root, spec);
  }

  private static String withArticle(String kind) {
    boolean vowel = !kind.isEmpty() && "AEIO".indexOf(kind.charAt(0)) >= 0;
    return (vowel ? "an " : "a ").concat(kind);
  }

  /** Where it is named. */
  public Place head() {
    return name.place();
  }

  /** The name that a key of the spec gives it in Kafka, or else its own. */
  public Located<String> nameOr(MappingReader spec, String key) {
    Located<String> given = spec.text(key, "name");
    return given.isAbsent() || given.is("") ? name : given;
  }

  /** What it is labelled with. */
  public Config labels(Reading reading) {
    return object.mapping().get("metadata") instanceof Mapping metadata
        ? new MappingReader(metadata, head(), "the metadata", reading)
            .config("labels", "labels", null)
        : new Config("labels", head(), List.of());
  }

  /** The topic that it declares when nothing but its name can be read. */
  public Topic unreadTopic(Reading reading) {
    Located<String> any = Located.unknown("config", head());
    return new Topic(
        name,
        Located.unknown("partitions", head()),
        Located.unknown("replication", head()),
        new Config("config", head(), List.of(new Property(any, any))),
        Located.unknown("description", head()),
        labels(reading));
  }
}
