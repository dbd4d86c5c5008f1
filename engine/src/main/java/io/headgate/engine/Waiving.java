package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.policy.InlineWaivers;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Finding;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.ResourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waives what the policy's waivers are about, and says what is wrong with them. */
final class Waiving {

  private final Policy policy;
  private final Waivers waivers;
  private final @Nullable Base base;
  private final List<Use> uses = new ArrayList<>();
  private final Map<String, List<Use>> byRule = new HashMap<>();
  private final Map<String, String> environments = new HashMap<>();
  private final List<String> judged = new ArrayList<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final Map<String, Map<Integer, List<Use>>> beside = new HashMap<>();

  /** What becomes of one waiver. */
  private static final class Use {
    private final Waiver waiver;
    private int findings;
    private int resources;

    Use(Waiver waiver) {
      this.waiver = waiver;
    }
  }

  private Waiving(Policy policy, Waivers waivers, @Nullable Base base) {
    this.policy = policy;
    this.waivers = waivers;
    this.base = base;
    for (Waiver waiver : waivers.entries()) {
      Use use = new Use(waiver);
      uses.add(use);
      byRule.computeIfAbsent(waiver.rule(), id -> new ArrayList<>()).add(use);
    }
  }

  /**
   * For a policy that says something about waivers, if somebody has read them; or null.
   *
   * @param base where the files come from if they are those before the change; otherwise null
   */
  static @Nullable Waiving of(Policy policy, @Nullable Base base) {
    Waivers waivers = policy.waivers();
    return waivers == null || waivers.today() == null ? null : new Waiving(policy, waivers, base);
  }

  /** Sees what a bundle declares. */
  void look(Group group, Bundle bundle) {
    environments.put(group.name(), group.environment());
    for (ReadFile file : group.files()) {
      paths.add(base == null ? file.file() : base.shown(file.file()));
    }
    judged.add(group.name());
    for (Use use : uses) {
      // One name is not broad, whatever it is about.
      if (use.waiver.scope().resource().indexOf('*') >= 0
          && waivers.isWithin(use.waiver, group.name(), group.environment())) {
        for (Resource resource : bundle.resources()) {
          use.resources += waivers.names(use.waiver, resource.ref()) ? 1 : 0;
        }
      }
    }
  }

  /**
   * Marks what is waived, and adds what is wrong with waivers. To be asked once, when all bundles
   * have been seen.
   *
   * @param results all results
   * @param all whether no bundle was left out by the name of its environment
   * @param files the files of the run
   * @param catalog its rules
   * @return in the order of the report
   * @throws UserError with all mistakes in waivers that stand in comments; those of the base are
   *     nobody's to mend any more, and waive nothing
   */
  List<Result> over(List<Result> results, boolean all, FileTree files, Catalog catalog) {
    if (waivers.inline()) {
      for (Result result : results) {
        paths.add(result.finding().place().file());
      }
      readBeside(files, catalog);
    }
    List<Result> marked = new ArrayList<>(results.size());
    for (Result result : results) {
      Waiver waiver = waiver(result);
      marked.add(waiver == null ? result : result.as(waiver));
    }
    for (Use use : uses) {
      judge(use, all, marked);
    }
    Collections.sort(marked);
    return marked;
  }

  /** The first waiver that holds for a result; null if there is none. */
  private @Nullable Waiver waiver(Result result) {
    String environment = environments.getOrDefault(result.bundle(), "");
    Waiver first = null;
    for (Use use : byRule.getOrDefault(result.finding().rule().id(), List.of())) {
      if (waivers.isAbout(use.waiver, result, environment)) {
        use.findings++;
        first = first == null && !waivers.isExpired(use.waiver) ? use.waiver : first;
      }
    }
    Place place = result.finding().place();
    if (result.finding().rule().equals(CoreRules.POLICY_WEAKENED)) {
      return first; // Who may change a file may write a comment into it.
    }
    for (Use use :
        beside.getOrDefault(place.file(), Map.of()).getOrDefault(place.startLine(), List.of())) {
      if (use.waiver.rule().equals(result.finding().rule().id())) {
        use.findings++;
        first = first == null && !waivers.isExpired(use.waiver) ? use.waiver : first;
      }
    }
    return first;
  }

