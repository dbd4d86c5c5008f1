package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy.BundleSpec;
import io.headgate.engine.policy.Policy.EnvironmentSpec;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.KafkaVersion;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code headgate.yaml}. Every mistake in it is the user's to mend, with its place. */
public final class PolicyReader {

  /** The name of the policy's file. */
  public static final String FILE = "headgate.yaml";

  /** The usual name of the baseline's file. */
  public static final String BASELINE = "headgate-baseline.yaml";

  /** The usual name of the file of waivers. */
  public static final String WAIVER_FILE = "headgate-waivers.yaml";

  private static final List<String> WAIVERS = List.of("waivers", "unwaivable", "inline-waivers");

  private final SourceText source;
  private final Catalog catalog;
  private final Documents documents;
  private final Reading reading;
  private final RuleConfigReader ruleReader;
  private final ClassificationReader classifications;
  private final String directory;

  private PolicyReader(SourceText source, Documents documents, Catalog catalog) {
    this.source = source;
    this.catalog = catalog;
    this.documents = documents;
    this.reading = new Reading(source);
    this.ruleReader = new RuleConfigReader(catalog, reading);
    this.classifications = new ClassificationReader(reading);
    int slash = source.file().lastIndexOf('/');
    this.directory = slash < 0 ? "" : source.file().substring(0, slash + 1);
  }

  /**
   * Reads a policy whose packs are all in the catalog.
   *
   * @param source the text; paths in it are relative to the directory of its file
   * @param catalog the rules that it may name
   * @throws UserError with all mistakes in it
   */
  public static Policy read(SourceText source, Catalog catalog) {
    return read(source, Documents.read(source), catalog);
  }

  /**
   * Reads a policy that has been parsed.
   *
   * @throws UserError with all mistakes in it
   */
  public static Policy read(SourceText source, Documents documents, Catalog catalog) {
    PolicyReader reader = new PolicyReader(source, documents, catalog);
    Mapping mapping = reader.mapping();
    Policy policy = mapping == null ? Policy.NONE : reader.policy(mapping);
    reader.reading.stopAtMistakes();
    return policy;
  }

  /**
   * The packs that a policy names: they must be loaded before the rest of it is read, since it may
   * name their rules.
   *
   * @throws UserError with the mistakes in this part of it
   */
  public static List<PackRef> packs(SourceText source, Documents documents) {
    if (documents.documents().size() == 1
        && documents.documents().get(0).root() instanceof Mapping mapping) {
      Node packs = mapping.get("packs");
      if (packs != null) {
        Reading reading = new Reading(source);
        List<PackRef> refs = new PackRefReader(reading).read(packs);
        reading.stopAtMistakes();
        return refs;
      }
    }
    return List.of();
  }

  private @Nullable Mapping mapping() {
    reading.problems(documents.problems());
    if (documents.documents().size() > 1) {
      wrong(documents.documents().get(1).root().place(), "The policy must be a single document.");
    } else if (!documents.documents().isEmpty()) {
      if (documents.documents().get(0).root() instanceof Mapping mapping) {
        return mapping;
      }
      wrong(Place.startOf(source.file()), "The policy must be a mapping.");
    }
    return null;
  }

  private Policy policy(Mapping mapping) {
    MappingReader root = MappingReader.of(mapping, "version", "the policy", reading);
    Located<Integer> version = root.integer("version", "version");
    if (!version.is(1) && !version.isUnknown()) {
      wrong(
          version.place(),
          version.isAbsent()
              ? "The policy must begin with 'version: 1'."
              : "The policy has version " + version + ", but this headgate reads version 1.");
    }
    List<BundleSpec> bundles = new ArrayList<>();
    for (Node item : root.items("bundles")) {
      bundle(item, bundles);
    }
    Policy policy =
        new Policy(
            bundles,
            root.text("environment", "environment").orElse(""),
            environments(root),
            Objects.requireNonNullElse(profile(root), Profile.RECOMMENDED),
            ruleReader.rules(root),
            failOn(root),
            new Environment(
                "",
                null,
                Map.of(),
                tiers(root),
                owners(root),
                external(root),
                Environment.Authorizer.DEFAULT,
                classifications.read(root)),
            baseline(root),
            waivers(root));
    root.ignore("packs");
    root.finish();
    return policy;
  }

  private void bundle(Node item, List<BundleSpec> bundles) {
    if (!(item instanceof Mapping mapping)) {
      wrong(item.place(), "A bundle must be a mapping with 'path' and 'environment'.");
      return;
    }
    MappingReader bundle = MappingReader.of(mapping, "path", "a bundle of the policy", reading);
    List<Located<String>> paths = new ArrayList<>(bundle.textOrTexts("path", "path"));
    paths.addAll(bundle.textOrTexts("paths", "paths"));
    if (paths.isEmpty()) {
      wrong(bundle.head(), "A bundle needs a 'path'.");
    }
    List<String> resolved = new ArrayList<>();
    for (Located<String> path : paths) {
      String normal = normal(directory + path.orElse(""));
      if (path.orElse("").startsWith("/") || normal.startsWith("..")) {
        wrong(path.place(), "The path '" + path + "' leads out of the directory of the policy.");
      }
      resolved.add(normal);
    }
    Located<String> name = bundle.text("name", "name");
    bundles.add(
        new BundleSpec(
            name.orElse(
                resolved.isEmpty() ? "" : resolved.get(0).isEmpty() ? "." : resolved.get(0)),
            resolved,
            bundle.text("environment", "environment").orElse("")));
    bundle.finish();
  }

