package io.headgate.engine.pack;

import io.headgate.engine.report.Texts;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a pack is, for people who consider using it. */
public final class PackInspection {

  private final StringBuilder out = new StringBuilder();

  private PackInspection() {}

  /** What can be said of a pack without running any of it. */
  public static String text(OpenPack pack) {
    PackInspection inspection = new PackInspection();
    inspection.head(pack);
    inspection.out.append(
        "\n"
            + "Its rules are not listed, since that would run its code; '--run-code' does. Its pages"
            + " are:\n");
    for (String path : pack.files().withEnding(".md")) {
      if (PackLoader.isNamedAsAPage(path)) {
        inspection.line("page", pack.files().shown(path));
      }
    }
    return inspection.out.toString();
  }

  /** What can be said of a pack that is loaded. */
  public static String text(LoadedPack pack) {
    PackInspection inspection = new PackInspection();
    inspection.head(pack.opened());
    for (CheckerSpec spec : pack.checkers()) {
      for (Rule rule : spec.rules()) {
        inspection.rule(rule, pack);
      }
    }
    return inspection.out.toString();
  }

  private void head(OpenPack pack) {
    out.append(pack.id()).append(' ').append(pack.version()).append('\n');
    if (!pack.summary().isEmpty()) {
      line("summary", pack.summary());
    }
    line("from", pack.shown());
    line("sha256", pack.digest());
    line("headgate", pack.headgate());
    line("owner", pack.owner());
    line("files", String.valueOf(pack.paths().size()));
    out.append('\n');
    if (pack.hasCode()) {
      out.append(
          "CONTAINS CODE: its Java classes run with all rights of the process that runs headgate."
              + " Use it only if you trust who made it.\n");
      for (String name : services(pack)) {
        line("class", name);
      }
    } else {
      out.append(
          "Contains no code: its DRL rules can look at the landscape and report, and no more.\n");
    }
  }

  private static List<String> services(OpenPack pack) {
    byte[] bytes = pack.files().bytes(OpenPack.SERVICE);
    return bytes == null
        ? List.of()
        : new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
  }

  private void rule(Rule rule, LoadedPack pack) {
    out.append('\n').append(rule.id()).append(" (").append(rule.severity().word()).append(")\n");
    line("summary", rule.summary());
    line("written", String.valueOf(pack.place(rule.id())));
    Place page = pack.pagePlace(rule.id());
    line("page", page == null ? "none" : page.file());
    if (!rule.tags().isEmpty()) {
      line("tags", String.join(", ", rule.tags()));
    }
    for (Setting<?> setting : rule.settings()) {
      line(
          "setting",
          setting.name()
              + " ("
              + setting.type().word()
              + ", by default "
              + setting.fallback()
              + "): "
              + setting.description());
    }
  }

  private void line(String label, String text) {
    out.append("  ")
        .append(label)
        .append(" ".repeat(10 - label.length()))
        .append(Texts.harmless(text))
        .append('\n');
  }
}
