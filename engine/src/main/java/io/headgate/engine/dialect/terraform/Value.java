package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Limits;
import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an expression comes to, with the place where it is written. A value that is reached through
 * a name also has the place where the name is used.
 */
final class Value {

  /** What it is. */
  enum Kind {
    /** It cannot be known before a plan. */
    UNKNOWN,
    /** Something that is surely not there: to all but {@code try} the same as unknown. */
    MISSING,
    NULL,
    TEXT,
    NUMBER,
    BOOL,
    LIST,
    OBJECT
  }

  /** A member of an object, with the place of its key. */
  record Member(Place key, Value value) {}

  private final Kind kind;
  private final @Nullable Object content;
  private final Place place;
  private final @Nullable Place use;
  private final @Nullable Positions positions;
  private final @Nullable Value encodedFrom;

  private Value(
      Kind kind,
      @Nullable Object content,
      Place place,
      @Nullable Place use,
      @Nullable Positions positions) {
    this(kind, content, place, use, positions, null);
  }

  private Value(
      Kind kind,
      @Nullable Object content,
      Place place,
      @Nullable Place use,
      @Nullable Positions positions,
      @Nullable Value encodedFrom) {
    this.encodedFrom = encodedFrom;
    this.kind = kind;
    this.content = content;
    this.place = place;
    this.use = use;
    this.positions = positions;
  }

  static Value unknown(Place place) {
    return new Value(Kind.UNKNOWN, null, place, null, null);
  }

  /**
   * Something that only apply will tell.
   *
   * @param name what it is called all over the configuration
   */
  static Value unknown(Place place, @Nullable String name) {
    return new Value(Kind.UNKNOWN, name, place, null, null);
  }

  /**
   * Something of whose text only the end is known.
   *
   * @param tail what surely comes last
   */
  static Value unknownBut(Place place, String tail) {
    return new Value(
        Kind.UNKNOWN, null, place, null, null, tail.isEmpty() ? null : text(tail, place));
  }

  static Value missing(Place place) {
    return new Value(Kind.MISSING, null, place, null, null);
  }

  static Value none(Place place) {
    return new Value(Kind.NULL, null, place, null, null);
  }

  static Value text(String text, Place place) {
    return new Value(Kind.TEXT, text, place, null, null);
  }

  static Value text(String text, Place place, Positions positions) {
    return new Value(Kind.TEXT, text, place, null, positions);
  }

  /** The text that stands for a value in another language, such as JSON. */
  static Value encoded(String text, Place place, Value from) {
    return new Value(Kind.TEXT, text, place, null, null, from);
  }

  static Value number(BigDecimal number, Place place) {
    return new Value(Kind.NUMBER, number, place, null, null);
  }

  static Value bool(boolean bool, Place place) {
    return new Value(Kind.BOOL, bool, place, null, null);
  }

  /** A list; unknown if it holds more than headgate computes. */
  static Value list(List<Value> items, Place place) {
    List<Value> all = List.copyOf(items);
    Extent extent = Extent.of(all);
    return extent.isTooLarge()
        ? unknown(place)
        : new Value(Kind.LIST, new Items(all, extent), place, null, null);
  }

  /**
   * An object; unknown if it holds more than headgate computes.
   *
   * @param open whether it may have more members, whose names are not known
   */
  static Value object(Map<String, Member> members, boolean open, Place place) {
    List<Value> values = new ArrayList<>(members.size());
    members.values().forEach(member -> values.add(member.value()));
    Extent extent = Extent.of(values);
    return extent.isTooLarge()
        ? unknown(place)
        : new Value(
            Kind.OBJECT, new Members(new TreeMap<>(members), open, extent), place, null, null);
  }

  private record Items(List<Value> all, Extent extent) {}

  private record Members(SortedMap<String, Member> all, boolean open, Extent extent) {}

  /**
   * How large a value is as a tree: it may hold another one many times, which in memory is there
   * once.
   */
  private record Extent(long size, int depth) {

    private static final Extent ONE = new Extent(1, 1);

    static Extent of(List<Value> parts) {
      long size = 1;
      int depth = 0;
      for (Value part : parts) {
        Extent extent =
            part.content instanceof Items items
                ? items.extent
                : part.content instanceof Members members ? members.extent : ONE;
        size += extent.size;
        depth = Math.max(depth, extent.depth);
      }
      return new Extent(size, depth + 1);
    }

    boolean isTooLarge() {
      return size > Budget.LONGEST || depth > Limits.DEPTH;
    }
  }

  Kind kind() {
    return kind;
  }

  boolean isKnown() {
    return kind != Kind.UNKNOWN && kind != Kind.MISSING;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** The same value, used somewhere by a name. */
  Value usedAt(Place where) {
    return new Value(kind, content, place, where, positions, encodedFrom);
  }

  /** A part of this value as it is where this value is used. */
  Value part(Value part) {
    return use == null ? part : part.usedAt(use);
  }

  /** Where it is written. */
  Place written() {
    return place;
  }

  /** Where it is to be mended: where it is used, and then written elsewhere; else where written. */
  Place shown() {
    if (use == null || use.equals(place)) {
      return place;
    }
    return new Place(
        use.file(), use.startLine(), use.startColumn(), use.endLine(), use.endColumn(), place);
  }

  /** Where the characters of a text are written, or null where the text is put together. */
  @Nullable Positions positions() {
    return positions;
  }

  /** What surely comes last in a text that is not known; often empty. */
  String tail() {
    String text = kind == Kind.UNKNOWN && encodedFrom != null ? encodedFrom.text() : null;
    return text == null ? "" : text;
  }

  /** The value that a text stands for in another language, or null. */
  @Nullable Value encodedFrom() {
    return encodedFrom;
  }

  /** What an unknown value is called, or null. */
  @Nullable String name() {
    return kind == Kind.UNKNOWN ? (String) content : null;
  }

  /** The items of a list; none of anything else. */
  List<Value> items() {
    return content instanceof Items items ? items.all : List.of();
  }

  /** The members of an object by their names; none of anything else. */
  SortedMap<String, Member> members() {
    return content instanceof Members members ? members.all : new TreeMap<>();
  }

  /** Whether an object may have more members than are known. */
  boolean isOpen() {
    return content instanceof Members members && members.open;
  }

  /** The number, also of a text that is one; null of anything else. */
  @Nullable BigDecimal number() {
    return kind == Kind.NUMBER
        ? (BigDecimal) content
        : kind == Kind.TEXT ? Numbers.parse(string()) : null;
  }

  /** The truth, also of a text that is one; null of anything else. */
  @Nullable Boolean bool() {
    if (kind == Kind.BOOL) {
      return (Boolean) content;
    }
    return kind != Kind.TEXT
        ? null
        : string().equals("true") ? Boolean.TRUE : string().equals("false") ? Boolean.FALSE : null;
  }

  /** The text of a text, a number or a truth, as Terraform converts it; null of anything else. */
  @Nullable String text() {
    return switch (kind) {
      case TEXT -> string();
      case NUMBER -> Numbers.text((BigDecimal) java.util.Objects.requireNonNull(content));
      case BOOL -> String.valueOf(content);
      default -> null;
    };
  }

  private String string() {
    return (String) java.util.Objects.requireNonNull(content);
  }
}
