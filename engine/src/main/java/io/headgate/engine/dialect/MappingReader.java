package io.headgate.engine.dialect;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping strictly: each value as its type, and in the end every key that nobody asked for
 * is a finding. A value of the wrong type is a finding and unknown to the rules.
 */
public final class MappingReader {

  private final Mapping mapping;
  private final String what;
  private final Reading reading;
  private final Set<String> known = new LinkedHashSet<>();
  private Place head;

  /**
   * A reader.
   *
   * @param mapping what to read
   * @param head where it is named: the place of attributes that nobody declared
   * @param what what it is, for messages, such as {@code a topic}
   * @param reading where findings go
   */
  public MappingReader(Mapping mapping, Place head, String what, Reading reading) {
    this.mapping = mapping;
    this.head = head;
    this.what = what;
    this.reading = reading;
  }

  /** A reader of a mapping that is named by the value of one of its own keys, if it has it. */
  public static MappingReader of(Mapping mapping, String nameKey, String what, Reading reading) {
    Node name = mapping.get(nameKey);
    return new MappingReader(
        mapping, name instanceof Scalar ? name.place() : start(mapping.place()), what, reading);
  }

  /** A reader of a mapping that is named by its first character until its name is known. */
  public static MappingReader of(Mapping mapping, String what, Reading reading) {
    return new MappingReader(mapping, start(mapping.place()), what, reading);
  }

  /** The first character of a place: where something long begins. */
  public static Place start(Place place) {
    return new Place(
        place.file(),
        place.startLine(),
        place.startColumn(),
        place.startLine(),
        place.startColumn(),
        place.origin());
  }

  /** What it reads. */
  public Mapping source() {
    return mapping;
  }

  /** Where the mapping is named. */
  public Place head() {
    return head;
  }

  /** Lets absent attributes be placed elsewhere from now on. */
  public void headAt(Place place) {
    head = place;
  }

  /** The node of a key, or null if it is absent or null. */
  public @Nullable Node node(String key) {
    known.add(key);
    Node node = mapping.get(key);
    return node instanceof Scalar scalar && scalar.isNull() ? null : node;
  }

  /** Whether the key is there, whatever its value. */
  public boolean has(String key) {
    return mapping.entry(key) != null;
  }

  /** The place of a key that is there; otherwise the head. */
  public Place keyPlace(String key) {
    Entry entry = mapping.entry(key);
    return entry == null ? head : entry.key().place();
  }

  /** The scalar of a key, or null if it is absent, null, or (a finding) no scalar. */
  public @Nullable Scalar scalar(String key) {
    Node node = node(key);
    if (node == null || node instanceof Scalar) {
      return (Scalar) node;
    }
    wrong(node.place(), key, "'" + key + "' of " + what + " must be a single value.");
    return null;
  }

  /** A text. */
  public Located<String> text(String key, String attribute) {
    Node node = node(key);
    if (node == null) {
      return Located.absent(attribute, keyPlace(key));
    }
    Scalar scalar = scalar(key);
    return scalar == null ? Located.unknown(attribute, node.place()) : located(scalar, attribute);
  }

  /** A name: a text that must not be missing or empty. */
  public Located<String> name(String key) {
    return required(key, text(key, "name"));
  }

  /** What was read below a key; a finding, and unknown, if it is missing or an empty text. */
  public <T> Located<T> required(String key, Located<T> value) {
    if (!value.isAbsent() && !String.valueOf(value.orNull()).isEmpty()) {
      return value;
    }
    wrong(
        keyPlace(key),
        value.attribute(),
        "'" + key + "' of " + what + " is missing; give it a value.");
    return Located.unknown(value.attribute(), value.place());
  }

  /** A whole number. */
  public Located<Integer> integer(String key, String attribute) {
    return read(key, attribute, Numbers::toInteger, "a whole number");
  }

