package io.headgate.engine.init;

import io.headgate.engine.Inspection;
import io.headgate.engine.document.YamlScalar;
import io.headgate.engine.init.BundlePaths.Named;
import io.headgate.engine.init.OwnerGuess.Owner;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A first policy for a repository. The same files give the same text. */
public final class PolicyDraft {

  /** Owners of fewer names would make a finding of most topics. */
  private static final int FEWEST_OWNED_IN_HUNDRED = 80;

  private static final int SHOWN_NAMES = 3;

  private final @Nullable List<Named> bundles;
  private final OwnerGuess owners;
  private final @Nullable NameGuess names;
  private final @Nullable Rule naming;
  private final @Nullable Setting<?> pattern;
  private final List<String> guesses = new ArrayList<>();

  /**
   * A policy for what was found.
   *
   * @param inspection what was found, judged by no policy, all paths relative to where the policy
   *     is to lie
   * @param naming the rule that takes a pattern for the names of topics; null if there is none
   * @param codeowners who owns which files
   */
  public PolicyDraft(Inspection inspection, @Nullable Rule naming, Codeowners codeowners) {
    this.bundles = BundlePaths.of(inspection);
    SortedMap<String, List<Topic>> topics = TopicNames.of(inspection);
    this.owners = OwnerGuess.of(topics, codeowners);
    this.naming = naming;
    this.pattern = naming == null ? null : patternOf(naming);
    this.names = pattern == null ? null : NameGuess.of(topics.keySet());
  }

  private static @Nullable Setting<?> patternOf(Rule rule) {
    for (Setting<?> setting : rule.settings()) {
      if (setting.type() == Setting.Type.PATTERN) {
        return setting;
      }
    }
    return null;
  }

  /** What of the text is guessed, each in a line; of the text that was written last. */
  public List<String> guesses() {
    return List.copyOf(guesses);
  }