  /** Without {@code .}, {@code ..} and slashes at the end. */
  static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private Map<String, EnvironmentSpec> environments(MappingReader root) {
    Map<String, EnvironmentSpec> environments = new LinkedHashMap<>();
    for (Entry entry : root.entries("environments")) {
      String name = entry.key().text();
      if (!(entry.value() instanceof Mapping mapping)) {
        wrong(entry.key().place(), "The environment '" + name + "' must be a mapping.");
        continue;
      }
      MappingReader environment =
          new MappingReader(mapping, entry.key().place(), "environment '" + name + "'", reading);
      Located<KafkaVersion> version =
          environment.word(
              "kafka-version", "kafka-version", PolicyReader::version, "a version such as '4.1'");
      Map<String, String> defaults = new LinkedHashMap<>();
      for (Property property :
          environment.config("broker-defaults", "defaults", null).properties()) {
        defaults.put(property.key().get(), property.value().orElse(""));
      }
      environments.put(
          name,
          new EnvironmentSpec(
              new Environment(
                  name,
                  version.orNull(),
                  defaults,
                  List.of(),
                  List.of(),
                  Environment.External.NOTHING,
                  authorizer(environment),
                  classifications.read(environment)),
              profile(environment),
              ruleReader.rules(environment)));
      environment.finish();
    }
    return environments;
  }

  private static @Nullable Profile profile(MappingReader reader) {
    return reader.word("profile", "profile", Profile::of, Profile.words()).orNull();
  }

  private static Environment.Authorizer authorizer(MappingReader environment) {
    MappingReader authorizer = environment.mapping("authorizer");
    if (authorizer == null) {
      return Environment.Authorizer.DEFAULT;
    }
    Environment.Authorizer read =
        new Environment.Authorizer(
            authorizer.textOrTexts("super-users", "super-users").stream()
                .filter(Located::isKnown)
                .map(Located::get)
                .toList(),
            authorizer
                .word(
                    "allow-everyone-if-no-acl-found",
                    "allow-everyone-if-no-acl-found",
                    RuleConfigReader::bool,
                    "true or false")
                .orElse(false));
    authorizer.finish();
    return read;
  }

  private static @Nullable KafkaVersion version(String text) {
    try {
      return KafkaVersion.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The baseline by its name alone; who judges reads it. */
  private @Nullable Baseline baseline(MappingReader root) {
    return root.node("baseline") == null
        ? null
        : new OwnFilesReader(reading, directory).baseline(root);
  }

  /** What the policy says about waivers; who judges reads them. */
  private @Nullable Waivers waivers(MappingReader root) {
    boolean says = false;
    for (String key : WAIVERS) {
      says |= root.node(key) != null;
    }
    return says ? new OwnFilesReader(reading, directory).waivers(root, catalog) : null;
  }

  private @Nullable Severity failOn(MappingReader root) {
    MappingReader gate = root.mapping("gate");
    if (gate == null) {
      return null;
    }
    Located<Severity> failOn =
        gate.word("fail-on", "fail-on", PolicyReader::severity, "error, warning or note");
    gate.finish();
    return failOn.orNull();
  }

  static @Nullable Severity severity(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      case "note" -> Severity.NOTE;
      default -> null;
    };
  }

  private List<Environment.Tier> tiers(MappingReader root) {
    List<Environment.Tier> tiers = new ArrayList<>();
    for (Node item : root.items("tiers")) {
      if (item instanceof Mapping mapping) {
        MappingReader tier = MappingReader.of(mapping, "tier", "a tier", reading);
        Located<Integer> number = tier.integer("tier", "tier");
        if (number.isAbsent()) {
          wrong(tier.head(), "A tier needs its number under 'tier'.");
        }
        tiers.add(new Environment.Tier(number.orElse(0), patterns(tier, "topics")));
        tier.finish();
      } else {
        wrong(item.place(), "A tier must be a mapping with 'tier' and 'topics'.");
      }
    }
    return tiers;
  }

  private List<Environment.Owner> owners(MappingReader root) {
    List<Environment.Owner> owners = new ArrayList<>();
    for (Node item : root.items("owners")) {
      if (item instanceof Mapping mapping) {
        MappingReader owner = MappingReader.of(mapping, "team", "an owner", reading);
        owners.add(
            new Environment.Owner(
                owner.name("team").orElse(""),
                owner.textOrTexts("prefixes", "prefixes").stream().map(Located::toString).toList(),
                patterns(owner, "principals")));
        owner.finish();
      } else {
        wrong(item.place(), "An owner must be a mapping with 'team' and 'prefixes'.");
      }
    }
    return owners;
  }

  private Environment.External external(MappingReader root) {
    MappingReader external = root.mapping("external");
    if (external == null) {
      return Environment.External.NOTHING;
    }
    Environment.External read =
        new Environment.External(
            patterns(external, "principals"),
            patterns(external, "topics"),
            patterns(external, "groups"));
    external.finish();
    return read;
  }

  private static List<NamePattern> patterns(MappingReader reader, String key) {
    return reader.textOrTexts(key, key).stream()
        .filter(Located::isKnown)
        .map(text -> new NamePattern(text.get()))
        .toList();
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
