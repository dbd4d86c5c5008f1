package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.Invocation;
import io.headgate.engine.report.Origin;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.JudgedBundle;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Verdict;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * SARIF 2.1.0, one run in a log. It holds every result that its reader takes; where there are more
 * than that, the heaviest, and a notification says how many were left out.
 */
public final class SarifReporter implements Reporter {

  private static final int OPEN = 0;
  private static final int CLOSED = 1;
  private static final int FAILURE = 3;

  private final Profile profile;
  private final @Nullable Origin origin;
  private final String version;

  /**
   * A reporter that gives the version of headgate it belongs to.
   *
   * @param origin where what was judged comes from; null if that is not known
   */
  public SarifReporter(Profile profile, @Nullable Origin origin) {
    this(profile, origin, ownVersion());
  }

  SarifReporter(Profile profile, @Nullable Origin origin, String version) {
    this.profile = profile;
    this.origin = origin;
    this.version = version;
  }

  private static String ownVersion() {
    String version = SarifReporter.class.getPackage().getImplementationVersion();
    return version == null ? "0.0.0-development" : version;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    try (Measured measured = new Measured(out, profile.isZipped());
        LogWriter log = new LogWriter(measured)) {
      Collection<Rule> rules = report.catalog().rules();
      Map<String, Integer> indexes = ToolMaker.indexes(rules);
      ResultMaker maker = new ResultMaker(report, profile, indexes, new Prints(report.sources()));
      log.start(
          ToolMaker.tool(version, rules, report.catalog(), report.running() != null),
          profile.isNamedByUpload() ? null : automationId(report),
          origin);
      List<Result> wanted = wanted(report);
      int written = 0;
      while (written < wanted.size() && written < profile.results()) {
        log.result(maker.make(wanted.get(written)));
        written++;
        log.flush();
        if (profile.isLimited() && measured.bytes() > profile.bytes()) {
          break;
        }
      }
      log.end(
          invocation(report)
              .withToolExecutionNotifications(
                  Notices.of(report, indexes, wanted.size() - written, profile)));
    } catch (JacksonException e) {
      throw asIo(e);
    }
  }

  /**
   * What the reader takes, in the order of the report; where there is a limit, the heaviest first.
   */
  private List<Result> wanted(Report report) {
    List<Result> wanted = new ArrayList<>();
    for (Result result : report.results()) {
      if (profile.takesAccepted() || result.isOpen()) {
        wanted.add(result);
      }
    }
    if (profile.isLimited()) {
      wanted.sort(
          Comparator.comparing((Result result) -> !result.isOpen())
              .thenComparing(Result::severity, SarifReporter::heaviestFirst));
    }
    Report.Comparison comparison = report.comparison();
    if (profile.takesGone() && comparison != null) {
      wanted.addAll(comparison.absent());
    }
    return wanted;
  }

  private static int heaviestFirst(Severity one, Severity other) {
    return one == other ? 0 : one.atLeast(other) ? -1 : 1;
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
        .withExitCodeDescription(report.verdictInWords() + ".");
  }

  /** What tells this log from those of other bundles: all up to the last slash. */
  private static String automationId(Report report) {
    // Drift must not take the place of what a check of the same bundle found.
    String tool = report.running() == null ? "headgate/" : "headgate-drift/";
    if (report.bundles().size() != 1) {
      return tool;
    }
    JudgedBundle bundle = report.bundles().get(0);
    String name = bundle.environment().isEmpty() ? bundle.name() : bundle.environment();
    return name.equals(".") ? tool : tool + Texts.harmless(name) + "/";
  }

  private static IOException asIo(JacksonException e) {
    return e.getCause() instanceof IOException io ? io : new IOException(e);
  }
}
