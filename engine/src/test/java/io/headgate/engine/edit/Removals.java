package io.headgate.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes each entry and each item out of a text, one at a time. */
final class Removals {

  private int taken;
  private final List<String> refused = new ArrayList<>();

  /** How many could be taken out. */
  int taken() {
    return taken;
  }

  /** What could not be taken out. */
  List<String> refused() {
    return refused;
  }

  void each(String file, String text) {
    SourceText source = new SourceText(file, text);
    Documents documents = Documents.read(source);
    assertThat(documents.problems()).as(file).isEmpty();
    for (int i = 0; i < documents.documents().size(); i++) {
      Node root = documents.documents().get(i).root();
      each(i, root, root, List.of(), source, documents);
    }
  }

  private void each(
      int document,
      Node root,
      Node node,
      List<Spot.Step> way,
      SourceText source,
      Documents documents) {
    for (int i = 0; i < Spot.size(node); i++) {
      List<Spot.Step> further = new ArrayList<>(way);
      further.add(new Spot.Step(node, i));
      Spot spot = new Spot(document, root, further);
      if (isWritten(spot)) {
        take(spot, source, documents);
        each(document, root, spot.value(), further, source, documents);
      }
    }
  }

  private static boolean isWritten(Spot spot) {
    Scalar key = spot.key();
    return (key == null || key.place().origin() == null)
        && (spot.value().place().origin() == null || key != null);
  }

  private void take(Spot spot, SourceText source, Documents documents) {
    Cuts cuts = new Cuts(source);
    List<Variant> variants = new ArrayList<>(cuts.among(spot));
    variants.addAll(cuts.withCollection(spot));
    variants.addAll(cuts.leavingEmpty(spot));
    Variant first = null;
    for (Variant variant : variants) {
      if (first == null && holds(variant, spot, source, documents)) {
        first = variant;
      }
    }
    String what = source.file() + ":" + spot.value().place() + " " + spot.key();
    if (first == null) {
      refused.add(what);
      return;
    }
    taken++;
    String text = source.text();
    Pieces pieces = new Pieces(text);
    pieces.apply(first.edits());
    String after = pieces.text();
    Pieces again = new Pieces(text);
    again.apply(pieces.edits());
    assertThat(again.text()).as(what).isEqualTo(after);
    assertThat(after.contains("\r\n"))
        .as(what)
        .isEqualTo(text.contains("\r\n") && !after.isEmpty() && after.contains("\n"));
    assertThat(commentsElsewhere(spot, source, first.edits()))
        .as("%s%n%s%n======%n%s", what, text, after)
        .allMatch(after::contains);
    if (text.endsWith("\n") && !after.isEmpty()) {
      assertThat(after).as(what).endsWith("\n");
    } else if (!after.isBlank()) {
      assertThat(after).as("%s%n%s", what, text).doesNotEndWith("\n");
    }
  }

  static boolean holds(Variant variant, Spot spot, SourceText source, Documents documents) {
    Pieces pieces = new Pieces(source.text());
    pieces.apply(variant.edits());
    Documents after = Documents.read(new SourceText(source.file(), pieces.text()));
    List<Document> before = documents.documents();
    return after.problems().isEmpty()
        && Likeness.is(after.documents(), before, spot.document(), variant.expected());
  }

  private static @Nullable String comment(String line, String file) {
    String content = line.strip();
    boolean is =
        content.startsWith("#") || (file.endsWith(".properties") && content.startsWith("!"));
    return is && !file.endsWith(".json") ? content : null;
  }

  /** Lines of comment that neither stand within what goes nor directly above it. */
  private static List<String> commentsElsewhere(Spot spot, SourceText source, List<Edit> edits) {
    Scalar key = spot.key();
    Spot gone = spot;
    Spot parent = spot.parent();
    Scalar above = parent == null ? null : parent.key();
    if (parent != null
        && spot.siblings() == 1
        && above != null
        && edits.size() == 1
        && edits.get(0).text().isEmpty()
        && edits.get(0).from() <= source.offset(above.place().startLine(), 1)) {
      gone = parent;
      key = above;
    }
    int first = key == null ? gone.value().place().startLine() : key.place().startLine();
    int last = gone.value().place().endLine();
    while (first > 1 && comment(source.line(first - 1), source.file()) != null) {
      first--;
    }
    List<String> elsewhere = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String comment = comment(source.line(line), source.file());
      if (comment != null && (line < first || line > last)) {
        elsewhere.add(comment);
      }
    }
    return elsewhere;
  }
}
