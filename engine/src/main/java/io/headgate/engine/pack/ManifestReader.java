package io.headgate.engine.pack;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.pack.Manifest.Declared;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads {@code pack.yaml}. Every mistake in it is the user's to mend, with its place. */
final class ManifestReader {

  /** What a pack or a setting may be called. */
  static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]{0,62}(?:-[a-z0-9]{1,62}){0,16}");

  private static final Pattern SENTENCE = Pattern.compile("[^\n]*\\S\\.");
  private static final VersionRange ANY = new VersionRange("", List.of());

  private final Reading reading;

  private ManifestReader(SourceText source) {
    this.reading = new Reading(source);
  }

  /**
   * Reads it.
   *
   * @throws UserError with all mistakes in it
   */
  static Manifest read(SourceText source) {
    ManifestReader reader = new ManifestReader(source);
    Documents documents = Documents.read(source);
    reader.reading.problems(documents.problems());
    Manifest manifest = null;
    if (documents.documents().size() == 1
        && documents.documents().get(0).root() instanceof Mapping mapping) {
      manifest = reader.manifest(mapping);
    } else if (documents.problems().isEmpty()) {
      reader.wrong(
          Place.startOf(source.file()),
          "A pack's '"
              + Manifest.FILE
              + "' must be one mapping with 'id', 'version', 'headgate'"
              + " and 'owner'.");
    }
    reader.reading.stopAtMistakes();
    return Objects.requireNonNull(manifest);
  }

  private Manifest manifest(Mapping mapping) {
    MappingReader pack = MappingReader.of(mapping, "id", "the pack", reading);
    Located<String> id = word(pack, "id");
    if (id.isKnown() && !KEBAB.matcher(id.get()).matches()) {
      wrong(id.place(), "The id '" + id + "' must be kebab case, such as 'acme-kafka'.");
    }
    Located<String> version = word(pack, "version");
    if (version.isKnown() && Version.whole(version.get()) == null) {
      wrong(
          version.place(), "The version '" + version + "' must have three numbers, such as 1.0.0.");
    }
    Located<String> range = word(pack, "headgate");
    VersionRange headgate = range.isKnown() ? VersionRange.parse(range.get()) : ANY;
    if (headgate == null) {
      wrong(
          range.place(),
          "'headgate' must say for which versions the pack is made, such as '>=0.1 <1', but is '"
              + range
              + "'.");
    }
    Located<String> owner = word(pack, "owner");
    Manifest manifest =
        new Manifest(
            id.orElse(""),
            id.place(),
            version.orElse(""),
            headgate == null ? ANY : headgate,
            range.place(),
            owner.orElse(""),
            pack.text("summary", "summary").orElse(""),
            settings(pack));
    pack.finish();
    return manifest;
  }

  /** A text that must be there as it is: nothing fills in templates here. */
  private Located<String> word(MappingReader reader, String key) {
    Located<String> word = reader.required(key, reader.text(key, key));
    refuseTemplate(reader, key);
    return word;
  }

  private void refuseTemplate(MappingReader reader, String key) {
    if (reader.isTemplated(key)) {
      wrong(
          reader.keyPlace(key),
          "'" + key + "' is a template, but nothing fills it in; write the value itself.");
    }
  }

  private Map<String, Declared> settings(MappingReader pack) {
    Map<String, Declared> all = new LinkedHashMap<>();
    for (Entry rule : pack.entries("settings")) {
      String id = rule.key().text();
      if (!(rule.value() instanceof Mapping mapping)) {
        wrong(rule.key().place(), "The settings of the rule '" + id + "' must be a mapping.");
        continue;
      }
      List<Setting<?>> settings = new ArrayList<>();
      Map<String, Place> places = new HashMap<>();
      for (Entry entry : mapping.entries()) {
        Setting<?> setting = setting(entry);
        if (setting != null) {
          settings.add(setting);
          places.put(setting.name(), entry.key().place());
        }
      }
      all.put(id, new Declared(rule.key().place(), settings, places));
    }
    return all;
  }

  private @Nullable Setting<?> setting(Entry entry) {
    String name = entry.key().text();
    Place place = entry.key().place();
    if (!KEBAB.matcher(name).matches()) {
      wrong(place, "The setting '" + name + "' must be kebab case, such as 'least-replicas'.");
    }
    if (!(entry.value() instanceof Mapping mapping)) {
      wrong(
          place,
          "The setting '" + name + "' must be a mapping with 'type', 'default' and 'description'.");
      return null;
    }
    MappingReader reader = new MappingReader(mapping, place, "setting '" + name + "'", reading);
    Located<Setting.Type> type =
        reader.required(
            "type",
            reader.word(
                "type", "type", ManifestReader::type, "integer, boolean, text, pattern or texts"));
    Located<String> text = word(reader, "description");
    if (text.isKnown() && !SENTENCE.matcher(text.get()).matches()) {
      wrong(text.place(), "'description' must be one line that ends with a full stop.");
    }
    Setting<?> setting = type.isKnown() ? setting(name, type.get(), text.orElse(""), reader) : null;
    reader.ignore("default");
    reader.finish();
    return setting;
  }

  private @Nullable Setting<?> setting(
      String name, Setting.Type type, String description, MappingReader reader) {
    if (!reader.has("default")) {
      wrong(reader.head(), "The setting '" + name + "' needs a 'default'.");
      return null;
    }
    refuseTemplate(reader, "default");
    return switch (type) {
      case INTEGER -> {
        Located<Long> value = reader.required("default", reader.number("default", "default"));
        yield Setting.integer(name, value.orElse(0L), description);
      }
      case BOOLEAN -> {
        Located<Boolean> value =
            reader.required(
                "default",
                reader.word("default", "default", ManifestReader::bool, "true or false"));
        yield Setting.bool(name, value.orElse(false), description);
      }
      case TEXT -> Setting.text(name, reader.text("default", "default").orElse(""), description);
      case TEXTS ->
          Setting.texts(
              name,
              reader.textOrTexts("default", "default").stream().map(Located::toString).toList(),
              description);
      case PATTERN -> pattern(name, reader.text("default", "default"), description);
    };
  }

  private @Nullable Setting<?> pattern(String name, Located<String> text, String description) {
    try {
      return Setting.pattern(name, text.orElse(""), description);
    } catch (PatternSyntaxException e) {
      wrong(text.place(), "This is no regular expression: " + e.getDescription() + ".");
      return null;
    }
  }

  private static Setting.@Nullable Type type(String word) {
    for (Setting.Type type : Setting.Type.values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    return null;
  }

  private static @Nullable Boolean bool(String word) {
    return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : null;
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
