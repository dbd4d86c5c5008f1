package io.headgate.cli;

import io.headgate.delivery.watch.CommitJudge;
import io.headgate.delivery.watch.Judgement;
import io.headgate.engine.Base;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.drl.Digests;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.git.GitFiles;
import io.headgate.engine.files.git.Repository;
import io.headgate.engine.permit.Evidence;
import io.headgate.engine.permit.Permit;
import io.headgate.engine.permit.PermitReader;
import io.headgate.engine.permit.PermitWriter;
import io.headgate.engine.policy.NamedFile;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Reporter;
import io.headgate.engine.report.json.JsonReporter;
import io.headgate.engine.report.text.TextReporter;
import io.headgate.spi.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Judges commits of a repository that is checked out nowhere, as a check judges a directory. */
final class WatchJudge implements CommitJudge {

  private static final String NEW_ONLY = "--new-only";

  /** What of the command line decides, besides the files that it names. */
  private static final List<String> OPTIONS =
      List.of("--environment", "--fail-on", NEW_ONLY, "--strict-inputs");

  private final List<Path> paths;
  private final Packs packs;
  private final ParseResult parsed;
  private final Terminal terminal;

  /**
   * A judge.
   *
   * @param paths relative to the top of the repository; empty for all of it
   */
  WatchJudge(List<Path> paths, Packs packs, ParseResult parsed, Terminal terminal) {
    this.paths = List.copyOf(paths);
    this.packs = packs;
    this.parsed = parsed;
    this.terminal = terminal;
  }

