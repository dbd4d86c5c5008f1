package io.headgate.cli;

import io.headgate.delivery.drift.DriftWatch;
import io.headgate.delivery.drift.Look;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ParseResult;

/** {@code headgate drift --watch}: reports when what is seen is another thing than before. */
final class DriftWatching {

  /** How long a look that has begun is waited for. */
  private static final int GRACE_SECONDS = 20;

  private final Reports reports;
  private final Terminal terminal;
  private List<String> before = List.of("nothing yet");

  private DriftWatching(Reports reports, Terminal terminal) {
    this.reports = reports;
    this.terminal = terminal;
  }

  /** Writes a report to where it was asked for. */
  @FunctionalInterface
  interface Reports {
    void write(Report report) throws IOException;
  }

  static ExitCode run(ParseResult parsed, Look look, Reports reports, Terminal terminal) {
    int seconds = parsed.matchedOptionValue("--watch", 60);
    if (seconds < 1 || seconds > 86_400) {
      throw new UserError("'--watch' takes 1 to 86400 seconds, but was given '" + seconds + "'.");
    }
    DriftWatching watching = new DriftWatching(reports, terminal);
    CountDownLatch ended = new CountDownLatch(1);
    try (DriftWatch watch =
        DriftWatch.start(
            ListenAddress.at(
                parsed.matchedOptionValue("--address", "0.0.0.0"),
                ListenAddress.port(parsed, "--metrics-port", 8080)),
            Duration.ofSeconds(seconds),
            look,
            watching::seen,
            watching::say)) {
      Thread hook = new Thread(() -> stop(watch, ended), "headgate-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      watching.say("Health and metrics are at port " + watch.port() + ".");
      watch.run();
      terminal.flush();
      ended.countDown();
      return ExitCode.OPEN;
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** The JVM ends when its hooks have: what has begun is finished. */
  private static void stop(DriftWatch watch, CountDownLatch ended) {
    watch.stop();
    try {
      boolean unused = ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void seen(Look.Seen seen) {
    List<String> now = new ArrayList<>();
    for (Result result : seen.drift().results()) {
      now.add(result.finding().place() + " " + result.finding().message());
    }
    Report.Running running = seen.drift().running();
    now.addAll(running == null ? List.of() : running.notes());
    if (now.equals(before)) {
      return;
    }
    before = now;
    try {
      reports.write(seen.drift());
    } catch (UserError e) {
      say(e.messages().get(0).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.flush();
  }

  private void say(String line) {
    terminal.err().println("headgate: " + Texts.harmless(line));
    terminal.flush();
  }
}
