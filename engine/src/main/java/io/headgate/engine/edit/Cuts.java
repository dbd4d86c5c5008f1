package io.headgate.engine.edit;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to take an entry or an item out of a document. */
final class Cuts {

  private final SourceText source;
  private final String text;
  private final boolean properties;
  private final Lines lines;

  Cuts(SourceText source) {
    this.source = source;
    this.text = source.text();
    this.properties = source.file().endsWith(".properties");
    this.lines = new Lines(text, properties ? "#!" : "#");
  }

  /** The ways to take it out while others stay in its collection, the best first. */
  List<Variant> among(Spot spot) {
    List<Variant> variants = new ArrayList<>();
    if (spot.siblings() > 1) {
      cut(spot, spot.without(), variants);
    }
    return variants;
  }

  /** The ways to take the last one out, and its collection with it, the best first. */
  List<Variant> withCollection(Spot spot) {
    Spot parent = spot.parent();
    if (spot.siblings() > 1
        || parent == null
        || parent.siblings() == 1
        || !(parent.collection() instanceof Mapping)
        || hasOther(parent, spot)) {
      return List.of();
    }
    return among(parent);
  }

  /** The ways to take the last one out and leave its collection empty, the best first. */
  List<Variant> leavingEmpty(Spot spot) {
    Node collection = spot.collection();
    Spot parent = spot.parent();
    if (spot.siblings() > 1 || properties) {
      return List.of();
    }
    Node left = empty(collection);
    Node expected = parent == null ? left : parent.with(left);
    String brackets = collection instanceof Mapping ? "{}" : "[]";
    int from = start(collection.place());
    int to = end(collection.place());
    if (isFlow(collection)) {
      return hasCommentBeside(spot)
          ? List.of()
          : List.of(new Variant(List.of(new Edit(from, to, brackets)), expected));
    }
    Scalar key = parent == null ? null : parent.key();
    if (key == null || lines.start(end(key.place())) == lines.start(from)) {
      return List.of(
          new Variant(List.of(new Edit(from, end(spot.value().place()), brackets)), expected));
    }
    int colon = end(key.place());
    while (colon < from && text.charAt(colon) != ':') {
      colon++;
    }
    List<Variant> variants = new ArrayList<>();
    Edit written = new Edit(colon + 1, colon + 1, " " + brackets);
    for (boolean tidy : new boolean[] {true, false}) {
      Edit lost = lines.removal(start(spot), end(spot), false, tidy);
      if (lost != null) {
        variants.add(new Variant(List.of(written, lost), expected));
      }
    }
    return variants;
  }

  private static Node empty(Node collection) {
    return collection instanceof Mapping
        ? new Mapping(collection.place(), List.of())
        : new Sequence(collection.place(), List.of());
  }

  private void cut(Spot spot, Node expected, List<Variant> variants) {
    if (isFlow(spot.collection())) {
      add(flow(spot), expected, variants);
      return;
    }
    int from = start(spot);
    int to = end(spot);
    if (from < 0 || to < from) {
      return;
    }
    boolean top = spot.way().size() == 1 && previous(spot) < 0;
    add(lines.removal(from, to, top, true), expected, variants);
    add(lines.removal(from, to, top, false), expected, variants);
    add(behindDash(spot, from, to), expected, variants);
  }

  private static void add(@Nullable Edit edit, Node expected, List<Variant> variants) {
    if (edit == null) {
      return;
    }
    List<Edit> edits = List.of(edit);
    if (variants.isEmpty() || !variants.get(variants.size() - 1).edits().equals(edits)) {
      variants.add(new Variant(edits, expected));
    }
  }

  /** The first of several that stand behind the dash of an item: the next one takes its place. */
  private @Nullable Edit behindDash(Spot spot, int from, int to) {
    int start = lines.start(from);
    String ahead = text.substring(start, from).strip();
    int next = next(spot);
    if (ahead.isEmpty() || !ahead.replace("-", "").isBlank() || next < to) {
      return null;
    }
    if (!lines.isRestComment(to)) {
      return null;
    }
    int comment = lines.firstComment(to, next);
    return new Edit(from, comment < 0 ? next : lines.content(comment), "");
  }

