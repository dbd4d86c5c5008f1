package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result.State;
import io.headgate.engine.report.Texts;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Finding;
import io.headgate.spi.Related;
import io.headgate.spi.Severity;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results as SARIF results. */
final class ResultMaker {

  private final Report report;
  private final Profile profile;
  private final Map<String, Integer> ruleIndexes;
  private final Prints prints;
  private final boolean suppresses;

  /**
   * For the results of a report.
   *
   * @param profile whom the log is for
   * @param ruleIndexes where each rule stands in the log, by id
   */
  ResultMaker(Report report, Profile profile, Map<String, Integer> ruleIndexes, Prints prints) {
    this.report = report;
    this.profile = profile;
    this.ruleIndexes = ruleIndexes;
    this.prints = prints;
    this.suppresses = profile.takesAccepted() && (report.baseline() != null || report.waived() > 0);
  }

  Result make(io.headgate.engine.report.Result from) {
    Finding finding = from.finding();
    Result result =
        new Result()
            .withRuleId(finding.rule().id())
            .withLevel(level(from.severity()))
            .withMessage(Words.message(finding.message()))
            .withLocations(List.of(location(finding)))
            .withPartialFingerprints(prints.of(from));
    Integer index = ruleIndexes.get(finding.rule().id());
    if (index != null) {
      result.setRuleIndex(index);
    }
    if (!finding.related().isEmpty()) {
      result.setRelatedLocations(related(finding.related()));
      CodeFlow way = way(finding.related());
      if (way != null) {
        result.setCodeFlows(List.of(way));
      }
    }
    if (suppresses) {
      result.setSuppressions(suppressions(from));
    }
    Set<Fix> fixes = profile.isLimited() ? null : Fixes.of(from, report.sources());
    if (fixes != null) {
      result.setFixes(fixes);
    }
    if (from.state() != null) {
      result.setBaselineState(state(from.state()));
    }
    if (report.bundles().size() > 1) {
      PropertyBag properties = new PropertyBag();
      properties.setAdditionalProperty("bundle", Texts.harmless(from.bundle()));
      result.setProperties(properties);
    }
    return result;
  }

  /**
   * Of an accepted result the one that the baseline or a waiver is; of an open one an empty set:
   * where one result of a run says whether it is suppressed, all have to (SARIF 2.1.0, 3.27.23).
   */
  private Set<Suppression> suppressions(io.headgate.engine.report.Result from) {
    Set<Suppression> suppressions = new LinkedHashSet<>();
    if (from.disposition() instanceof Waiver waiver) {
      suppressions.add(waived(waiver));
    } else if (from.known() && report.baseline() != null) {
      suppressions.add(
          new Suppression()
              .withKind(Suppression.Kind.EXTERNAL)
              .withStatus(Suppression.Status.ACCEPTED)
              .withJustification(
                  Words.sentence("Known by the baseline '" + report.baseline().file() + "'.")));
    }
    return suppressions;
  }

  /** The expiry bears the name that Microsoft's tools for SARIF look for. */
  private static Suppression waived(Waiver waiver) {
    PropertyBag properties = new PropertyBag();
    properties.setAdditionalProperty("approver", Texts.harmless(waiver.approver()));
    properties.setAdditionalProperty("expiryUtc", waiver.until().plusDays(1) + "T00:00:00Z");
    properties.setAdditionalProperty("owner", Texts.harmless(waiver.owner()));
    return new Suppression()
        .withKind(waiver.isInline() ? Suppression.Kind.IN_SOURCE : Suppression.Kind.EXTERNAL)
        .withStatus(Suppression.Status.ACCEPTED)
        .withJustification(
            Words.sentence(
                waiver.reason()
                    + (waiver.reason().endsWith(".") ? "" : ".")
                    + " Owner: "
                    + waiver.owner()
                    + ". Approved by "
                    + waiver.approver()
                    + ". Until "
                    + waiver.until()
                    + "."))
        .withLocation(Locations.of(waiver.place()))
        .withProperties(properties);
  }

  private Location location(Finding finding) {
    Location location = Locations.of(finding.place(), report.sources());
    ResourceRef resource = finding.resource();
    if (resource.kind() == Kind.DOCUMENT) {
      return location;
    }
    String name = Texts.harmless(resource.name());
    Set<LogicalLocation> logical = new LinkedHashSet<>();
    logical.add(
        new LogicalLocation()
            .withName(name)
            .withKind(resource.kind().word())
            .withFullyQualifiedName(resource.kind().word() + "/" + name));
    return location.withLogicalLocations(logical);
  }

  private Set<Location> related(List<Related> related) {
    Set<Location> locations = new LinkedHashSet<>();
    for (Related one : related) {
      if (locations.size() == profile.places()) {
        break;
      }
      locations.add(
          Locations.of(one.place(), report.sources())
              .withId(locations.size() + 1)
              .withMessage(Words.message(one.message())));
    }
    return locations;
  }

  /** The steps among the related places as one thread; null if there are none. */
  private @Nullable CodeFlow way(List<Related> related) {
    List<ThreadFlowLocation> steps = new ArrayList<>();
    for (Related one : related) {
      if (one.step() && steps.size() < profile.places()) {
        steps.add(
            new ThreadFlowLocation()
                .withLocation(
                    Locations.of(one.place(), report.sources())
                        .withMessage(Words.message(one.message()))));
      }
    }
    return steps.isEmpty()
        ? null
        : new CodeFlow().withThreadFlows(List.of(new ThreadFlow().withLocations(steps)));
  }

  private static Result.BaselineState state(State state) {
    return switch (state) {
      case NEW -> Result.BaselineState.NEW;
      case UNCHANGED -> Result.BaselineState.UNCHANGED;
      case ABSENT -> Result.BaselineState.ABSENT;
    };
  }

  private static Result.Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Result.Level.ERROR;
      case WARNING -> Result.Level.WARNING;
      case NOTE -> Result.Level.NOTE;
    };
  }
}
