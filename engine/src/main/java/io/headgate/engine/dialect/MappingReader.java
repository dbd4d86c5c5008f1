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
import io.headgate.spi.model.Property;
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

  /** The first character of a place: where something long begins. */
  static Place start(Place place) {
    return new Place(
        place.file(),
        place.startLine(),
        place.startColumn(),
        place.startLine(),
        place.startColumn(),
        place.origin());
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
    return read(key, attribute, text -> text, "");
  }

  /** A name: a text that must not be missing or empty. */
  public Located<String> name(String key) {
    Located<String> name = text(key, "name");
    if (name.isAbsent() || name.is("")) {
      wrong(keyPlace(key), "name", "'" + key + "' of " + what + " is missing; give it a value.");
      return Located.unknown("name", name.place());
    }
    return name;
  }

  /** A whole number. */
  public Located<Integer> integer(String key, String attribute) {
    return read(key, attribute, MappingReader::toInteger, "a whole number");
  }

  /** A whole number of any size. */
  public Located<Long> number(String key, String attribute) {
    return read(key, attribute, MappingReader::toLong, "a whole number");
  }

  /** A number. */
  public Located<Double> decimal(String key, String attribute) {
    return read(key, attribute, MappingReader::toDouble, "a number");
  }

  /** One of some words. */
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
    Node node = node(key);
    if (node == null) {
      return Located.absent(attribute, keyPlace(key));
    }
    Scalar scalar = scalar(key);
    if (scalar == null || scalar.isTemplated()) {
      return Located.unknown(attribute, node.place());
    }
    T value = parse.apply(scalar.text().strip());
    if (value == null) {
      wrong(
          scalar.place(),
          attribute,
          "'"
              + key
              + "' of "
              + what
              + " is '"
              + shortened(scalar.text())
              + "', but must be "
              + wanted
              + ".");
      return Located.unknown(attribute, scalar.place());
    }
    return Located.known(value, attribute, scalar.place());
  }

  /** A list of texts; a single text counts as a list of one. */
  public List<Located<String>> texts(String key, String attribute) {
    Node node = node(key);
    List<Located<String>> texts = new ArrayList<>();
    if (node instanceof Scalar scalar) {
      texts.add(located(scalar, attribute));
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Scalar scalar) {
          texts.add(located(scalar, attribute + "." + scalar.text()));
        } else {
          wrong(item.place(), attribute, "'" + key + "' of " + what + " must be a list of texts.");
        }
      }
    } else if (node != null) {
      wrong(keyPlace(key), attribute, "'" + key + "' of " + what + " must be a list of texts.");
    }
    return List.copyOf(texts);
  }

  /** The items of a list; none if it is absent or (a finding) no list. */
  public List<Node> items(String key) {
    Node node = node(key);
    if (node == null || node instanceof Sequence) {
      return node == null ? List.of() : ((Sequence) node).items();
    }
    wrong(keyPlace(key), key, "'" + key + "' of " + what + " must be a list.");
    return List.of();
  }

  /** The reader of a mapping below a key, or null if it is absent or (a finding) no mapping. */
  public @Nullable MappingReader mapping(String key) {
    Node node = node(key);
    if (node instanceof Mapping below) {
      return new MappingReader(below, keyPlace(key), "'" + key + "' of " + what, reading);
    }
    if (node != null) {
      wrong(keyPlace(key), key, "'" + key + "' of " + what + " must be a mapping.");
    }
    return null;
  }

  /**
   * Free configuration below a key: all keys are allowed, each value a scalar or a list of scalars.
   *
   * @param holder whose secrets it may hold; null where the platform never keeps a secret
   */
  public Config config(String key, String attribute, @Nullable ResourceRef holder) {
    List<Property> properties = new ArrayList<>();
    Node node = node(key);
    if (node instanceof Mapping below) {
      for (Entry entry : below.entries()) {
        properties.add(property(entry.key(), entry.value(), attribute, holder));
      }
    } else if (node != null) {
      wrong(keyPlace(key), attribute, "'" + key + "' of " + what + " must be a mapping.");
    }
    return new Config(attribute, keyPlace(key), properties);
  }

  /** Free configuration written as a list of mappings with a key and a value. */
  public Config listedConfig(
      String key, String nameKey, String valueKey, String attribute, ResourceRef holder) {
    List<Property> properties = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof Mapping pair
          && pair.get(nameKey) instanceof Scalar name
          && pair.get(valueKey) != null) {
        properties.add(property(name, pair.get(valueKey), attribute, holder));
      }
    }
    return new Config(attribute, keyPlace(key), properties);
  }

  /** One entry of a free configuration; a secret in it goes to the reading. */
  public Property property(
      Scalar name, @Nullable Node value, String attribute, @Nullable ResourceRef holder) {
    String path = attribute + "." + name.text();
    Located<String> key = Located.known(name.text(), path, name.place());
    if (value == null || (value instanceof Scalar empty && empty.isNull())) {
      return new Property(key, Located.absent(path, name.place()));
    }
    if (value instanceof Scalar scalar) {
      Located<String> text = located(scalar, path);
      return new Property(
          key,
          holder == null
              ? text
              : Secrets.guard(holder, name.text(), scalar, text, reading.source(), reading::add));
    }
    if (value instanceof Sequence list
        && list.items().stream().allMatch(Scalar.class::isInstance)) {
      String joined =
          String.join(",", list.items().stream().map(item -> ((Scalar) item).text()).toList());
      return new Property(key, Located.known(joined, path, list.place()));
    }
    // Nested configuration has no meaning to any rule yet.
    return new Property(key, Located.unknown(path, value.place()));
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

  /** A scalar as located text; unknown if it is templated. */
  public static Located<String> located(Scalar scalar, String attribute) {
    return scalar.isTemplated()
        ? Located.unknown(attribute, scalar.place())
        : Located.known(scalar.text(), attribute, scalar.place());
  }

  /** Keys that say nothing about the desired state. */
  public void ignore(String... keys) {
    known.addAll(List.of(keys));
  }

  /** Reports each key that nobody asked for. */
  public void finish() {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.contains(key) && entry.key().text().indexOf('\uE000') < 0) {
        reading.find(
            CoreRules.UNKNOWN_FIELD,
            entry.key().place(),
            key,
            "The key '"
                + shortened(key)
                + "' is unknown in "
                + what
                + ", so it would be ignored."
                + Nearest.hint(key, known));
      }
    }
  }

  private void wrong(Place place, String attribute, String message) {
    reading.unreadable(place, attribute, message);
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }

  private static @Nullable Integer toInteger(String text) {
    Long value = toLong(text);
    return value == null || value != value.intValue() ? null : Integer.valueOf(value.intValue());
  }

  private static @Nullable Long toLong(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Double toDouble(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Double.valueOf(value) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