  /**
   * The text of the policy.
   *
   * @param baseline whether it is to name a baseline, or only to show how
   */
  public String text(boolean baseline) {
    guesses.clear();
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # The policy of this repository. Written by 'headgate init' from what the files tell: whatever is marked as a guess,
        # mend it or take the mark away. 'headgate rules' lists the rules, 'headgate explain RULE' says why one is there.
        version: 1
        """);
    SortedSet<String> environments = bundles(out);
    environments(environments, out);
    owners(out);
    naming(out);
    out.append(
        """

        # What exists although no file here declares it; * stands for any characters.
        # external:
        #   principals: ["User:svc-*"]
        #   topics: [_schemas]
        #   groups: [reporting-*]

        """);
    if (baseline) {
      out.append(
          "# What was found when this was written does not close the gate; everything new does.\n");
      out.append("baseline: ").append(PolicyReader.BASELINE).append('\n');
    } else {
      out.append(
          "# There was nothing to find when this was written. Should a new rule or version find"
              + " more than can be mended at\n");
      out.append(
          "# once, take the mark away and run 'headgate baseline .': what is known does not close"
              + " the gate.\n");
      out.append("# baseline: ").append(PolicyReader.BASELINE).append('\n');
    }
    out.append(
        """

        # The lightest finding that closes the gate: error, warning or note.
        gate:
          fail-on: error
        """);
    return out.toString();
  }

  private SortedSet<String> bundles(StringBuilder out) {
    SortedSet<String> environments = new TreeSet<>();
    if (bundles == null) {
      out.append(
          """

          # What is judged together. A policy cannot name the paths here well, so each landscape found is a bundle of its own.
          # bundles:
          # - path: prod
          #   environment: prod
          """);
      return environments;
    }
    out.append(
        """

        # What is judged together. A file that lies in none of these paths is not judged.
        bundles:
        """);
    for (Named bundle : bundles) {
      if (bundle.paths().size() == 1) {
        out.append("- path: ").append(YamlScalar.of(bundle.paths().get(0))).append('\n');
      } else {
        out.append("- paths:\n");
        for (String path : bundle.paths()) {
          out.append("  - ").append(YamlScalar.of(path)).append('\n');
        }
      }
      if (!bundle.paths().get(0).equals(bundle.name())) {
        out.append("  name: ").append(YamlScalar.of(bundle.name())).append('\n');
      }
      EnvironmentWords.Found found = bundle.environment();
      if (found == null) {
        out.append("  # environment: prod    # no directory tells which it is\n");
      } else {
        out.append("  environment: ").append(found.word()).append("    # a guess: ");
        out.append("by the directory '").append(YamlScalar.comment(found.directory()));
        out.append("'\n");
        environments.add(found.word());
      }
    }
    if (!environments.isEmpty()) {
      guesses.add(
          (environments.size() == 1 ? "the environment " : "the environments ")
              + String.join(", ", environments)
              + ", by the names of directories");
    }
    return environments;
  }

  private static void environments(SortedSet<String> found, StringBuilder out) {
    out.append("\n# What is true of each environment. Uncomment what you know: rules follow it.\n");
    out.append("# environments:\n");
    for (String name : found.isEmpty() ? List.of("prod") : found) {
      out.append("#   ").append(name).append(":\n");
      out.append("#     kafka-version: \"4.1\"\n");
      if (name.startsWith("dev") || name.equals("sandbox") || name.equals("local")) {
        out.append(
            "#     profile: dev    # durability, availability, alerts and limits are notes\n");
      } else {
        out.append("#     broker-defaults: {min.insync.replicas: \"2\"}\n");
      }
    }
  }

  private void owners(StringBuilder out) {
    if (owners.owners().isEmpty()) {
      out.append(
          """

          # Who owns which names. Nothing here tells.
          # owners:
          # - team: payments
          #   prefixes: [payments.]
          #   principals: ["User:svc-payments-*"]
          """);
      return;
    }
    boolean most = owners.owned() * 100 >= owners.all() * FEWEST_OWNED_IN_HUNDRED;
    String mark = most ? "" : "# ";
    out.append("\n# Who owns which names: ").append(owners.owned()).append(" of ");
    out.append(owners.all()).append(" topics begin with one of these prefixes.\n");
    out.append(
        most
            ? "# Name the principals of a team too, and rules judge who may touch what.\n"
            : "# Complete it before you uncomment it: then a topic without an owner is a"
                + " finding.\n");
    out.append(mark).append("owners:\n");
    Map<String, List<Owner>> teams = new LinkedHashMap<>();
    for (Owner owner : owners.owners()) {
      teams.computeIfAbsent(owner.team(), key -> new ArrayList<>()).add(owner);
    }
    for (Map.Entry<String, List<Owner>> team : teams.entrySet()) {
      out.append(mark).append("- team: ").append(YamlScalar.of(team.getKey())).append('\n');
      out.append(mark).append("  prefixes:\n");
      for (Owner owner : team.getValue()) {
        out.append(mark).append("  - ").append(YamlScalar.of(owner.prefix()));
        out.append("    # a guess: ").append(YamlScalar.comment(owner.evidence())).append('\n');
      }
    }
    guesses.add(
        (teams.size() == 1 ? "the owner " : "the owners ")
            + YamlScalar.comment(String.join(", ", teams.keySet()))
            + ", of "
            + owners.owned()
            + " of "
            + owners.all()
            + " topics"
            + (most ? "" : " (too few of them: left as a comment)"));
  }

  private void naming(StringBuilder out) {
    if (names == null || naming == null || pattern == null) {
      return;
    }
    out.append("\nrules:\n  ").append(naming.id()).append(":\n    settings:\n");
    out.append("      # a guess: ").append(names.words()).append(".\n      # ");
    out.append(names.matching()).append(" of ").append(names.all()).append(" names follow it");
    if (!names.others().isEmpty()) {
      int shown = Math.min(SHOWN_NAMES, names.others().size());
      out.append(", but not ").append(String.join(", ", names.others().subList(0, shown)));
      out.append(
          shown < names.others().size() ? " and " + (names.others().size() - shown) + " more" : "");
    }
    out.append(".\n");
    out.append("      ").append(pattern.name()).append(": '").append(names.pattern()).append("'\n");
    guesses.add(
        "how topics are called: "
            + names.words()
            + " ("
            + names.matching()
            + " of "
            + names.all()
            + ")");
  }
}
