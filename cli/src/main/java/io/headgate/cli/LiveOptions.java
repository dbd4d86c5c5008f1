package io.headgate.cli;

import io.headgate.engine.error.UserError;
import io.headgate.live.Snapshot;
import io.headgate.live.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that name a running cluster, and what goes with it. */
final class LiveOptions {

  private static final int DEFAULT_SECONDS = 30;

  private static final int MOST_SECONDS = 3600;

  private LiveOptions() {}

  /**
   * Adds them.
   *
   * @param required whether there is no other way to say what runs
   */
  static void add(CommandSpec spec, boolean required) {
    spec.addOption(
        text("--bootstrap-server", "HOST:PORT", "Where the cluster is; several with commas.")
            .required(required)
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
        OptionSpec.builder("--timeout")
            .paramLabel("SECONDS")
            .type(int.class)
            .description("How long to wait for each answer; " + DEFAULT_SECONDS + " by default.")
            .build());
  }

  private static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
  }

  private static OptionSpec.Builder path(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).type(Path.class).converters(Path::of);
  }

  /** What they say, for the cluster that {@code --bootstrap-server} names. */
  static Snapshot of(ParseResult parsed, Terminal terminal) {
    int seconds = parsed.matchedOptionValue("--timeout", DEFAULT_SECONDS);
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new UserError("--timeout takes a number of seconds from 1 to " + MOST_SECONDS + ".");
    }
    String registry = parsed.matchedOptionValue("--schema-registry", "");
    return new Snapshot(
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
}
