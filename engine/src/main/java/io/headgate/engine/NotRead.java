package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Sign;
import io.headgate.engine.dialect.SkippedFile;
import io.headgate.engine.error.NothingToJudge;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Intake;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of the files of a run was read, what was not, and what is to be said about that. */
final class NotRead {

  /** By this file a snapshot is known. */
  private static final String SNAPSHOT = LiveState.OWN + "/cluster.yaml";

  private NotRead() {}

  /**
   * What became of the files.
   *
   * @param loaded those of them that ought to belong to a bundle
   */
  static Intake intake(List<Group> groups, List<SkippedFile> skipped, List<ReadFile> loaded) {
    Map<String, Integer> byDialect = new TreeMap<>();
    Map<String, Integer> notRead = new TreeMap<>();
    int notUnderstood = 0;
    for (Group group : groups) {
      for (ReadFile file : group.files()) {
        for (Dialect dialect : file.dialects()) {
          count(byDialect, dialect.name(), 1);
        }
        for (Map.Entry<String, Integer> kind : file.notRead().entrySet()) {
          count(notRead, kind.getKey(), kind.getValue());
        }
        notUnderstood += file.unread().isEmpty() ? 0 : 1;
      }
    }
    for (SkippedFile file : skipped) {
      notUnderstood += file.signs().isEmpty() ? 0 : 1;
    }
    return new Intake(
        byDialect, notRead, skipped.size(), inNoBundle(groups, loaded), notUnderstood);
  }

  private static int inNoBundle(List<Group> groups, List<ReadFile> loaded) {
    Set<String> judged = new HashSet<>();
    for (Group group : groups) {
      for (ReadFile file : group.files()) {
        judged.add(file.file());
      }
    }
    int others = 0;
    for (ReadFile file : loaded) {
      others += judged.contains(file.file()) ? 0 : 1;
    }
    return others;
  }

  private static void count(Map<String, Integer> counts, String name, int more) {
    Integer known = counts.get(name);
    counts.put(name, known == null ? more : known + more);
  }

  /**
   * The findings about what looks like Kafka and was not understood, by the name of the bundle that
   * it belongs to or lies nearest to.
   */
  static Map<String, List<Finding>> findings(List<Group> groups, List<SkippedFile> skipped) {
    Map<String, List<Finding>> findings = new HashMap<>();
    for (Group group : groups) {
      for (ReadFile file : group.files()) {
        for (Sign sign : file.unread()) {
          add(group, file.file(), sign, findings);
        }
      }
    }
    for (SkippedFile file : skipped) {
      for (Sign sign : file.signs()) {
        add(nearest(file.file(), groups), file.file(), sign, findings);
      }
    }
    return findings;
  }

  private static void add(
      Group group, String file, Sign sign, Map<String, List<Finding>> findings) {
    findings
        .computeIfAbsent(group.name(), name -> new ArrayList<>())
        .add(
            new Finding(
                CoreRules.UNKNOWN_DIALECT,
                new ResourceRef(Kind.DOCUMENT, file),
                "",
                sign.place(),
                "This looks like "
                    + sign.what()
                    + ", which headgate does not read, so no rule has looked at it. Keep it out of"
                    + " the given paths, or check without --strict-inputs.",
                List.of()));
  }

  /** The group with a file in the deepest directory around a file; the first one if none is. */
  private static Group nearest(String file, List<Group> groups) {
    for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
      String directory = file.substring(0, slash + 1);
      for (Group group : groups) {
        for (ReadFile other : group.files()) {
          if (other.file().startsWith(directory)) {
            return group;
          }
        }
      }
    }
    return groups.get(0);
  }

  /** For the message that there is nothing to judge; empty if nothing looks like Kafka. */
  static String hint(List<SkippedFile> skipped) {
    for (SkippedFile file : skipped) {
      if (!file.signs().isEmpty()) {
        Sign sign = file.signs().get(0);
        return " "
            + sign.place()
            + " looks like "
            + sign.what()
            + ", which headgate does not read; 'headgate inspect' shows what was skipped and why.";
      }
    }
    return "";
  }

  /** The directory of the snapshot that a group is read from, with a slash at its end; or null. */
  static @Nullable String snapshot(Group group, List<SkippedFile> skipped) {
    for (SkippedFile file : skipped) {
      if (file.file().endsWith(SNAPSHOT)) {
        String directory = file.file().substring(0, file.file().length() - SNAPSHOT.length());
        boolean isIts = directory.isEmpty() || directory.endsWith("/");
        for (ReadFile own : group.files()) {
          isIts &= own.file().startsWith(directory);
        }
        if (isIts) {
          return directory;
        }
      }
    }
    return null;
  }

  /** What to say where a run has no bundle. */
  static UserError nothing(Run run, Loader.Loaded loaded) {
    String environment = run.environment();
    if (!environment.isEmpty() && !run.policy().bundles().isEmpty() && !loaded.files().isEmpty()) {
      return new UserError(
          "The policy has no bundle with files for the environment '" + environment + "'.");
    }
    return new NothingToJudge(
        "Nothing to judge: none of the "
            + (loaded.skipped().size() + loaded.files().size())
            + " YAML, JSON, schema and properties files there belongs to a Kafka landscape that"
            + " headgate reads."
            + hint(loaded.skipped()));
  }
}
