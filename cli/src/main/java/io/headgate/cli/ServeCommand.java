package io.headgate.cli;

import io.headgate.delivery.admission.AdmissionServer;
import io.headgate.delivery.admission.Judging;
import io.headgate.delivery.admission.LandscapeRules;
import io.headgate.delivery.admission.ServerSettings;
import io.headgate.delivery.tls.ServerCertificate;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code headgate serve}. */
final class ServeCommand {

  private ServeCommand() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Commands.spec(
            "serve",
            "Answers Kubernetes as a validating admission webhook: judges each object before it is"
                + " stored, by the rules that need no other one, and against a landscape by the"
                + " others. Runs until it is stopped.");
    file(spec, "--tls-cert", "The server's certificate and its chain in PEM, such as tls.crt.");
    file(
        spec,
        "--tls-key",
        "Its private key in PEM (PKCS#8, PKCS#1 or SEC 1, without a password), such as tls.key."
            + " Both are read anew when they change.");
    spec.addOption(
        OptionSpec.builder("--address")
            .paramLabel("ADDRESS")
            .type(String.class)
            .defaultValue("0.0.0.0")
            .description("Where to listen; 0.0.0.0 by default.")
            .build());
    NumberOption.add(spec, "--port", "PORT", 8443, "The port of reviews, over TLS.");
    NumberOption.add(
        spec, "--metrics-port", "PORT", 8080, "The port of /healthz, /readyz and /metrics, plain.");
    NumberOption.add(
        spec,
        "--time-limit",
        "SECONDS",
        8,
        "How long a review may take. Keep it below timeoutSeconds of the webhook.");
    spec.addOption(
        OptionSpec.builder("--landscape")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Path::of)
            .description(
                "The landscape that objects come into, such as a clone of its repository; read"
                    + " anew when it changes, as the policy is.")
            .build());
    spec.addOption(
        OptionSpec.builder("--landscape-rules")
            .paramLabel("warn|deny")
            .type(String.class)
            .completionCandidates(List.of("warn", "deny"))
            .description(
                "What rules do that need the rest of the landscape: warn, by default, or deny.")
            .build());
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("SEVERITY")
            .type(String.class)
            .completionCandidates(CheckCommand.SEVERITIES)
            .description(
                "The lightest finding that denies: error, warning or note. By default what the"
                    + " policy says, else error. What is lighter warns.")
            .build());
    spec.addOption(
        OptionSpec.builder("--new-only")
            .type(boolean.class)
            .description("Of an update only what is new denies; what was there before warns.")
            .build());
    Scope.moreOptions(
        spec,
        "The policy. By default the nearest headgate.yaml at or above the working directory;"
            + " without one every rule holds as its author made it.");
    Commands.exitCodes(
        spec,
        "It was stopped.",
        "Not used.",
        "An option, a file, a port or the policy is wrong: nothing was served.",
        "headgate broke.");
    return spec;
  }

  private static void file(CommandSpec spec, String name, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel("FILE")
            .type(Path.class)
            .converters(Path::of)
            .required(true)
            .description(description)
            .build());
  }

  static ExitCode run(ParseResult parsed, Packs packs, Terminal terminal) {
    Path landscape = parsed.matchedOptionValue("--landscape", (Path) null);
    LandscapeRules rules = rules(parsed);
    FollowedFiles files =
        new FollowedFiles(
            () ->
                landscape == null
                    ? scope(parsed, packs, terminal)
                    : Scope.of(List.of(landscape), packs, parsed, terminal.environment()),
            scope -> judging(parsed, scope),
            landscape != null);
    AdmissionServer server;
    try {
      ServerSettings settings = settings(parsed);
      ServerCertificate certificate =
          ServerCertificate.read(
              parsed.matchedOptionValue("--tls-cert", Path.of("tls.crt")),
              parsed.matchedOptionValue("--tls-key", Path.of("tls.key")));
      server =
          AdmissionServer.start(
              settings,
              certificate,
              files.judging(),
              landscape == null ? null : rules,
              files::next,
              line -> say(terminal, line));
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
    // The JVM ends on SIGTERM when its hooks have; this one ends when the last review is answered.
    Thread hook = new Thread(server::close, "headgate-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    say(
        terminal,
        "Reviews are answered at port "
            + server.port()
            + ", health and metrics at port "
            + server.metricsPort()
            + ".");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
    return ExitCode.OPEN;
  }

  private static LandscapeRules rules(ParseResult parsed) {
    String word = parsed.matchedOptionValue("--landscape-rules", "warn");
    if (!word.equals("warn") && !word.equals("deny")) {
      throw new UserError("'--landscape-rules' takes warn or deny, but was given '" + word + "'.");
    }
    if (parsed.hasMatchedOption("--landscape-rules") && !parsed.hasMatchedOption("--landscape")) {
      throw new UserError("'--landscape-rules' needs a '--landscape' that they are about.");
    }
    return word.equals("deny") ? LandscapeRules.DENY : LandscapeRules.WARN;
  }

  /** Without a landscape the directories of the policy's bundles need not be there. */
  private static Scope scope(ParseResult parsed, Packs packs, Terminal terminal) {
    Path working = Path.of("").toAbsolutePath().normalize();
    PolicyFile file = Commands.policy(parsed);
    Catalog catalog = packs.catalog(parsed, file, terminal.environment());
    Policy policy = file == null ? Policy.NONE : file.policy(catalog);
    return new Scope(working, List.of(working), catalog, policy, file, Tree.DISK);
  }

  private static Judging judging(ParseResult parsed, Scope scope) {
    Policy policy = scope.policy();
    if (policy.baseline() != null) {
      policy = BaselineFile.read(scope);
    }
    if (policy.waivers() != null) {
      policy = WaiverFile.read(scope, policy);
    }
    String environment = parsed.matchedOptionValue("--environment", "");
    OneEnvironment.refuseOther(environment, policy);
    return new Judging(
        scope.catalog(),
        policy,
        environment,
        CheckCommand.severity(parsed.matchedOptionValue("--fail-on", (String) null)),
        parsed.hasMatchedOption("--new-only"));
  }

  private static ServerSettings settings(ParseResult parsed) {
    String address = parsed.matchedOptionValue("--address", "0.0.0.0");
    ServerSettings plain =
        ServerSettings.on(
            ListenAddress.at(address, ListenAddress.port(parsed, "--port", 8443)),
            ListenAddress.at(address, ListenAddress.port(parsed, "--metrics-port", 8080)));
    int seconds = parsed.matchedOptionValue("--time-limit", 8);
    if (seconds < 1 || seconds > 29) {
      throw new UserError(
          "'--time-limit' takes 1 to 29 seconds, but was given '"
              + seconds
              + "': Kubernetes waits for a webhook for 30 at most.");
    }
    return new ServerSettings(
        plain.address(),
        plain.metrics(),
        plain.judges(),
        plain.queue(),
        Duration.ofSeconds(seconds),
        plain.grace());
  }

  private static synchronized void say(Terminal terminal, String line) {
    terminal.err().println("headgate: " + Texts.harmless(line));
    terminal.err().flush();
  }
}