  @Override
  public String grounds() throws IOException {
    MessageDigest digest = Digests.sha256();
    add(digest, Main.version());
    // Waivers run out.
    add(digest, WaiverFile.today().toString());
    for (String option : OPTIONS) {
      add(digest, option + "=" + parsed.matchedOptionValue(option, "").toString());
    }
    for (Path path : paths) {
      add(digest, path.toString());
    }
    Path policy = parsed.matchedOptionValue("--policy", (Path) null);
    if (policy != null) {
      addPolicy(digest, policy);
    }
    for (Path pack : parsed.matchedOptionValue("--pack", List.<Path>of())) {
      add(digest, FilePacks.open(pack).digest());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /** A policy from outside of the repository, with what it names beside it. */
  private void addPolicy(MessageDigest digest, Path policy) throws IOException {
    Path working = Path.of("").toAbsolutePath().normalize();
    PolicyFile file = PolicyFile.read(policy, working);
    add(digest, file.source().text());
    Policy read = file.policy(packs.catalog(parsed, file, terminal.environment()));
    List<NamedFile> named = new ArrayList<>();
    if (read.baseline() != null) {
      named.add(read.baseline().source());
    }
    Waivers waivers = read.waivers();
    if (waivers != null && waivers.file() != null) {
      named.add(Objects.requireNonNull(waivers.file()));
    }
    for (NamedFile each : named) {
      Path path = file.directory().resolve(each.name()).normalize();
      digest.update(Files.exists(path) ? Files.readAllBytes(path) : new byte[0]);
    }
  }

  @Override
  public Judgement judge(Path directory, String commit, @Nullable String baseCommit)
      throws IOException {
    Repository repository = new Repository(directory, false);
    Grounds grounds = new Grounds(parsed);
    try (GitFiles files = GitFiles.of(repository, commit);
        GitFiles baseFiles = GitFiles.of(repository, baseCommit == null ? commit : baseCommit)) {
      BasePolicy.Judging judging =
          judging(repository, files, commit, baseFiles, baseCommit, grounds);
      Scope scope = judging.scope();
      Policy policy = CheckCommand.policy(scope, baseCommit != null, parsed);
      FileTree hashed = grounds.hashed(scope, Staged.files(files, scope));
      Base base = grounds.hashed(judging.base());
      Report report =
          new Run(
                  hashed,
                  base,
                  scope.catalog(),
                  policy,
                  environment(),
                  CheckCommand.severity(parsed.matchedOptionValue("--fail-on", (String) null)),
                  rule -> true,
                  Progress.NONE)
              .with(
                  new Run.Terms(
                      parsed.hasMatchedOption("--strict-inputs"),
                      base != null && parsed.hasMatchedOption(NEW_ONLY),
                      judging.change()))
              .report();
      grounds.judged(report);
      return judgement(report, grounds, commit);
    }
  }

  /** What is looked at of a commit, and by whose policy. */
  private BasePolicy.Judging judging(
      Repository repository,
      GitFiles files,
      String commit,
      GitFiles baseFiles,
      @Nullable String baseCommit,
      Grounds grounds) {
    Tree tree = Tree.judged(repository, files, grounds);
    List<Path> asked = asked(repository, files, commit);
    if (baseCommit == null) {
      Scope scope = Scope.of(asked, packs, parsed, terminal.environment(), tree);
      return new BasePolicy.Judging(scope, null, null);
    }
    BaseState base = new BaseRevision(repository, baseCommit, baseFiles, grounds);
    return BasePolicy.of(base, asked, packs, parsed, terminal, tree);
  }

  @Override
  public void warmUp(Path repository, String commit) {
    try {
      Objects.requireNonNull(judge(repository, commit, commit));
    } catch (IOException | RuntimeException e) {
      // Who judges for real will hear of it.
    }
  }

  private String environment() {
    return parsed.matchedOptionValue("--environment", "");
  }

  /** The paths as if the commit were checked out. */
  private List<Path> asked(Repository repository, GitFiles files, String commit) {
    List<Path> asked = new ArrayList<>();
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      Path there = repository.top().resolve(path).normalize();
      if (!files.has(repository.inside(there))) {
        throw new UserError(
            "Commit " + Repository.shown(commit) + " has no file or directory '" + path + "'.");
      }
      asked.add(there);
    }
    return asked;
  }

  private Judgement judgement(Report report, Grounds grounds, String commit) throws IOException {
    Judgement.Verdict verdict =
        !report.failures().isEmpty()
            ? Judgement.Verdict.NONE
            : report.verdict() == io.headgate.engine.report.Verdict.OPEN
                ? Judgement.Verdict.OPEN
                : Judgement.Verdict.CLOSED;
    String permit = null;
    if (verdict == Judgement.Verdict.OPEN) {
      Permit given = PermitFile.of(grounds, grounds.judged(), commit, parsed, terminal);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PermitWriter.write(given, out);
      permit = out.toString(StandardCharsets.UTF_8);
    }
    return new Judgement(
        verdict,
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.count(Severity.NOTE),
        text(report, new TextReporter(false)),
        text(report, new JsonReporter()),
        permit);
  }

  private static String text(Report report, Reporter reporter) throws IOException {
    StringWriter out = new StringWriter();
    reporter.write(report, out);
    return out.toString();
  }

  @Override
  public boolean isOwn(String permit) {
    try {
      return PermitReader.read("permit", permit).terms().environment().equals(environment());
    } catch (UserError e) {
      return false;
    }
  }

  @Override
  public List<String> against(Path directory, String commit, String text) throws IOException {
    try {
      Permit permit = PermitReader.read("The note", text);
      List<String> against = new ArrayList<>();
      if (!permit.open() || !permit.commit().equals(commit)) {
        against.add("it is for another commit.");
      } else if (!permit.terms().environment().equals(environment())) {
        against.add("it is for the environment '" + permit.terms().environment() + "'.");
      } else if (permit.terms().options().contains("new-only")
          && !parsed.hasMatchedOption(NEW_ONLY)) {
        against.add("only what was new was weighed.");
      } else if (!dirHash(directory, commit, permit).equals(permit.evidence().dirHash())) {
        against.add("it is for other files.");
      }
      return against;
    } catch (UserError e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** The digest of what would be looked at if the commit were judged as it was for a permit. */
  private String dirHash(Path directory, String commit, Permit permit) throws IOException {
    Repository repository = new Repository(directory, false);
    String base = permit.base().isEmpty() ? null : permit.base();
    try (GitFiles files = GitFiles.of(repository, commit);
        GitFiles baseFiles = GitFiles.of(repository, base == null ? commit : base)) {
      Grounds unheard = new Grounds(parsed);
      Scope scope = judging(repository, files, commit, baseFiles, base, unheard).scope();
      FileTree there = Staged.files(files, scope);
      return Evidence.dirHash(Grounds.fresh(there, permit.evidence().directories()).digests());
    }
  }
}
