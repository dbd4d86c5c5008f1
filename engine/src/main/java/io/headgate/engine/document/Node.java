package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a document, with its place. */
public sealed interface Node {

  /** From its first to its last character. */
  Place place();

  /** Keys with values, in the order of the text, merged entries last; keys are unique. */
  final class Mapping implements Node {

    /** Up to here looking through the entries costs less than an index. */
    private static final int FEW = 12;

    private final Place place;
    private final List<Entry> entries;
    private final Map<String, Entry> index;

    /** Copies the list. */
    public Mapping(Place place, List<Entry> entries) {
      this.place = place;
      this.entries = List.copyOf(entries);
      this.index = this.entries.size() <= FEW ? Map.of() : indexed(this.entries);
    }

    private static Map<String, Entry> indexed(List<Entry> entries) {
      Map<String, Entry> index = new HashMap<>();
      entries.forEach(entry -> index.putIfAbsent(entry.key().text(), entry));
      return index;
    }

    @Override
    public Place place() {
      return place;
    }

    /** All of them. */
    public List<Entry> entries() {
      return entries;
    }

    /** The entry of a key, or null; in constant time. */
    public @Nullable Entry entry(String key) {
      if (entries.size() > FEW) {
        return index.get(key);
      }
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    /** The value of a key, or null. */
    public @Nullable Node get(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }

    /** The text of a key's value if it is a scalar; otherwise null. */
    public @Nullable String text(String key) {
      return get(key) instanceof Scalar scalar ? scalar.text() : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Mapping that
          && place.equals(that.place)
          && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
      return 31 * place.hashCode() + entries.hashCode();
    }

    @Override
    public String toString() {
      return "Mapping[place=" + place + ", entries=" + entries + "]";
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Node value) {}

  /** Items in the order of the text. */
  record Sequence(Place place, List<Node> items) implements Node {

    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A scalar.
   *
   * @param place with its quotes, if it has any
   * @param text as it means, escapes and folding resolved
   * @param style as it is written
   */
  record Scalar(Place place, String text, Style style) implements Node {

    /** Whether it says that there is nothing: {@code null}, {@code ~} or empty, without quotes. */
    public boolean isNull() {
      return style == Style.PLAIN
          && (text.isEmpty()
              || text.equals("~")
              || text.equals("null")
              || text.equals("Null")
              || text.equals("NULL"));
    }

    /**
     * Whether its value is only known once something else has filled it in: {@code ${NAME}}, a
     * template expression, or a tag of somebody's own.
     */
    public boolean isTemplated() {
      return style == Style.TAGGED
          || text.contains("${")
          || text.contains("{{")
          || text.indexOf(Templates.MARK) >= 0;
    }
  }

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED,
    /**
     * With a tag that is not YAML's own, such as {@code !vault}, or with lines between its own that
     * a template replaces: the text is not the value.
     */
    TAGGED
  }
}