  /** A whole number of any size. */
  public Located<Long> number(String key, String attribute) {
    return read(key, attribute, Numbers::toLong, "a whole number");
  }

  /** A number. */
  public Located<Double> decimal(String key, String attribute) {
    return read(key, attribute, Numbers::toDouble, "a number");
  }

  /** One of some words; an empty text counts as none. */
  public <T> Located<T> word(
      String key, String attribute, Function<String, @Nullable T> parse, String wanted) {
    return read(key, attribute, parse, wanted);
  }

  /**
   * Reads a scalar.
   *
   * @param parse gives null if the text is not what is wanted
   */
  private <T> Located<T> read(
      String key, String attribute, Function<String, @Nullable T> parse, String wanted) {
    Located<String> text = text(key, attribute);
    if (!text.isKnown() || text.get().isBlank()) {
      return text.isUnknown()
          ? Located.unknown(attribute, text.place())
          : Located.absent(attribute, text.place());
    }
    T value = parse.apply(text.get().strip());
    if (value == null) {
      String shown =
          SecretNames.isSecret(key) ? "" : " is '" + UnknownKey.shortened(text.get()) + "', but";
      wrong(
          text.place(), attribute, "'" + key + "' of " + what + shown + " must be " + wanted + ".");
      return Located.unknown(attribute, text.place());
    }
    return Located.known(value, attribute, text.place());
  }

  /** A text, or a list of texts. */
  public List<Located<String>> textOrTexts(String key, String attribute) {
    return node(key) instanceof Scalar scalar
        ? List.of(located(scalar, attribute))
        : texts(key, attribute);
  }

