package io.headgate.delivery.admission;

import io.headgate.engine.Base;
import io.headgate.engine.Landscape;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.error.Failure;
import io.headgate.engine.error.NothingToJudge;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Policy.BundleSpec;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.spi.Rule;
import io.headgate.spi.model.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges an object by itself: by the rules that need no other one, compared with what it was. */
final class ObjectReviewer implements Reviewer {

  /** Only the text of an object is judged, so it lies nowhere; no dialect claims this path. */
  static final String FILE = "object.json";

  private static final String BEFORE = "before";

  private static final String TEMPLATED =
      "A value of this object looks like a template ('{{' or '${'). Kubernetes stores it as it is,"
          + " and no rule of headgate looks at it.";

  private final Judging judging;
  private final @Nullable Landscape landscape;
  private final Policy policy;
  private final Set<Rule> alone;

  ObjectReviewer(Judging judging) {
    this(judging, null);
  }

  /**
   * A reviewer.
   *
   * @param landscape tells of the cluster where the policy does not; null if there is none
   */
  ObjectReviewer(Judging judging, @Nullable Landscape landscape) {
    this.judging = judging;
    this.landscape = landscape;
    this.policy = here(judging.policy(), judging.environment());
    this.alone = judging.alone();
  }

  /** The policy, as if the bundle of the environment held whatever comes. */
  private static Policy here(Policy all, String environment) {
    Waivers waivers = all.waivers();
    // A comment can waive; an object that says so of itself must not.
    Policy policy =
        waivers == null
            ? all
            : all.withWaivers(
                new Waivers(
                    waivers.file(),
                    waivers.home(),
                    waivers.unwaivable(),
                    false,
                    waivers.entries(),
                    waivers.sight(),
                    waivers.today()));
    if (policy.bundles().isEmpty()) {
      return policy;
    }
    for (BundleSpec spec : policy.bundles()) {
      if (environment.isEmpty() || environment.equals(spec.environment())) {
        return policy.withBundles(
            List.of(new BundleSpec(spec.name(), List.of(""), spec.environment())));
      }
    }
    return policy.withBundles(List.of());
  }

  /** Whether it asks a rule of a pack: one that needs no other object. */
  boolean judges(Rule rule) {
    return alone.contains(rule);
  }

  @Override
  public Answer answer(AdmissionReview review) {
    String object = review.object();
    if (object == null || review.changesNothing()) {
      return Answer.ALLOWED;
    }
    Report report = report(object, review.oldObject());
    if (report == null) {
      return Answer.ALLOWED;
    }
    Answer answer = answer(report);
    return isTemplated(review, object) ? answer.and(TEMPLATED) : answer;
  }

  /** Connect fills in what stands in a connector; nobody does so in any other object. */
  private static boolean isTemplated(AdmissionReview review, String object) {
    return (object.contains("{{") || object.contains("${")) && !review.kind().contains("Connect");
  }

  private @Nullable Report report(String object, @Nullable String old) {
    Base base = old == null ? null : new Base(new MemoryFiles(Map.of(FILE, old)), BEFORE, "");
    try {
      return run(object, base);
    } catch (NothingToJudge e) {
      return null;
    } catch (UserError e) {
      if (base == null) {
        throw new NoVerdict("The policy cannot be applied: " + e.getMessage());
      }
      // What it was means nothing to headgate, so there is nothing to compare with.
      return report(object, null);
    }
  }

  /** The policy, with what the landscape says about the cluster that the object is for. */
  private Policy here(String object) {
    Environment around = landscape == null ? null : landscape.around(FILE, object);
    return around == null ? policy : policy.withFacts(around);
  }

  private Report run(String object, @Nullable Base base) {
    try {
      Report report =
          new Run(
                  new MemoryFiles(Map.of(FILE, object)),
                  base,
                  judging.catalog(),
                  here(object),
                  judging.environment(),
                  judging.failOn(),
                  alone::contains,
                  Progress.NONE)
              .with(new Run.Terms(false, base != null && judging.newOnly(), null, true))
              .report();
      if (!report.failures().isEmpty()) {
        Failure failure = report.failures().get(0);
        throw new NoVerdict("The rule " + failure.rules() + " broke; there is no verdict.");
      }
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(Report report) {
    List<String> denials = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Result result : report.results()) {
      // What is said about waivers or the policy is not about this object.
      if (!result.isOpen() || !result.finding().place().file().equals(FILE)) {
        continue;
      }
      (report.closesGate(result) ? denials : warnings).add(said(result));
    }
    return new Answer(denials.isEmpty(), String.join(" ", denials), warnings);
  }

  static String said(Result result) {
    return result.finding().message() + " [" + result.finding().rule().id() + "]";
  }
}
