package io.headgate.cli;

import io.headgate.engine.Run;
import io.headgate.engine.error.UserError;
import io.headgate.engine.lineage.view.FieldLineage;
import io.headgate.engine.lineage.view.LineageJson;
import io.headgate.engine.lineage.view.LineageSvg;
import io.headgate.engine.lineage.view.LineageText;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.FieldRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate lineage}. */
final class LineageCommand {

  private static final List<String> FORMATS = List.of("text", "json", "svg");

  private LineageCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "lineage",
            "Shows where a field comes from and where it goes, through the SQL of apps and through"
                + " connectors.");
    Scope.options(
        spec,
        "The policy, which may say what belongs together. By default the nearest"
            + " headgate.yaml at or above the paths.");
    spec.addOption(
        OptionSpec.builder("--field")
            .paramLabel("TOPIC.FIELD")
            .required(true)
            .type(String.class)
            .description(
                "The field, such as orders.customer.email; orders._key.id is a field of the key.")
            .build());
    spec.addOption(ReportTarget.option(FORMATS, "text, json or svg"));
    return spec;
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) throws IOException {
    List<ReportTarget> targets = ReportTarget.of(parsed, FORMATS);
    List<Run.Unjudged> bundles = Scope.bundles(packs, parsed, terminal.environment());
    List<FieldLineage> found = find(parsed.matchedOptionValue("--field", ""), bundles);
    for (ReportTarget target : targets) {
      target.write(written(target.format(), found), terminal);
    }
    return ExitCode.OPEN;
  }

  private static List<FieldLineage> find(String text, List<Run.Unjudged> bundles) {
    List<FieldLineage> found = new ArrayList<>();
    TreeSet<String> topics = new TreeSet<>();
    for (Run.Unjudged one : bundles) {
      topics.addAll(FieldLineage.topics(one.bundle()));
      FieldRef field = FieldLineage.parse(text, one.bundle());
      if (field != null) {
        found.add(FieldLineage.of(one.name(), one.bundle(), field));
      }
    }
    if (found.isEmpty()) {
      int dot = text.lastIndexOf('.');
      String topic = dot < 0 ? text : text.substring(0, dot);
      throw new UserError(
          "'--field "
              + text
              + "' begins with no topic of the landscape; write it as TOPIC.FIELD."
              + Nearest.hint(topic, topics));
    }
    List<FieldLineage> known = found.stream().filter(FieldLineage::known).toList();
    return known.isEmpty() ? found : known;
  }

  private static String written(String format, List<FieldLineage> found) {
    if (format.equals("json")) {
      return LineageJson.of(found);
    }
    if (format.equals("svg")) {
      if (found.size() > 1) {
        throw new UserError(
            "The field is in the bundles "
                + String.join(", ", found.stream().map(one -> "'" + one.bundle() + "'").toList())
                + "; a picture shows one, so name its path or '--environment'.");
      }
      return LineageSvg.of(found.get(0));
    }
    StringBuilder text = new StringBuilder();
    for (FieldLineage one : found) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(found.size() > 1 ? "bundle '" + one.bundle() + "': " : "");
      text.append(LineageText.of(one));
    }
    return text.toString();
  }
}
