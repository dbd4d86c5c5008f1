package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Texts;
import io.headgate.live.Running;
import io.headgate.live.Snapshot;
import io.headgate.live.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate snapshot}. */
final class SnapshotCommand {

  private static final int DEFAULT_SECONDS = 30;

  private static final int MOST_SECONDS = 3600;

  private SnapshotCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "snapshot",
            "Writes what runs as a landscape: topics, ACLs, quotas, connectors and subjects in"
                + " Lenses' layout, users with SCRAM and groups with their lag beside it. Changes"
                + " nothing in the cluster, and writes no secret.");
    spec.addOption(
        text("--bootstrap-server", "HOST:PORT", "Where the cluster is; several with commas.")
            .required(true)
            .build());
    spec.addOption(
        path("--command-config", "FILE")
            .description(
                "The properties of the client, such as security.protocol and sasl.jaas.config, as"
                    + " Kafka's own tools take them.")
            .build());
    spec.addOption(
        OptionSpec.builder("--connect")
            .paramLabel("[NAME=]URL")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description(
                "A Connect cluster, and what it is called in the landscape; by default its host."
                    + " May be given several times. USER:PASSWORD, if it asks for one, is read from"
                    + " HEADGATE_CONNECT_USER.")
            .build());
    spec.addOption(
        text(
                "--schema-registry",
                "URL",
                "A registry with the API of Confluent's. USER:PASSWORD, if it asks for one, is read"
                    + " from HEADGATE_REGISTRY_USER.")
            .build());
    spec.addOption(
        path("--to", "DIR")
            .required(true)
            .description(
                "Where to write. Only what an earlier snapshot wrote there is replaced or"
                    + " removed.")
            .build());
    spec.addOption(
        OptionSpec.builder("--timeout")
            .paramLabel("SECONDS")
            .type(int.class)
            .description("How long to wait for each answer; " + DEFAULT_SECONDS + " by default.")
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

  private static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
  }

  private static OptionSpec.Builder path(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).type(Path.class).converters(Path::of);
  }

  static ExitCode run(ParseResult parsed, Terminal terminal) throws IOException {
    int seconds = parsed.matchedOptionValue("--timeout", DEFAULT_SECONDS);
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new UserError("--timeout takes a number of seconds from 1 to " + MOST_SECONDS + ".");
    }
    String registry = parsed.matchedOptionValue("--schema-registry", "");
    Path to = parsed.matchedOptionValue("--to", Path.of(""));
    Snapshot snapshot =
        new Snapshot(
            parsed.matchedOptionValue("--bootstrap-server", ""),
            parsed.matchedOptionValue("--command-config", (Path) null),
            connects(parsed, terminal),
            registry.isEmpty()
                ? null
                : Source.parse(
                    registry,
                    "--schema-registry",
                    terminal.environment().get("HEADGATE_REGISTRY_USER")),
            Duration.ofSeconds(seconds));
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
        "Wrote "
            + running.topics().size()
            + " topics, "
            + running.acls().size()
            + " ACLs, "
            + running.quotas().size()
            + " quotas, "
            + running.users().size()
            + " users, "
            + running.groups().size()
            + " groups, "
            + running.connectors().size()
            + " connectors and "
            + running.subjects().size()
            + " subjects to '"
            + to
            + "': "
            + outcome.files()
            + " files, "
            + outcome.written()
            + " of them new or changed, "
            + outcome.removed()
            + " removed.");
    return running.gaps().isEmpty() ? ExitCode.OPEN : ExitCode.CLOSED;
  }

  private static List<Source> connects(ParseResult parsed, Terminal terminal) {
    List<Source> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String url : parsed.matchedOptionValue("--connect", List.<String>of())) {
      Source source =
          Source.parse(url, "--connect", terminal.environment().get("HEADGATE_CONNECT_USER"));
      if (!names.add(source.name())) {
        throw new UserError(
            "Two Connect clusters are called '"
                + source.name()
                + "'; give each a name: --connect NAME=URL.");
      }
      sources.add(source);
    }
    return sources;
  }

  /** What a cluster calls things may hold what a terminal obeys. */
  private static void say(Terminal terminal, String line) {
    terminal.err().println(Texts.harmless("headgate: " + line));
  }
}
