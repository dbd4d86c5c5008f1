package io.headgate.engine.lineage.view;

import io.headgate.engine.report.Texts;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of a field as a picture: topics in columns from left to right, and between them the
 * steps. A dashed line is one that the value does not pass.
 */
public final class LineageSvg {

  private static final int LINE = 18;
  private static final int GAP = 22;
  private static final int MARGIN = 24;
  private static final int BETWEEN = 56;
  private static final double LETTER = 7.3;
  private static final int LONGEST = 44;

  /** A box, in whose rows fields or steps stand. */
  private static final class Box {
    private final String title;
    private final boolean topic;
    private final List<String> rows = new ArrayList<>();
    private int x;
    private int y;
    private int width;

    Box(String title, boolean topic) {
      this.title = title;
      this.topic = topic;
    }

    int row(String text) {
      int known = rows.indexOf(text);
      if (known < 0) {
        rows.add(text);
      }
      return known < 0 ? rows.size() - 1 : known;
    }

    int height() {
      return 36 + rows.size() * LINE;
    }

    int rowY(int row) {
      return y + 40 + row * LINE;
    }

    int wanted() {
      int longest = title.length();
      for (String row : rows) {
        longest = Math.max(longest, row.length());
      }
      return (int) (Math.min(longest, LONGEST) * LETTER) + 28;
    }
  }

  private record Spot(Box box, int row) {}

  private record Line(Spot from, Spot to, Flow.Effect effect) {}

  private final Map<Integer, Map<String, Box>> columns = new TreeMap<>();
  private final Map<FieldRef, Integer> places = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final FieldRef focus;

  private LineageSvg(FieldRef focus) {
    this.focus = focus;
    places.put(focus, 0);
    spot(focus, 0);
  }

  /** The picture, with a line break at the end. */
  public static String of(FieldLineage lineage) {
    LineageSvg svg = new LineageSvg(lineage.field());
    svg.add(lineage.downstream(), true);
    svg.add(lineage.upstream(), false);
    return svg.draw();
  }

  private void add(List<Trail> trails, boolean down) {
    for (Trail trail : trails) {
      Flow flow = down ? trail.last() : trail.first();
      FieldRef near = down ? flow.from() : flow.to();
      FieldRef far = down ? flow.to() : flow.from();
      int length = trail.flows().size();
      int column = down ? length * 2 : -length * 2;
      if (near != null) {
        places.putIfAbsent(near, column + (down ? -2 : 2));
      }
      int farColumn = far == null ? column : places.computeIfAbsent(far, field -> column);
      Spot start =
          near == null ? outside(flow, column) : spot(near, places.getOrDefault(near, column));
      Spot end = far == null ? outside(flow, column) : spot(far, farColumn);
      Spot step = step(flow, column + (down ? -1 : 1));
      lines.add(new Line(down ? start : end, step, Flow.Effect.COPY));
      lines.add(new Line(step, down ? end : start, flow.effect()));
    }
  }

  private Spot spot(FieldRef field, int column) {
    Box box = box(column, "topic " + field.topic(), field.topic(), true);
    String path = field.path().isEmpty() ? "(all of it)" : field.path();
    return new Spot(box, box.row(field.side() == Side.KEY ? "_key " + path : path));
  }

  private Spot outside(Flow flow, int column) {
    Box box = box(column, "outside", "outside of Kafka", true);
    return new Spot(box, box.row("by " + flow.through().ref().name()));
  }

  private Spot step(Flow flow, int column) {
    String name = flow.through().ref().name();
    String kind = flow.through().ref().kind() == Kind.APP ? "app " : "connector ";
    Box box = box(column, kind + name, kind + name, false);
    String by = flow.by().orElse("");
    Place place = flow.by().place();
    String text = by.isEmpty() ? flow.effect().word() : flow.effect().word() + " " + by;
    return new Spot(
        box, box.row(text + " (" + place.startLine() + ":" + place.startColumn() + ")"));
  }

  private Box box(int column, String key, String title, boolean topic) {
    return columns
        .computeIfAbsent(column, c -> new LinkedHashMap<>())
        .computeIfAbsent(key, k -> new Box(title, topic));
  }

  // Drawing

