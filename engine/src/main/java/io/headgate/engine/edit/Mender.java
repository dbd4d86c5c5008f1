package io.headgate.engine.edit;

import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import io.headgate.spi.Fix;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes edits of fixes. An edit is only given if the file, read again, has exactly the tree that
 * the fix means, and declares exactly what it declared but for what the fix is about. Not for use
 * by several threads.
 */
public final class Mender {

  private final Dialects dialects;
  private @Nullable Look last;

  /** For files of some dialects. */
  public Mender(DialectList dialects) {
    this.dialects = new Dialects(dialects);
  }

  /** A file as it was read. */
  private record Look(SourceText source, Documents documents, @Nullable ReadFile read) {}

  /**
   * What a fix makes of a file; null where its text does not allow a mechanical edit.
   *
   * @param source the text for which the fix was made
   */
  public @Nullable Mended mend(SourceText source, Fix fix) {
    Pieces pieces = new Pieces(source.text());
    SourceText now = source;
    for (Fix.Change change : fix.changes()) {
      Place place = now(change.place(), source, now, pieces);
      Variant variant = place == null ? null : variant(now, place, change);
      if (variant == null) {
        return null;
      }
      pieces.apply(variant.edits());
      now = new SourceText(source.file(), pieces.text());
    }
    return new Mended(source, pieces.edits(), now);
  }

  /** A place of the text as it was in the text as it is; null if it is gone. */
  private static @Nullable Place now(
      Place place, SourceText source, SourceText now, Pieces pieces) {
    if (!place.file().equals(source.file()) || place.origin() != null) {
      return null;
    }
    int from = source.offset(place.startLine(), place.startColumn());
    int to = source.offset(place.endLine(), place.endColumn());
    int start = pieces.now(from, to);
    return start < 0 ? null : now.place(start, start + to - from);
  }

  private @Nullable Variant variant(SourceText source, Place place, Fix.Change change) {
    if (!isEditable(source.file())) {
      return null;
    }
    Look look = look(source);
    if (look.read() == null
        || !look.documents().problems().isEmpty()
        || TemplateLines.areIn(source, look.documents())) {
      return null;
    }
    for (Variant variant : variants(look, place, change)) {
      if (holds(variant, look, place, change.resource())) {
        return variant;
      }
    }
    return null;
  }

  private static boolean isEditable(String file) {
    return file.endsWith(".yaml")
        || file.endsWith(".yml")
        || file.endsWith(".json")
        || file.endsWith(".properties");
  }

  private static List<Variant> variants(Look look, Place place, Fix.Change change) {
    Cuts cuts = new Cuts(look.source());
    List<Variant> variants = new ArrayList<>();
    if (change.resource() != null) {
      Spot spot = Spot.around(place, look.documents().documents());
      for (; spot != null; spot = spot.parent()) {
        // A key with one value is a part of something.
        if (spot.key() == null || !(spot.value() instanceof Scalar)) {
          variants.addAll(cuts.among(spot));
        }
        if (spot.value() instanceof Mapping) {
          variants.addAll(cuts.leavingEmpty(spot));
        }
      }
      return variants;
    }
    Spot spot = Spot.at(place, look.documents().documents());
    if (spot == null) {
      return variants;
    }
    String text = change.text();
    if (text != null) {
      Scalar key = spot.key();
      boolean isKey = key != null && Spot.isSame(key.place(), place);
      Variant replaced = Replacement.of(spot, isKey, text, look.source());
      return replaced == null ? variants : List.of(replaced);
    }
    spot = pair(spot);
    variants.addAll(cuts.among(spot));
    variants.addAll(cuts.withCollection(spot));
    variants.addAll(cuts.leavingEmpty(spot));
    return variants;
  }

  /** Where a key and its value are an item of a list, the item. */
  private static Spot pair(Spot spot) {
    Spot item = spot.parent();
    Scalar key = spot.key();
    boolean listed =
        item != null
            && key != null
            && key.text().equals("value")
            && spot.collection() instanceof Mapping pair
            && (pair.entry("name") != null || pair.entry("key") != null)
            && item.key() == null;
    return listed && item != null ? item : spot;
  }

  /** Whether the file, edited and read again, says what is meant. */
  private boolean holds(Variant variant, Look look, Place place, @Nullable ResourceRef gone) {
    Pieces pieces = new Pieces(look.source().text());
    pieces.apply(variant.edits());
    SourceText edited = new SourceText(look.source().file(), pieces.text());
    Documents after = Documents.read(edited);
    if (!after.problems().isEmpty()) {
      return false;
    }
    Spot spot = Spot.around(place, look.documents().documents());
    if (spot == null
        || !Likeness.is(
            after.documents(), look.documents().documents(), spot.document(), variant.expected())) {
      return false;
    }
    ReadFile was = look.read();
    if (was != null
        && dialects.look(edited, true) instanceof ReadFile is
        && lacksOnly(gone, is, was)
        && saysNothingNew(is, was)) {
      last = new Look(edited, after, is);
      return true;
    }
    return false;
  }

  private static boolean lacksOnly(@Nullable ResourceRef gone, ReadFile is, ReadFile was) {
    if (gone == null) {
      return is.resources().size() == was.resources().size();
    }
    List<ResourceRef> left = new ArrayList<>();
    for (Resource resource : was.resources()) {
      left.add(resource.ref());
    }
    if (!left.remove(gone) || left.size() != is.resources().size()) {
      return false;
    }
    left.sort(null);
    List<ResourceRef> now = new ArrayList<>();
    for (Resource resource : is.resources()) {
      now.add(resource.ref());
    }
    now.sort(null);
    return now.equals(left);
  }

  private static boolean saysNothingNew(ReadFile is, ReadFile was) {
    List<String> said = new ArrayList<>();
    for (Finding finding : was.findings()) {
      said.add(finding.rule().id() + finding.attribute() + finding.message());
    }
    for (Finding finding : is.findings()) {
      if (!said.remove(finding.rule().id() + finding.attribute() + finding.message())) {
        return false;
      }
    }
    return true;
  }

  private Look look(SourceText source) {
    Look known = last;
    if (known != null
        && known.source().file().equals(source.file())
        && known.source().text().equals(source.text())) {
      return known;
    }
    Look look =
        new Look(
            source,
            Documents.read(source),
            dialects.look(source, true) instanceof ReadFile file ? file : null);
    last = look;
    return look;
  }
}
