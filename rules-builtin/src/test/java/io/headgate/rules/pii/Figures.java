package io.headgate.rules.pii;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the detector finds of a corpus at high confidence. */
final class Figures {

  /** The counts of one class. */
  private static final class Count {
    private int labelled;
    private int found;
    private int exact;
    private int claimed;
    private int falseAlarms;
  }

  private final String title;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, Count> classes = new TreeMap<>();
  private final Count all = new Count();
  private int innocent;

  private Figures(String title) {
    this.title = title;
  }

  static Figures of(Corpus corpus) {
    Figures figures = new Figures(corpus.name());
    corpus
        .sections()
        .forEach(
            (subject, rows) -> {
              Map<String, Detection> found = new HashMap<>();
              Classifier.classify(Corpus.schema(subject, rows), Vocabulary.ALL)
                  .forEach(d -> found.put(d.field().path(), d));
              rows.forEach(row -> figures.add(subject, row, found.get(row.field().path())));
            });
    return figures;
  }

  private void add(String subject, Corpus.Row row, @Nullable Detection detection) {
    String expected = row.expected();
    String answer =
        detection != null && detection.isHigh() ? detection.type().word() : Corpus.NOTHING;
    if (expected.equals(Corpus.DISPUTED)) {
      return;
    }
    boolean personal = !expected.equals(Corpus.NOTHING);
    boolean found = !answer.equals(Corpus.NOTHING);
    innocent += personal ? 0 : 1;
    for (Count count : personal ? List.of(of(expected), all) : List.<Count>of()) {
      count.labelled++;
      count.found += found ? 1 : 0;
      count.exact += answer.equals(expected) ? 1 : 0;
    }
    for (Count count : found ? List.of(of(answer), all) : List.<Count>of()) {
      count.claimed++;
      count.falseAlarms += personal ? 0 : 1;
    }
    if (!answer.equals(expected)) {
      mistakes.add(subject + " " + row.field().path() + ": " + expected + ", found " + detection);
    }
  }

  private Count of(String type) {
    return classes.computeIfAbsent(type, t -> new Count());
  }

  /** The share of the fields found that are personal at all. */
  double precision() {
    return ratio(all.claimed - all.falseAlarms, all.claimed);
  }

  /** The share of the personal fields that are found, be it as another class. */
  double recall() {
    return ratio(all.found, all.labelled);
  }

  /** The share of the personal fields found whose class is right. */
  double rightClass() {
    return ratio(all.exact, all.found);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /** Each field that was answered otherwise than it is labelled. */
  List<String> mistakes() {
    return mistakes;
  }

  /** Everything in one line. */
  String summary() {
    return String.format(
        Locale.ROOT,
        "%s: %d fields, precision %.3f, recall %.3f, right class %.3f",
        title,
        all.labelled + innocent,
        precision(),
        recall(),
        rightClass());
  }

  /** A table with a row for each class. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %d fields, %d personal, %d not%n"
            .formatted(title, all.labelled + innocent, all.labelled, innocent));
    text.append(
        "  %-24s %9s %6s %9s %9s %6s %6s%n"
            .formatted("class", "labelled", "found", "recall", "precision", "false", "class"));
    classes.forEach((type, count) -> text.append(line(type, count)));
    return text.append(line("all", all)).toString();
  }

  private static String line(String type, Count count) {
    return String.format(
        Locale.ROOT,
        "  %-24s %9d %6d %9s %9s %6d %6s%n",
        type,
        count.labelled,
        count.found,
        shown(count.found, count.labelled),
        shown(count.claimed - count.falseAlarms, count.claimed),
        count.falseAlarms,
        shown(count.exact, count.found));
  }

  private static String shown(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.3f", ratio(part, whole));
  }
}
