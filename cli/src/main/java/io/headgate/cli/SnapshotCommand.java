package io.headgate.cli;

import io.headgate.engine.report.Texts;
import io.headgate.live.Running;
import io.headgate.live.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate snapshot}. */
final class SnapshotCommand {

  private SnapshotCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "snapshot",
            "Writes what runs as a landscape: topics, ACLs, quotas, connectors and subjects in"
                + " Lenses' layout, users with SCRAM and groups with their lag beside it. Changes"
                + " nothing in the cluster, and writes no secret.");
    LiveOptions.add(spec, true);
    spec.addOption(
        OptionSpec.builder("--to")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Path::of)
            .required(true)
            .description(
                "Where to write. Only what an earlier snapshot wrote there is replaced or"
                    + " removed.")
            .build());
    Commands.exitCodes(
        spec,
        "Everything was read and written.",
        "Rights are missing: what may be read was written, and what is missing was said.",
        "An option is wrong, somebody did not answer, or DIR cannot be written to: nothing was"
            + " written.",
        "headgate broke: what is in DIR cannot be trusted until the next run.");
    return spec;
  }

  static ExitCode run(ParseResult parsed, Terminal terminal) throws IOException {
    Path to = parsed.matchedOptionValue("--to", Path.of(""));
    Snapshot snapshot = LiveOptions.of(parsed, terminal);
    Snapshot.Outcome outcome = snapshot.to(to);
    for (String place : outcome.secrets()) {
      say(
          terminal,
          "warning: "
              + place
              + " holds a secret in the clear; '[secret hidden by headgate]' was"
              + " written in its place. Refer to it through a config provider.");
    }
    for (Running.Gap gap : outcome.running().gaps()) {
      say(terminal, "gap: " + gap.text());
    }
    Running running = outcome.running();
    say(
        terminal,
        "Wrote to '"
            + to
            + "': topics "
            + running.topics().size()
            + ", ACLs "
            + running.acls().size()
            + ", quotas "
            + running.quotas().size()
            + ", users "
            + running.users().size()
            + ", groups "
            + running.groups().size()
            + ", connectors "
            + running.connectors().size()
            + ", subjects "
            + running.subjects().size()
            + ". Files: "
            + outcome.files()
            + ", new or changed "
            + outcome.written()
            + ", removed "
            + outcome.removed()
            + ".");
    return running.gaps().isEmpty() ? ExitCode.OPEN : ExitCode.CLOSED;
  }

  /** What a cluster calls things may hold what a terminal obeys. */
  private static void say(Terminal terminal, String line) {
    terminal.err().println(Texts.harmless("headgate: " + line));
  }
}
