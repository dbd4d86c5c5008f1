package io.headgate.engine.lineage.view;

import io.headgate.engine.report.Texts;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Trail;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lineage of a field for people: two trees, one line a step. */
public final class LineageText {

  private LineageText() {}

  /** The text, with a line break at the end. */
  public static String of(FieldLineage lineage) {
    StringBuilder out = new StringBuilder();
    out.append(Texts.harmless(lineage.field().toString())).append('\n');
    if (!lineage.known()) {
      line(1, "Nobody declares this field." + lineage.meant(), out);
    }
    tree("comes from", lineage.upstream(), false, out);
    tree("goes to", lineage.downstream(), true, out);
    if (!lineage.remarks().isEmpty()) {
      out.append("\nnot understood\n");
      for (Remark remark : lineage.remarks()) {
        line(
            1,
            remark.through().ref().kind().word()
                + " '"
                + remark.through().ref().name()
                + "': "
                + remark.text().get()
                + "  "
                + remark.text().place(),
            out);
      }
    }
    return out.toString();
  }

  private static void tree(String title, List<Trail> trails, boolean down, StringBuilder out) {
    out.append('\n').append(title).append('\n');
    if (trails.isEmpty()) {
      out.append("  nothing that is declared here\n");
      return;
    }
    IdentityHashMap<Flow, List<Flow>> next = new IdentityHashMap<>();
    List<Flow> first = new ArrayList<>();
    for (Trail trail : trails) {
      int length = trail.flows().size();
      Flow last = down ? trail.last() : trail.first();
      if (length == 1) {
        first.add(last);
      } else {
        Flow before = trail.flows().get(down ? length - 2 : 1);
        next.computeIfAbsent(before, flow -> new ArrayList<>()).add(last);
      }
    }
    steps(first, next, 1, down, out);
  }

  private static void steps(
      List<Flow> flows,
      IdentityHashMap<Flow, List<Flow>> next,
      int depth,
      boolean down,
      StringBuilder out) {
    for (Flow flow : flows) {
      line(
          depth,
          end(flow, down) + "  (" + FieldLineage.words(flow) + ")  " + flow.by().place(),
          out);
      steps(next.getOrDefault(flow, List.of()), next, depth + 1, down, out);
    }
  }

  private static String end(Flow flow, boolean down) {
    @Nullable FieldRef field = down ? flow.to() : flow.from();
    return field == null ? "outside of Kafka" : field.toString();
  }

  private static void line(int depth, String text, StringBuilder out) {
    out.append("  ".repeat(depth)).append(Texts.harmless(text)).append('\n');
  }
}
