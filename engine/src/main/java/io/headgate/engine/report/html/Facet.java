package io.headgate.engine.report.html;

import io.headgate.engine.report.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One side from which the results can be looked at: how many there are of each of its values. */
final class Facet {

  /** How many values are shown at once; the others stand behind a line that opens. */
  private static final int AT_ONCE = 8;

  private static final long WIDTH = 1000;

  private final char key;
  private final String title;
  private final Map<String, Value> values = new LinkedHashMap<>();

  /** How many results have a value, by what they are. */
  private static final class Value {
    private final int number;
    private final String name;
    private final int[] open = new int[3];
    private int aside;

    private Value(int number, String name) {
      this.number = number;
      this.name = name;
    }

    private int open() {
      return open[0] + open[1] + open[2];
    }

    private int all() {
      return open() + aside;
    }
  }

  /**
   * A side.
   *
   * @param key what the attribute of a result is called, behind {@code data-}
   * @param title for people
   */
  Facet(char key, String title) {
    this.key = key;
    this.title = title;
  }

  /** Counts a result and gives the number of its value. */
  int count(String name, Result result, boolean weighs) {
    Value value = values.computeIfAbsent(name, n -> new Value(values.size(), n));
    if (weighs) {
      value
          .open[
          switch (result.severity()) {
            case ERROR -> 0;
            case WARNING -> 1;
            case NOTE -> 2;
          }]++;
    } else {
      value.aside++;
    }
    return value.number;
  }

  /** Whether there is anything to choose from. */
  boolean isOfUse() {
    return values.size() > 1;
  }

  /**
   * Writes the values, the most frequent first, each as a button that the script brings to life.
   */
  void write(Markup out) throws IOException {
    List<Value> sorted = new ArrayList<>(values.values());
    if (key != 's') {
      sorted.sort(
          Comparator.comparingInt((Value value) -> -value.open())
              .thenComparingInt(value -> -value.open[0])
              .thenComparingInt(value -> -value.aside)
              .thenComparing(value -> value.name));
    }
    int most = 1;
    for (Value value : sorted) {
      most = Math.max(most, value.all());
    }
    out.raw("<section class=\"facet\" aria-labelledby=\"facet-" + key + "\"><h3 id=\"facet-" + key);
    out.raw("\">" + title + "</h3>\n<ul>\n");
    int folded = sorted.size() > AT_ONCE + 1 ? AT_ONCE : sorted.size();
    for (Value value : sorted.subList(0, folded)) {
      write(value, most, out);
    }
    out.raw("</ul>\n");
    if (folded < sorted.size()) {
      out.raw("<details><summary>").number(sorted.size() - folded).raw(" more</summary>\n<ul>\n");
      for (Value value : sorted.subList(folded, sorted.size())) {
        write(value, most, out);
      }
      out.raw("</ul>\n</details>\n");
    }
    out.raw("</section>\n");
  }

  private void write(Value value, int most, Markup out) throws IOException {
    out.raw("<li><button type=\"button\" disabled aria-pressed=\"false\" data-f=\"" + key);
    out.raw("\" data-v=\"").number(value.number).raw("\"><span class=\"l\">");
    String[] parts = value.name.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      out.raw(i == 0 ? "" : "/<wbr>").text(parts[i]);
    }
    out.raw("</span> <span class=\"c\">").number(value.open());
    out.raw("</span><span class=\"vh\"> open: ").plural(value.open[0], "error").raw(", ");
    out.plural(value.open[1], "warning").raw(", ").plural(value.open[2], "note");
    if (value.aside > 0) {
      out.raw("; ").number(value.aside).raw(" set aside");
    }
    out.raw("</span>");
    bar(value, most, out);
    out.raw("</button></li>\n");
  }

  /** What the hidden words say, as a picture. */
  private static void bar(Value value, int most, Markup out) throws IOException {
    out.raw("<svg class=\"bar\" viewBox=\"0 0 1000 1\" preserveAspectRatio=\"none\"");
    out.raw(" aria-hidden=\"true\">");
    int[] parts = {value.open[0], value.open[1], value.open[2], value.aside};
    int before = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] > 0) {
        long from = WIDTH * before / most;
        long to = WIDTH * (before + parts[i]) / most;
        out.raw("<rect class=\"").raw("ewna".substring(i, i + 1)).raw("\" x=\"").number(from);
        out.raw("\" width=\"").number(to - from).raw("\" height=\"1\"/>");
      }
      before += parts[i];
    }
    out.raw("</svg>");
  }
}
