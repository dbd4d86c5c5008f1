package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.Invocation;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Selection;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * SARIF 2.1.0, one run in a log. It holds every result unless there are more than code hosts take;
 * then the heaviest, and a notification says how many were left out.
 */
public final class SarifReporter implements Reporter {

  /** GitHub rejects a run with more results. */
  static final int MOST = 25_000;

  private static final int OPEN = 0;
  private static final int CLOSED = 1;
  private static final int USER_ERROR = 2;
  private static final int FAILURE = 3;

  private final String version;

  /** A reporter that gives the version of headgate it belongs to. */
  public SarifReporter() {
    this(ownVersion());
  }

  SarifReporter(String version) {
    this.version = version;
  }

  private static String ownVersion() {
    String version = SarifReporter.class.getPackage().getImplementationVersion();
    return version == null ? "0.0.0-development" : version;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    try (LogWriter log = new LogWriter(out)) {
      Collection<Rule> rules = report.catalog().rules();
      Map<String, Integer> indexes = ToolMaker.indexes(rules);
      Selection selection = new Selection(report, MOST, true);
      ResultMaker maker = new ResultMaker(report, indexes, new Prints(report.sources()));
      log.start(
          ToolMaker.tool(version, rules, report.catalog()),
          automationId(report.bundles()),
          invocation(report)
              .withToolExecutionNotifications(Notices.of(report, indexes, selection.leftOut())));
      for (Result result : report.results()) {
        if (selection.takes(result)) {
          log.result(maker.make(result));
        }
      }
      for (Result result : selection.absent()) {
        log.result(maker.make(result));
      }
      log.end();
    } catch (JacksonException e) {
      throw asIo(e);
    }
  }

  /**
   * Writes a log without results that says why nothing was judged, so that a job that expects a log
   * finds one that no reader takes for success.
   *
   * @throws IOException if the writer fails
   */
  public static void writeUserError(List<UserError.Message> messages, Writer out)
      throws IOException {
    try (LogWriter log = new LogWriter(out)) {
      log.start(
          ToolMaker.tool(ownVersion(), List.of(), null),
          "headgate/",
          new Invocation()
              .withExecutionSuccessful(false)
              .withExitCode(USER_ERROR)
              .withExitCodeDescription("Nothing was judged: headgate was told something wrong.")
              .withToolConfigurationNotifications(Notices.of(messages)));
      log.end();
    } catch (JacksonException e) {
      throw asIo(e);
    }
  }

  private static Invocation invocation(Report report) {
    if (!report.failures().isEmpty()) {
      return new Invocation()
          .withExecutionSuccessful(false)
          .withExitCode(FAILURE)
          .withExitCodeDescription("A checker broke: there is no verdict to trust.");
    }
    boolean open = report.verdict() == Verdict.OPEN;
    return new Invocation()
        .withExecutionSuccessful(true)
        .withExitCode(open ? OPEN : CLOSED)
        .withExitCodeDescription(open ? "The gate is open." : "The gate is closed.");
  }

  /** What tells this log from those of other bundles: all up to the last slash. */
  private static String automationId(List<JudgedBundle> bundles) {
    if (bundles.size() != 1) {
      return "headgate/";
    }
    JudgedBundle bundle = bundles.get(0);
    String name = bundle.environment().isEmpty() ? bundle.name() : bundle.environment();
    return name.equals(".") ? "headgate/" : "headgate/" + Texts.harmless(name) + "/";
  }

  private static IOException asIo(JacksonException e) {
    return e.getCause() instanceof IOException io ? io : new IOException(e);
  }
}