  /** Reads the files once more, for their comments: the trees of their documents have none. */
  private void readBeside(FileTree files, Catalog catalog) {
    InlineWaivers inline = new InlineWaivers(waivers, catalog);
    for (String path : paths) {
      if (path.endsWith(".json") || path.endsWith(".avsc")) {
        continue; // JSON has no comments.
      }
      String text;
      try {
        text = new String(files.read(path, Limits.FILE_BYTES), StandardCharsets.UTF_8);
      } catch (IOException e) {
        continue; // Such as a file of the base, or one that is gone: no comment, no waiver.
      }
      Map<Integer, List<Use>> byLine = new HashMap<>();
      inline
          .read(new SourceText(path, text.startsWith("\uFEFF") ? text.substring(1) : text))
          .forEach(
              (line, read) -> {
                for (Waiver waiver : read) {
                  Use use = new Use(waiver);
                  uses.add(use);
                  byLine.computeIfAbsent(line, number -> new ArrayList<>()).add(use);
                }
              });
      beside.put(path, byLine);
    }
    if (base == null) {
      inline.stopAtMistakes();
    }
  }

  private void judge(Use use, boolean all, List<Result> results) {
    Waiver waiver = use.waiver;
    String what =
        "The waiver of '"
            + waiver.rule()
            + (waiver.isInline() ? "' here" : "' for '" + waiver.scope() + "'");
    long days = ChronoUnit.DAYS.between(waivers.day(), waiver.until());
    if (days < 0) {
      say(
          CoreRules.WAIVER_EXPIRED,
          waiver,
          what
              + " expired on "
              + waiver.until()
              + (use.findings == 0
                  ? ", and nothing that it is about is found. Take it out."
                  : ", so "
                      + found(use.findings, " is", " are")
                      + " open again. Mend what is found, which is for "
                      + waiver.owner()
                      + " to do, or have a later day approved."),
          results);
      return;
    }
    if (use.findings == 0 && waivers.sees(waiver, judged, all)) {
      say(
          CoreRules.WAIVER_UNUSED,
          waiver,
          what + " waives nothing, for nothing of the kind is found. Take it out.",
          results);
    }
    if (use.findings > 0 && days <= number(CoreRules.WAIVER_EXPIRING, CoreRules.DAYS)) {
      say(
          CoreRules.WAIVER_EXPIRING,
          waiver,
          what
              + " holds until "
              + waiver.until()
              + (days == 0 ? ", today" : days == 1 ? ", one more day" : ", " + days + " more days")
              + "; from then on "
              + found(use.findings, " is", " are")
              + " open again. Mend what is found, which is for "
              + waiver.owner()
              + " to do, or have a later day approved.",
          results);
    }
    long most = number(CoreRules.WAIVER_OVER_BROAD, CoreRules.MOST_RESOURCES);
    if (use.resources > most) {
      say(
          CoreRules.WAIVER_OVER_BROAD,
          waiver,
          what
              + " is about "
              + use.resources
              + " resources, above "
              + most
              + ", and about each new one of that name. Name fewer of them, or let the policy turn"
              + " the rule off or lighter.",
          results);
    }
  }

  private static String found(int findings, String one, String many) {
    return findings == 1 ? "one finding" + one : findings + " findings" + many;
  }

  private long number(Rule rule, Setting<Long> setting) {
    return Settings.of(policy.rule(rule, "").settings()).get(setting);
  }

  private void say(Rule rule, Waiver waiver, String message, List<Result> results) {
    RuleConfig config = policy.rule(rule, "");
    if (!Boolean.TRUE.equals(config.off())) {
      results.add(
          new Result(
              new Finding(
                  rule,
                  new ResourceRef(Kind.DOCUMENT, waiver.place().file()),
                  waiver.rule() + " " + waiver.scope(),
                  waiver.place(),
                  message,
                  List.of()),
              Objects.requireNonNullElse(config.severity(), rule.severity()),
              "."));
    }
  }
}
