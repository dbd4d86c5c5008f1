package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import io.headgate.engine.error.Failure;
import io.headgate.engine.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be said about the run itself, as SARIF notifications. */
final class Notices {

  /** The kinds of notifications. */
  private enum Kind {
    FAILURE(
        "checker-failed",
        "A checker broke, so that headgate cannot vouch for the bundle.",
        "Report the failure to the author of the rule pack; until it is mended there is no"
            + " verdict."),
    LEFT_OUT(
        "results-left-out",
        "The log holds fewer results than the run had.",
        "Mend the heaviest, or judge one environment at a time."),
    NOT_READ(
        "objects-not-read",
        "There are objects of kinds that headgate knows but does not read.",
        "Nothing is to be done; no rule has looked at them."),
    NOT_UNDERSTOOD(
        "files-not-understood",
        "There are files that look like Kafka and that no dialect understands.",
        "See which and why with 'headgate inspect'; '--strict-inputs' makes them findings."),
    SKIPPED(
        "files-skipped",
        "There are files that belong to no Kafka landscape that headgate reads.",
        "Nothing is to be done, unless a file of the landscape is among them."),
    IN_NO_BUNDLE(
        "files-in-no-bundle",
        "There are files of a Kafka landscape that belong to no bundle.",
        "Name their paths in the bundles of the policy, unless they are to be left alone."),
    NOT_COMPARED(
        "not-compared",
        "Something that runs could not be read, so it was not compared with what is declared.",
        "Give the right that is missing, or name the server that was not asked.");

    private final String id;
    private final String summary;
    private final String help;

    Kind(String id, String summary, String help) {
      this.id = id;
      this.summary = summary;
      this.help = help;
    }

    private ReportingDescriptorReference reference() {
      return new ReportingDescriptorReference().withId(id);
    }
  }

  private Notices() {}

  static Set<ReportingDescriptor> descriptors(boolean drift) {
    Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
    for (Kind kind : Kind.values()) {
      if (kind == Kind.NOT_COMPARED && !drift) {
        continue;
      }
      descriptors.add(
          new ReportingDescriptor()
              .withId(kind.id)
              .withName(ToolMaker.pascalCase(kind.id))
              .withShortDescription(Words.description(kind.summary))
              .withFullDescription(Words.description(kind.summary))
              .withHelp(Words.description(kind.help)));
    }
    return descriptors;
  }

  /**
   * About a run.
   *
   * @param ruleIndexes where each rule stands in the log, by id
   * @param leftOut how many results there was no room for
   * @param profile whom the log is for
   */
  static List<Notification> of(
      Report report, Map<String, Integer> ruleIndexes, int leftOut, Profile profile) {
    List<Notification> notices = new ArrayList<>();
    for (Failure failure : report.failures()) {
      for (String rule : failure.rules().split(", ", -1)) {
        notices.add(failure(rule, failure, ruleIndexes));
      }
    }
    if (leftOut > 0) {
      notices.add(
          notice(
              Kind.LEFT_OUT,
              Notification.Level.WARNING,
              counted(leftOut, "result was", "results were")
                  + " left out, the lightest and last, for "
                  + profile.host()
                  + " takes no more than "
                  + profile.results()
                  + " of them and 10 MB; the text report has them all."));
    }
    if (!report.intake().notRead().isEmpty()) {
      List<String> kinds = new ArrayList<>();
      report.intake().notRead().forEach((kind, count) -> kinds.add(count + " " + kind));
      notices.add(
          notice(
              Kind.NOT_READ,
              Notification.Level.NOTE,
              "Not read, and so not judged: " + String.join(", ", kinds) + "."));
    }
    if (report.intake().skippedFiles() > 0) {
      notices.add(
          notice(
              Kind.SKIPPED,
              Notification.Level.NOTE,
              counted(report.intake().skippedFiles(), "file was", "files were")
                  + " skipped, for nothing of a Kafka landscape was recognised there."));
    }
    if (report.intake().inNoBundle() > 0) {
      notices.add(
          notice(
              Kind.IN_NO_BUNDLE,
              Notification.Level.WARNING,
              counted(report.intake().inNoBundle(), "file belongs", "files belong")
                  + " to no bundle, so no rule has looked at what is in there."));
    }
    if (report.intake().notUnderstood() > 0) {
      notices.add(
          notice(
              Kind.NOT_UNDERSTOOD,
              Notification.Level.WARNING,
              counted(report.intake().notUnderstood(), "file looks", "files look")
                  + " like Kafka, but no dialect understands what is in there, so no rule has"
                  + " looked at it."));
    }
    Report.Running running = report.running();
    for (String note : running == null ? List.<String>of() : running.notes()) {
      notices.add(notice(Kind.NOT_COMPARED, Notification.Level.WARNING, note));
    }
    return notices;
  }

  private static Notification failure(
      String rule, Failure failure, Map<String, Integer> ruleIndexes) {
    ReportingDescriptorReference reference = new ReportingDescriptorReference().withId(rule);
    Integer index = ruleIndexes.get(rule);
    if (index != null) {
      reference.setIndex(index);
    }
    return notice(
            Kind.FAILURE,
            Notification.Level.ERROR,
            "The rule '"
                + rule
                + "' broke on bundle '"
                + failure.bundle()
                + "': "
                + failure.cause()
                + ". What it would have found is not known.")
        .withAssociatedRule(reference);
  }

  private static Notification notice(Kind kind, Notification.Level level, String text) {
    return new Notification()
        .withDescriptor(kind.reference())
        .withLevel(level)
        .withMessage(Words.message(text));
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