  /** A list of texts; a single unknown one where a template gives it, or it is no list. */
  public List<Located<String>> texts(String key, String attribute) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof Sequence sequence)) {
      if (!isTemplated(node)) {
        wrong(keyPlace(key), attribute, "'" + key + "' of " + what + " must be a list of texts.");
      }
      return List.of(Located.unknown(attribute, node.place()));
    }
    List<Located<String>> texts = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        texts.add(located(scalar, attribute + "." + scalar.text()));
      } else {
        wrong(item.place(), attribute, "'" + key + "' of " + what + " must be a list of texts.");
      }
    }
    return List.copyOf(texts);
  }

  /** The items of a list; none if it is absent, templated or (a finding) no list. */
  public List<Node> items(String key) {
    Node node = node(key);
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    if (node != null && !isTemplated(node)) {
      wrong(keyPlace(key), key, "'" + key + "' of " + what + " must be a list.");
    }
    return List.of();
  }

  /** The mappings of a list; whatever else stands in it is a finding. */
  public List<Mapping> mappings(String key) {
    List<Mapping> mappings = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof Mapping mapping) {
        mappings.add(mapping);
      } else {
        wrong(item.place(), key, "Each entry of '" + key + "' of " + what + " must be a mapping.");
      }
    }
    return mappings;
  }

  /**
   * The reader of a mapping below a key, or null if it is absent, templated or (a finding) no
   * mapping.
   */
  public @Nullable MappingReader mapping(String key) {
    Node node = node(key);
    if (node instanceof Mapping below) {
      return new MappingReader(below, keyPlace(key), "'" + key + "' of " + what, reading);
    }
    if (node != null && !isTemplated(node)) {
      wrong(keyPlace(key), key, "'" + key + "' of " + what + " must be a mapping.");
    }
    return null;
  }

  /** The entries of a mapping with free keys; none if it is not there. */
  public List<Entry> entries(String key) {
    if (node(key) instanceof Mapping below) {
      return below.entries();
    }
    mapping(key);
    return List.of();
  }

  /** Whether the value of a key is only known once a template is filled in. */
  public boolean isTemplated(String key) {
    return mapping.get(key) instanceof Scalar scalar && isTemplated(scalar);
  }

  private static boolean isTemplated(Node node) {
    return node instanceof Scalar scalar && scalar.isTemplated();
  }

  /**
   * Free configuration below a key: all keys are allowed, each value a scalar or a list of scalars.
   *
   * @param holder whose secrets it may hold; null where the platform never keeps a secret
   */
  public Config config(String key, String attribute, @Nullable ResourceRef holder) {
    PropertyReader properties = new PropertyReader(attribute, holder, reading);
    config(key, properties);
    return properties.config(keyPlace(key));
  }

  /** Free configuration below a key, read together with what stands elsewhere. */
  public void config(String key, PropertyReader properties) {
    Node node = node(key);
    if (node instanceof Mapping below) {
      below.entries().forEach(entry -> properties.read(entry.key(), entry.value()));
    } else if (node instanceof Scalar scalar && scalar.isTemplated()) {
      properties.open(scalar);
    } else if (node != null) {
      wrong(
          keyPlace(key),
          properties.attribute(),
          "'" + key + "' of " + what + " must be a mapping.");
    }
  }

  /** Free configuration written as a list of mappings with {@code key} and {@code value}. */
  public Config listedConfig(String key, String attribute, ResourceRef holder) {
    PropertyReader properties = new PropertyReader(attribute, holder, reading);
    for (Mapping pair : mappings(key)) {
      MappingReader reader = of(pair, "key", "an entry of '" + key + "' of " + what, reading);
      Scalar name = reader.scalar("key");
      Node value = reader.node("value");
      if (name != null) {
        properties.read(name, value);
      } else if (reader.node("key") == null) {
        reader.required("key", Located.absent(attribute, reader.head()));
      }
      reader.finish();
    }
    return properties.config(keyPlace(key));
  }

  /** The first of some keys that is there; the first of all when none is. */
  public String oneOf(String... keys) {
    known.addAll(List.of(keys));
    for (String key : keys) {
      if (has(key)) {
        return key;
      }
    }
    return keys[0];
  }

  /**
   * The key of a value that YAML and JSON exports name differently; the other one in a YAML file is
   * a finding, since import ignores it.
   */
  public String key(String yaml, String json) {
    known.add(yaml);
    if (!has(json) || has(yaml)) {
      return yaml;
    }
    if (!reading.isJson()) {
      reading.find(
          CoreRules.UNKNOWN_FIELD,
          keyPlace(json),
          json,
          "'"
              + json
              + "' is the key of a JSON export and would be ignored here; write '"
              + yaml
              + "'.");
    }
    return json;
  }

  /** Like {@link #key}, for the key that names the mapping: from now on its value is the head. */
  public String nameKey(String yaml, String json) {
    String key = key(yaml, json);
    head = mapping.get(key) instanceof Scalar name ? name.place() : head;
    return key;
  }

  /** A scalar as located text; unknown if it is templated. */
  public static Located<String> located(Scalar scalar, String attribute) {
    // A secret that anybody can tell goes nowhere, whatever it stands in.
    return scalar.isTemplated() || SecretTokens.areIn(scalar.text())
        ? Located.unknown(attribute, scalar.place())
        : Located.known(scalar.text(), attribute, scalar.place());
  }

  /** Keys that say nothing about the desired state. */
  public void ignore(String... keys) {
    known.addAll(List.of(keys));
  }

  /** Reports each key that nobody asked for. */
  public void finish() {
    finish(false);
  }

  /**
   * Reports each key that nobody asked for and that looks like one that somebody did: for mappings
   * that grow with every release of their tool, which refuses what it does not know itself.
   */
  public void finishMisspelt() {
    finish(true);
  }

  private void finish(boolean onlyMisspelt) {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)
          && !entry.key().isTemplated()
          && !(onlyMisspelt && Nearest.to(key, known) == null)) {
        UnknownKey.say(entry.key(), what, known, reading);
      }
    }
  }

  private void wrong(Place place, String attribute, String message) {
    reading.unreadable(place, attribute, message);
  }
}