  private String draw() {
    int x = MARGIN;
    int tallest = 0;
    for (Map<String, Box> column : columns.values()) {
      tallest = Math.max(tallest, height(column));
    }
    for (Map<String, Box> column : columns.values()) {
      int y = MARGIN + (tallest - height(column)) / 2;
      int width = 0;
      for (Box box : column.values()) {
        width = Math.max(width, box.wanted());
      }
      for (Box box : column.values()) {
        box.x = x;
        box.y = y;
        box.width = width;
        y += box.height() + GAP;
      }
      x += width + BETWEEN;
    }
    int width = x - BETWEEN + MARGIN;
    int height = tallest + 2 * MARGIN;
    StringBuilder out = new StringBuilder();
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height);
    out.append("\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\"");
    out.append(" font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"12\">\n");
    out.append("<title>" + escaped("Lineage of " + focus) + "</title>\n");
    out.append("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n");
    for (Line line : lines) {
      draw(line, out);
    }
    for (Map<String, Box> column : columns.values()) {
      for (Box box : column.values()) {
        draw(box, out);
      }
    }
    return out.append("</svg>\n").toString();
  }

  private static int height(Map<String, Box> column) {
    int height = -GAP;
    for (Box box : column.values()) {
      height += box.height() + GAP;
    }
    return height;
  }

  private static void draw(Line line, StringBuilder out) {
    boolean right = line.from.box.x < line.to.box.x;
    int fromX = right ? line.from.box.x + line.from.box.width : line.from.box.x;
    int toX = right ? line.to.box.x : line.to.box.x + line.to.box.width;
    int fromY = line.from.box.rowY(line.from.row) - 4;
    int toY = line.to.box.rowY(line.to.row) - 4;
    int bend = (toX - fromX) / 2;
    out.append("<path d=\"M" + fromX + " " + fromY + " C" + (fromX + bend) + " " + fromY + " ");
    out.append((toX - bend) + " " + toY + " " + toX + " " + toY + "\" fill=\"none\" stroke=\"");
    out.append(colour(line.effect) + "\" stroke-width=\"1.6\"");
    out.append(line.effect.carries() ? "" : " stroke-dasharray=\"5 4\"").append("/>\n");
    int tip = right ? -6 : 6;
    if (line.to.box.topic) {
      out.append("<path d=\"M" + toX + " " + toY + " l" + tip + " -4 v8 z\" fill=\"");
      out.append(colour(line.effect) + "\"/>\n");
    }
  }

  private static String colour(Flow.Effect effect) {
    return switch (effect) {
      case COPY, DERIVE -> "#57606a";
      case OPAQUE -> "#bc4c00";
      case HASH -> "#9a6700";
      case AGGREGATE, MASK -> "#1a7f37";
    };
  }

  private void draw(Box box, StringBuilder out) {
    String fill = box.topic ? "#f6f8fa" : "#ddf4ff";
    out.append("<rect x=\"" + box.x + "\" y=\"" + box.y + "\" width=\"" + box.width);
    out.append("\" height=\"" + box.height() + "\" rx=\"" + (box.topic ? 4 : 12));
    out.append("\" fill=\"" + fill + "\" stroke=\"#8c959f\"/>\n");
    text(box.x + 12, box.y + 19, box.title, "#57606a", true, out);
    for (int i = 0; i < box.rows.size(); i++) {
      String row = box.rows.get(i);
      String path = focus.side() == Side.KEY ? "_key " + focus.path() : focus.path();
      boolean isFocus = box.topic && box.title.equals(focus.topic()) && row.equals(path);
      if (isFocus) {
        out.append("<rect x=\"" + (box.x + 4) + "\" y=\"" + (box.rowY(i) - 13) + "\" width=\"");
        out.append((box.width - 8) + "\" height=\"" + LINE + "\" rx=\"3\" fill=\"#fff8c5\"/>\n");
      }
      text(box.x + 12, box.rowY(i), row, "#1f2328", isFocus, out);
    }
  }

  private static void text(
      int x, int y, String text, String colour, boolean bold, StringBuilder out) {
    int length = text.codePointCount(0, text.length());
    String shown =
        length > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "\u2026"
            : text;
    out.append("<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\"");
    out.append(bold ? " font-weight=\"bold\">" : ">").append(escaped(shown)).append("</text>\n");
  }

  private static String escaped(@Nullable String text) {
    return Texts.harmless(text == null ? "" : text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
