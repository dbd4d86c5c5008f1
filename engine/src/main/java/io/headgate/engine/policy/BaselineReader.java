package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.YamlScalar;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Baseline.Entry;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of a baseline. Every mistake in it is the user's to mend, with its place. A rule
 * that does not exist is one only where its id looks misspelt: rules go with releases and packs,
 * and an entry of such a rule knows nothing and is no longer there.
 */
public final class BaselineReader {

  private final Reading reading;
  private final @Nullable Catalog catalog;
  private final List<String> kinds = new ArrayList<>();
  private final Map<Entry, Place> places;

  private BaselineReader(SourceText source, @Nullable Catalog catalog, Map<Entry, Place> places) {
    this.places = places;
    this.reading = new Reading(source);
    this.catalog = catalog;
    for (Kind kind : Kind.values()) {
      kinds.add(kind.word());
    }
  }

  /**
   * Reads a baseline.
   *
   * @param catalog the rules that it may name; null to take any id, for whoever is about to write
   *     the file anew
   * @return how many results of each identity are known
   * @throws UserError with all mistakes in it
   */
  public static Map<Entry, Integer> read(SourceText source, @Nullable Catalog catalog) {
    return read(source, catalog, new HashMap<>());
  }

  /**
   * Reads a baseline.
   *
   * @param places where each entry is written; grows
   * @throws UserError with all mistakes in it
   */
  public static Map<Entry, Integer> read(
      SourceText source, @Nullable Catalog catalog, Map<Entry, Place> places) {
    BaselineReader reader = new BaselineReader(source, catalog, places);
    Map<Entry, Integer> entries = reader.entries(Documents.read(source));
    reader.reading.stopAtMistakes();
    return entries;
  }

  private Map<Entry, Integer> entries(Documents documents) {
    Map<Entry, Integer> entries = new TreeMap<>();
    reading.problems(documents.problems());
    if (documents.documents().size() == 1
        && documents.documents().get(0).root() instanceof Mapping mapping) {
      MappingReader root = MappingReader.of(mapping, "version", "the baseline", reading);
      Located<Integer> version = root.integer("version", "version");
      if (!version.is(1) && !version.isUnknown()) {
        wrong(
            version.place(),
            version.isAbsent()
                ? "The baseline must begin with 'version: 1'."
                : "The baseline has version " + version + ", but this headgate reads version 1.");
      }
      for (Mapping item : root.mappings("known")) {
        entry(item, entries);
      }
      root.finish();
    } else if (documents.problems().isEmpty()) {
      wrong(
          Place.startOf(reading.file()),
          "This is no baseline. Name another file in the policy, or delete this one and let"
              + " 'headgate baseline' write it.");
    }
    return entries;
  }

  private void entry(Mapping item, Map<Entry, Integer> entries) {
    MappingReader reader = MappingReader.of(item, "rule", "an entry of the baseline", reading);
    Scalar rule = required("rule", reader);
    Scalar bundle = required("bundle", reader);
    Scalar resource = required("resource", reader);
    Scalar attribute = reader.scalar("attribute");
    Located<Integer> count = reader.integer("count", "count");
    reader.finish();
    if (count.isKnown() && count.get() < 1) {
      wrong(count.place(), "'count' of an entry of the baseline must be at least 1.");
    }
    if (rule != null) {
      rule(rule, attribute == null ? "" : attribute.text());
    }
    if (resource != null) {
      kind(resource);
    }
    if (rule != null && bundle != null && resource != null) {
      Entry entry =
          new Entry(
              rule.text(),
              YamlScalar.storable(bundle.text()),
              YamlScalar.storable(resource.text()),
              attribute == null ? "" : YamlScalar.storable(attribute.text()));
      places.putIfAbsent(entry, resource.place());
      // A merge of two branches may leave a line twice.
      entries.put(entry, Math.max(count.orElse(1), entries.getOrDefault(entry, 0)));
    }
  }

  private @Nullable Scalar required(String key, MappingReader reader) {
    Scalar scalar = reader.scalar(key);
    if (reader.node(key) == null || (scalar != null && scalar.text().isEmpty())) {
      wrong(
          reader.keyPlace(key),
          "'" + key + "' of an entry of the baseline is missing; give it a value.");
      return null;
    }
    return scalar;
  }

  private void rule(Scalar rule, String attribute) {
    String id = rule.text();
    if (!Baseline.mayKnow(id, attribute)) {
      wrong(
          rule.place(),
          "A finding of '"
              + id
              + "' about something as a whole cannot be known: what is not read, or not compared,"
              + " would pass as clean. Take the entry out.");
    } else if (catalog != null && catalog.lacks(id)) {
      String nearest = Nearest.to(id, catalog.ids());
      if (nearest != null) {
        wrong(
            rule.place(),
            "There is no rule '"
                + id
                + "'. Did you mean '"
                + nearest
                + "'? If the rule is gone, 'headgate baseline --prune' takes the entry out.");
      }
    }
  }

  private void kind(Scalar resource) {
    String text = resource.text();
    int blank = text.indexOf(' ');
    String kind = blank < 0 ? text : text.substring(0, blank);
    if (blank < 0) {
      wrong(
          resource.place(),
          "'resource' of an entry of the baseline is '"
              + text
              + "', but must be a kind and a name, such as 'topic orders.v1'.");
    } else if (!kinds.contains(kind)) {
      wrong(
          resource.place(),
          "There is no kind of resource '" + kind + "'." + Nearest.hint(kind, kinds));
    }
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
