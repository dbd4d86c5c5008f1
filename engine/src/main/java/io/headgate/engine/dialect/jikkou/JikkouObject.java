package io.headgate.engine.dialect.jikkou;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Metadata;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * A resource of Jikkou, be it a document or an item of a list.
 *
 * @param kind its kind, without {@code List}
 * @param name the name in its metadata; absent for kinds without one
 * @param misnamed whether something that is no text stands in the place of the name, as was told
 * @param metadata its metadata, or null if it has none
 * @param spec the reader of its spec
 */
record JikkouObject(
    String kind,
    Located<String> name,
    boolean misnamed,
    @Nullable Mapping metadata,
    MappingReader spec) {

  /** Begins to read a resource; null if it has no spec, which is a finding. */
  static @Nullable JikkouObject of(String kind, Mapping mapping, Place fallback, Reading reading) {
    Mapping metadata = mapping.get("metadata") instanceof Mapping found ? found : null;
    Scalar name = Metadata.name(mapping, kind, reading);
    Place head = name == null ? fallback : name.place();
    MappingReader root = new MappingReader(mapping, head, "a " + kind, reading);
    root.ignore("apiVersion", "kind", "metadata", "template", "status");
    MappingReader spec = root.mapping("spec");
    if (spec == null && root.node("spec") == null) {
      reading.unreadable(head, "spec", "The " + kind + " needs a mapping 'spec'.");
    }
    root.finish();
    if (spec == null) {
      return null;
    }
    spec.headAt(head);
    if (name != null) {
      reading.object("jikkou/" + kind + "/" + name.text());
    }
    return new JikkouObject(
        kind,
        name == null ? Located.absent("name", head) : MappingReader.located(name, "name"),
        name == null && Metadata.isWrong(mapping),
        metadata,
        spec);
  }

  /** The name; a finding, and unknown, if there is none. */
  Located<String> requiredName(Reading reading) {
    if (!name.isAbsent()) {
      return name;
    }
    if (!misnamed) {
      reading.unreadable(name.place(), "name", "The " + kind + " has no 'metadata.name'.");
    }
    return Located.unknown("name", name.place());
  }

  /** Where it is named. */
  Place head() {
    return name.place();
  }
}
