package io.headgate.cli;

import io.headgate.delivery.watch.WatchSettings;
import io.headgate.engine.drl.Digests;
import io.headgate.engine.error.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** What the command line of {@code headgate watch} says. */
final class WatchOptions {

  private static final String HEADS = "refs/heads/";

  private WatchOptions() {}

  /** What to watch, and how. */
  static WatchSettings settings(ParseResult parsed, Terminal terminal) {
    String repository = address(parsed.matchedPositionalValue(0, ""));
    String branch = parsed.matchedOptionValue("--branch", "main");
    branch = branch.startsWith("refs/") ? branch : HEADS + branch;
    String approved = parsed.matchedOptionValue("--approved", "refs/heads/approved");
    approved = approved.startsWith("refs/") ? approved : HEADS + approved;
    String notes = parsed.matchedOptionValue("--notes", "refs/notes/headgate");
    notes = notes.startsWith("refs/") ? notes : "refs/notes/" + notes;
    for (String reference : List.of(branch, approved, notes)) {
      refuseNoReference(reference);
    }
    if (branch.equals(approved)) {
      throw new UserError(
          "'--approved' and '--branch' are both '"
              + branch
              + "'; what is pushed to the one would"
              + " be applied before anybody has judged it.");
    }
    String trusted = parsed.matchedOptionValue("--trust", (String) null);
    if (trusted != null && !isId(trusted)) {
      throw new UserError(
          "'--trust' takes the whole id of a commit, but was given '" + trusted + "'.");
    }
    Path given = parsed.matchedOptionValue("--work-dir", (Path) null);
    return new WatchSettings(
        repository,
        branch,
        approved,
        notes,
        given == null
            ? usual(String.join(" ", repository, branch, approved), terminal)
            : given.toAbsolutePath().normalize(),
        !parsed.hasMatchedOption("--no-push"),
        parsed.hasMatchedOption("--allow-rewrite"),
        trusted,
        Duration.ofSeconds(seconds(parsed, "--time-limit", 120)));
  }

  private static boolean isId(String text) {
    boolean isId = text.length() == 40 || text.length() == 64;
    for (int i = 0; i < text.length(); i++) {
      isId &= "0123456789abcdef".indexOf(text.charAt(i)) >= 0;
    }
    return isId;
  }

  /** A path counts from here, and git is run elsewhere. */
  private static String address(String given) {
    if (given.isEmpty() || given.startsWith("-") || given.indexOf('\n') >= 0) {
      throw new UserError("'" + given + "' is no address of a repository.");
    }
    int colon = given.indexOf(':');
    int slash = given.indexOf('/');
    boolean isAddress = colon > 0 && (slash < 0 || colon < slash);
    return isAddress && !Files.exists(Path.of(given))
        ? given
        : Path.of(given).toAbsolutePath().normalize().toString();
  }

  /** What git-check-ref-format(1) refuses, as far as it could be taken for something else. */
  private static void refuseNoReference(String name) {
    boolean isName = name.startsWith("refs/") && !name.contains("..") && !name.endsWith("/");
    for (int i = 0; i < name.length(); i++) {
      isName &= name.charAt(i) > ' ' && "~^:?*[\\\u007f".indexOf(name.charAt(i)) < 0;
    }
    if (!isName) {
      throw new UserError("'" + name + "' is no name of a reference.");
    }
  }

  private static Path usual(String target, Terminal terminal) {
    Path cache = PackTools.cache(terminal.environment());
    if (cache == null) {
      throw new UserError("There is no home directory; say with '--work-dir' where to work.");
    }
    byte[] digest = Digests.sha256().digest(target.getBytes(StandardCharsets.UTF_8));
    return cache.resolve("watch").resolve(HexFormat.of().formatHex(digest, 0, 8));
  }

  /** A number of seconds. */
  static int seconds(ParseResult parsed, String name, int value) {
    int seconds = parsed.matchedOptionValue(name, value);
    if (seconds < 1 || seconds > 86_400) {
      throw new UserError(
          "'" + name + "' takes 1 to 86400 seconds, but was given '" + seconds + "'.");
    }
    return seconds;
  }

  /** The paths inside of the repository. */
  static List<Path> paths(ParseResult parsed) {
    List<Path> paths = new ArrayList<>();
    for (Path path : parsed.matchedPositionalValue(1, List.<Path>of())) {
      Path normal = path.normalize();
      if (normal.isAbsolute() || normal.startsWith("..")) {
        throw new UserError("'" + path + "' leads out of the repository; give a path inside.");
      }
      paths.add(normal);
    }
    return paths;
  }

  /** Where to say how things stand. */
  static List<ReportTarget> targets(ParseResult parsed) {
    List<ReportTarget> targets = new ArrayList<>();
    for (String text : parsed.matchedOptionValue("--status", List.of("text"))) {
      if (text.endsWith("=")) {
        throw new UserError("'--status " + text + "' names no file.");
      }
      targets.add(ReportTarget.parse(text, WatchCommand.FORMATS));
    }
    targets.forEach(ReportTarget::refuseUnwritable);
    return targets;
  }
}
