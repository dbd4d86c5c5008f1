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
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of waivers. Every mistake in it is the user's to mend, with its place: a waiver
 * that does not say who, why and how long is none, and neither is one of a rule that is not there.
 */
public final class WaiverReader {

  private static final String WHAT = "a waiver";

  private final Reading reading;
  private final WaiverTerms terms;
  private final Collection<String> bundles = new TreeSet<>();
  private final Collection<String> environments = new TreeSet<>();
  private final List<String> kinds = new ArrayList<>();

  private WaiverReader(SourceText source, Policy policy, Waivers waivers, Catalog catalog) {
    this.reading = new Reading(source);
    this.terms = new WaiverTerms(waivers, catalog);
    for (Policy.BundleSpec bundle : policy.bundles()) {
      bundles.add(waivers.home().bundle(bundle.name()));
      environments.add(bundle.environment());
    }
    environments.addAll(policy.environments().keySet());
    environments.add(policy.environment());
    for (Kind kind : Kind.values()) {
      kinds.add(kind.word());
    }
  }

  /**
   * Reads waivers.
   *
   * @param source the text of the file
   * @param policy what they are waived of
   * @param waivers what the policy says about them
   * @param catalog the rules that they may name
   * @return in the order of the file
   * @throws UserError with all mistakes in it
   */
  public static List<Waiver> read(
      SourceText source, Policy policy, Waivers waivers, Catalog catalog) {
    WaiverReader reader = new WaiverReader(source, policy, waivers, catalog);
    List<Waiver> read = reader.waivers(Documents.read(source));
    reader.reading.stopAtMistakes();
    return read;
  }

  private List<Waiver> waivers(Documents documents) {
    List<Waiver> waivers = new ArrayList<>();
    reading.problems(documents.problems());
    if (documents.documents().size() == 1
        && documents.documents().get(0).root() instanceof Mapping mapping) {
      MappingReader root = MappingReader.of(mapping, "version", "the waivers", reading);
      Located<Integer> version = root.integer("version", "version");
      if (!version.is(1) && !version.isUnknown()) {
        wrong(
            version.place(),
            version.isAbsent()
                ? "The waivers must begin with 'version: 1'."
                : "The waivers have version " + version + ", but this headgate reads version 1.");
      }
      for (Mapping item : root.mappings("waivers")) {
        Waiver waiver = waiver(item);
        if (waiver != null) {
          waivers.add(waiver);
        }
      }
      root.finish();
    } else if (documents.problems().isEmpty()) {
      wrong(
          Place.startOf(reading.file()),
          "This is no file of waivers. It must be one mapping with 'version: 1' and 'waivers'.");
    }
    return waivers;
  }

  private @Nullable Waiver waiver(Mapping item) {
    MappingReader reader = MappingReader.of(item, "rule", WHAT, reading);
    Scalar rule = required("rule", reader);
    Scalar resource = required("resource", reader);
    Scalar reason = required("reason", reader);
    Scalar owner = required("owner", reader);
    Scalar approver = required("approver", reader);
    Scalar until = required("until", reader);
    String bundle = known("bundle", bundles, reader);
    String environment = known("environment", environments, reader);
    Scalar attribute = reader.scalar("attribute");
    reader.finish();
    if (rule != null) {
      say(rule, terms.wrongRule(rule.text()));
    }
    if (resource != null) {
      say(resource, wrongResource(resource.text()));
    }
    LocalDate day = null;
    if (until != null) {
      day = WaiverTerms.day(until.text());
      say(until, day == null ? WaiverTerms.wrongDay(until.text()) : null);
    }
    return rule == null
            || resource == null
            || reason == null
            || owner == null
            || approver == null
            || day == null
        ? null
        : new Waiver(
            rule.place(),
            rule.text(),
            new Waiver.Scope(
                bundle,
                environment,
                YamlScalar.storable(resource.text()),
                attribute == null ? null : attribute.text()),
            reason.text(),
            owner.text(),
            approver.text(),
            day);
  }

  private @Nullable Scalar required(String key, MappingReader reader) {
    Scalar scalar = reader.scalar(key);
    if (reader.node(key) == null || (scalar != null && scalar.text().isBlank())) {
      wrong(
          reader.keyPlace(key),
          "'" + key + "' of a waiver is missing; " + WaiverTerms.wanted(key) + ".");
      return null;
    }
    return scalar;
  }

  /** One of the names that the policy knows; any where it knows none. */
  private @Nullable String known(String key, Collection<String> names, MappingReader reader) {
    Scalar scalar = reader.scalar(key);
    if (scalar == null) {
      return null;
    }
    String name = YamlScalar.storable(scalar.text());
    if (!bundles.isEmpty() && !names.contains(name)) {
      wrong(
          scalar.place(),
          "The policy has no " + key + " '" + name + "'." + Nearest.hint(name, names));
    }
    return name;
  }

  private @Nullable String wrongResource(String text) {
    int blank = text.indexOf(' ');
    String kind = blank < 0 ? text : text.substring(0, blank);
    if (blank < 0 || text.substring(blank).isBlank()) {
      return "'resource' of a waiver is '"
          + text
          + "', but must be a kind and a name, such as 'topic orders.v1' or 'topic orders.*'.";
    }
    return kinds.contains(kind)
        ? null
        : "There is no kind of resource '" + kind + "'." + Nearest.hint(kind, kinds);
  }

  private void say(Scalar at, @Nullable String message) {
    if (message != null) {
      wrong(at.place(), message);
    }
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
