package io.headgate.engine.view;

import io.headgate.engine.Inspection;
import io.headgate.engine.Run;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Sign;
import io.headgate.engine.dialect.SkippedFile;
import io.headgate.engine.report.Texts;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An inspection for people. */
public final class InspectionText {

  private InspectionText() {}

  /** The files that are read, the files that are not with the reason, and the resources. */
  public static String of(Inspection inspection) {
    StringBuilder out = new StringBuilder();
    out.append("Read (").append(inspection.files().size()).append(")\n");
    for (ReadFile file : inspection.files()) {
      line(out, file.file() + ": " + names(file) + ": " + contents(file));
      for (Finding finding : file.findings()) {
        line(
            out,
            "  " + finding.place() + ": " + finding.message() + " [" + finding.rule().id() + "]");
      }
      signs(file.unread(), out);
    }
    out.append("\nSkipped (").append(inspection.skipped().size()).append(")\n");
    for (SkippedFile file : inspection.skipped()) {
      line(out, file.file() + ": " + file.reason());
      signs(file.signs(), out);
    }
    for (Run.Unjudged bundle : inspection.bundles()) {
      bundle(bundle, out);
    }
    if (inspection.bundles().isEmpty()) {
      out.append("\nThese files make no bundle, so there is nothing to judge.\n");
    }
    return out.toString();
  }

  private static void signs(List<Sign> signs, StringBuilder out) {
    for (Sign sign : signs) {
      line(
          out,
          "  " + sign.place() + ": looks like " + sign.what() + ", which headgate does not read");
    }
  }

  private static void bundle(Run.Unjudged bundle, StringBuilder out) {
    out.append('\n');
    Map<Kind, List<Resource>> byKind = new EnumMap<>(Kind.class);
    for (Resource resource : bundle.bundle().resources()) {
      byKind.computeIfAbsent(resource.ref().kind(), kind -> new ArrayList<>()).add(resource);
    }
    String environment = bundle.bundle().environment().name();
    out.append("Bundle '").append(Texts.harmless(bundle.name())).append('\'');
    out.append(environment.isEmpty() ? "" : " of " + Texts.harmless(environment)).append('\n');
    byKind.forEach(
        (kind, resources) -> {
          out.append("  ").append(kind.word()).append(" (").append(resources.size()).append(")\n");
          for (Resource resource : resources) {
            line(out, "  " + resource.ref().name() + "  " + resource.place());
          }
        });
  }

  private static void line(StringBuilder out, String text) {
    out.append("  ").append(Texts.harmless(text)).append('\n');
  }

  private static String names(ReadFile file) {
    TreeSet<String> names = new TreeSet<>();
    for (Dialect dialect : file.dialects()) {
      names.add(dialect.name());
    }
    return String.join(", ", names);
  }

  private static String contents(ReadFile file) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    file.resources().forEach(resource -> counts.merge(resource.ref().kind(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count + " " + kind.word()));
    new TreeMap<>(file.notRead())
        .forEach((kind, count) -> parts.add(count + " " + kind + " not read"));
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }
}