  /** One of several between brackets. */
  private @Nullable Edit flow(Spot spot) {
    int from = start(spot);
    int to = end(spot);
    int next = next(spot);
    if (next >= 0) {
      return isGap(to, next) ? new Edit(from, next, "") : null;
    }
    int previous = previous(spot);
    return previous >= 0 && isGap(previous, from) ? new Edit(previous, to, "") : null;
  }

  private boolean isGap(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != ',' && c != ' ' && c != '\t' && !Lines.isBreak(c)) {
        return false;
      }
    }
    return from <= to;
  }

  /** Whether a comment or anything else stands between a key and the only thing below it. */
  private boolean hasOther(Spot parent, Spot only) {
    Scalar key = parent.key();
    if (key == null || isFlow(only.collection())) {
      return key == null || hasCommentBeside(only);
    }
    Edit lost = lines.removal(start(only), end(only), false, false);
    return lost == null || !isBlankLines(lines.next(end(key.place())), lost.from());
  }

  private boolean isBlankLines(int from, int to) {
    return from > to || text.substring(from, to).isBlank();
  }

  /** Whether a comment stands between brackets beside the only thing there. */
  private boolean hasCommentBeside(Spot only) {
    return hasComment(start(only.collection().place()) + 1, start(only))
        || hasComment(end(only), end(only.collection().place()));
  }

  private boolean hasComment(int from, int to) {
    if (properties || source.file().endsWith(".json")) {
      return false;
    }
    for (int at = text.indexOf('#', from); at >= 0 && at < to; at = text.indexOf('#', at + 1)) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFlow(Node collection) {
    int at = start(collection.place());
    return at < text.length()
        && !properties
        && (text.charAt(at) == '{' || text.charAt(at) == '[')
        && text.charAt(end(collection.place()) - 1) == (text.charAt(at) == '{' ? '}' : ']');
  }

  /** Where it begins: with its key, or with the dash of an item; -1 if that is not to be seen. */
  private int start(Spot spot) {
    Scalar key = spot.key();
    if (key != null) {
      return key.place().origin() == null ? start(key.place()) : -1;
    }
    if (isFlow(spot.collection())) {
      return start(spot.value().place());
    }
    int i = start(spot.collection().place());
    if (spot.last().index() > 0) {
      i = end(((Sequence) spot.collection()).items().get(spot.last().index() - 1).place());
      while (i < text.length() && text.charAt(i) != '-') {
        i = text.charAt(i) == '#' ? lines.end(i) : i + 1;
      }
    }
    return i < text.length() && text.charAt(i) == '-' ? i : -1;
  }

  private int end(Spot spot) {
    Scalar key = spot.key();
    return Math.max(end(spot.value().place()), key == null ? 0 : end(key.place()));
  }

  /** The end of what is written ahead of it in its collection; -1 if nothing is. */
  private int previous(Spot spot) {
    int index = spot.last().index();
    while (--index >= 0) {
      Spot before = sibling(spot, index);
      if (isWritten(before)) {
        return end(before);
      }
    }
    return -1;
  }

  /** The start of what is written behind it in its collection; -1 if nothing is. */
  private int next(Spot spot) {
    for (int index = spot.last().index() + 1; index < spot.siblings(); index++) {
      Spot behind = sibling(spot, index);
      if (isWritten(behind)) {
        return start(behind);
      }
    }
    return -1;
  }

  /** What a merge key brings is written elsewhere. */
  private static boolean isWritten(Spot spot) {
    Scalar key = spot.key();
    return key == null || key.place().origin() == null;
  }

  private static Spot sibling(Spot spot, int index) {
    List<Spot.Step> way = new ArrayList<>(spot.way());
    way.set(way.size() - 1, new Spot.Step(spot.collection(), index));
    return new Spot(spot.document(), spot.root(), way);
  }

  private int start(Place place) {
    return source.offset(place.startLine(), place.startColumn());
  }

  private int end(Place place) {
    return source.offset(place.endLine(), place.endColumn());
  }
}
