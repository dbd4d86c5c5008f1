package io.headgate.cli;

import io.headgate.engine.Base;
import io.headgate.engine.drl.Digests;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.pack.LoadedPack;
import io.headgate.engine.pack.OpenPack;
import io.headgate.engine.permit.Evidence;
import io.headgate.engine.permit.Evidence.Input;
import io.headgate.engine.permit.HashedFiles;
import io.headgate.engine.permit.Permit;
import io.headgate.engine.policy.Baseline;
import io.headgate.engine.policy.NamedFile;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.Waivers;
import io.headgate.engine.report.Report;
import io.headgate.spi.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What one judgement rests on, hashed as it is read. Nobody asks for it but the gate and a permit.
 */
final class Grounds {

  private final ParseResult parsed;
  private final List<Own> own = new ArrayList<>();
  private final List<Input> packs = new ArrayList<>();
  private final SortedMap<Input, Optional<Path>> ofBase = new TreeMap<>();
  private @Nullable Scope scope;
  private @Nullable HashedFiles files;
  private @Nullable HashedFiles baseFiles;
  private @Nullable Base base;
  private @Nullable Report report;

  /** One of headgate's own files, as it was read. */
  private record Own(String role, Path file, String sha256) {}

  Grounds(ParseResult parsed) {
    this.parsed = parsed;
  }

  /** Where headgate's own files are looked for, so that they are hashed. */
  Tree tree() {
    return Tree.hashed(this);
  }

  /** Notes one of headgate's own files. */
  void note(String what, Path file, byte[] bytes) {
    own.add(new Own(role(what), file.toAbsolutePath().normalize(), sha256(bytes)));
  }

  /**
   * Notes one of headgate's own files as the base has it: that of the base judges.
   *
   * @param file where it lies; null if Git has it, where nothing changes
   */
  void noteOfBase(String what, String name, @Nullable Path file, byte[] bytes) {
    ofBase.put(
        new Input(Evidence.OF_BASE + role(what), name, "sha256", sha256(bytes)),
        Optional.ofNullable(file));
  }

  private static String role(String what) {
    return what.contains("waivers") ? "waivers" : what;
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }

  /** The files of a scope, hashed as they are read; with the packs that were loaded for it. */
  FileTree hashed(Scope of, FileTree plain) {
    scope = of;
    files = new HashedFiles(plain);
    for (RulePack pack : of.catalog().packs()) {
      if (pack instanceof LoadedPack loaded) {
        packs.add(input(loaded.opened()));
      }
    }
    return files;
  }

  /** The base, hashed unless Git knows it; its paths stay. */
  @Nullable Base hashed(@Nullable Base plain) {
    base = plain;
    if (plain != null && plain.commit() == null) {
      baseFiles = new HashedFiles(plain.files());
      base = new Base(baseFiles, plain.shown(), plain.home());
    }
    return base;
  }

  /** What was said in the end. */
  void judged(Report said) {
    report = said;
  }

  Scope scope() {
    return Objects.requireNonNull(scope);
  }

  @Nullable Base base() {
    return base;
  }

  Report report() {
    return Objects.requireNonNull(report);
  }

  HashedFiles files() {
    return Objects.requireNonNull(files);
  }

  /** Whether each of headgate's own files is as expected. */
  boolean isEach(OwnFile expected) throws IOException {
    for (Own file : own) {
      if (!expected.is(file.file(), file.sha256())) {
        return false;
      }
    }
    return true;
  }

  /** Looks at one of headgate's own files. */
  @FunctionalInterface
  interface OwnFile {

    /** Whether it is as expected. */
    boolean is(Path file, String sha256) throws IOException;
  }

  /** The files that were not the same each time they were read. */
  List<String> unsteady() {
    return new ArrayList<>(files().unsteady());
  }

  /**
   * What the judgement rests on.
   *
   * @throws UserError if something of it cannot be hashed
   */
  Evidence judged() throws IOException {
    List<Input> inputs = new ArrayList<>(packs);
    inputs.addAll(ofBase.keySet());
    for (Own file : own) {
      inputs.add(input(file));
    }
    if (baseFiles != null && base != null) {
      inputs.add(base(baseFiles, base));
    }
    return new Evidence(
        new TreeMap<>(files().digests()), new TreeSet<>(files().directories()), inputs);
  }

  /**
   * The same, from what is there now.
   *
   * @throws UserError if something of it cannot be hashed
   */
  Evidence now() throws IOException {
    Scope looked = scope();
    HashedFiles fresh = fresh(new DiskFiles(looked.root(), looked.paths()), files().directories());
    List<Input> inputs = new ArrayList<>();
    Path policy = policyNow();
    if (policy != null) {
      add(new Own(Evidence.POLICY, policy, ""), inputs);
    }
    for (Own file : own) {
      if (!file.role().equals(Evidence.POLICY)) {
        add(file, inputs);
      }
    }
    if (!ofBase.isEmpty()) {
      // The packs are the base's as well; they were read once, and are in memory.
      ofBaseNow(inputs);
      inputs.addAll(packs);
    } else if (!packs.isEmpty()) {
      packsNow(inputs);
    }
    if (baseFiles != null && base != null) {
      inputs.add(base(fresh(baseFiles.plain(), baseFiles.directories()), base));
    }
    return new Evidence(new TreeMap<>(fresh.digests()), new TreeSet<>(fresh.directories()), inputs);
  }

  /**
   * What there is where a permit says that there was something.
   *
   * @param of as {@link #tree} gave it
   */
  Evidence found(Scope of, Permit permit) throws IOException {
    FileTree plain = new DiskFiles(of.root(), of.paths());
    hashed(of, plain);
    Baseline baseline = of.policy().baseline();
    if (baseline != null) {
      read(baseline.source(), permit);
    }
    Waivers waivers = of.policy().waivers();
    NamedFile file = waivers == null ? null : waivers.file();
    if (file != null) {
      read(file, permit);
    }
    HashedFiles fresh = fresh(plain, permit.evidence().directories());
    List<Input> inputs = new ArrayList<>();
    for (Own each : own) {
      inputs.add(input(each));
    }
    // What it was compared with need not be there any more, nor the packs if they were the base's.
    boolean isByBase = permit.evidence().has(Evidence.OF_BASE + Evidence.POLICY);
    for (Input input : permit.evidence().inputs()) {
      if (input.isOfBase() || (isByBase && input.role().equals(Evidence.PACK))) {
        inputs.add(input);
      }
    }
    if (!isByBase) {
      inputs.addAll(packs);
    }
    return new Evidence(new TreeMap<>(fresh.digests()), new TreeSet<>(fresh.directories()), inputs);
  }

  /** What a permit does not name was left out by an option, and decided nothing. */
  private void read(NamedFile file, Permit permit) throws IOException {
    Path path = NamedFiles.path(scope(), file);
    if (permit.evidence().has(role(file.what())) && Files.isRegularFile(path)) {
      note(file.what(), path, Files.readAllBytes(path));
    }
  }

  static HashedFiles fresh(FileTree plain, Iterable<String> directories) throws IOException {
    HashedFiles fresh = new HashedFiles(plain);
    fresh.expect(fresh.list());
    for (String directory : directories) {
      fresh.in(directory);
    }
    return fresh;
  }

  /** A policy may have come nearer, or into being. */
  private @Nullable Path policyNow() {
    Path given = parsed.matchedOptionValue("--policy", (Path) null);
    if (given != null) {
      return given.toAbsolutePath().normalize();
    }
    List<Path> asked = new ArrayList<>();
    for (Path path : parsed.matchedPositionalValue(0, List.<Path>of())) {
      asked.add(path.toAbsolutePath().normalize());
    }
    return PolicyFile.nearest(Scope.common(asked, Tree.DISK));
  }

  private void add(Own file, List<Input> inputs) throws IOException {
    if (Files.isRegularFile(file.file())) {
      inputs.add(input(new Own(file.role(), file.file(), sha256(Files.readAllBytes(file.file())))));
    }
  }

  private void ofBaseNow(List<Input> inputs) throws IOException {
    for (Map.Entry<Input, Optional<Path>> each : ofBase.entrySet()) {
      Path file = each.getValue().orElse(null);
      Input input = each.getKey();
      if (file == null) {
        inputs.add(input);
      } else if (Files.isRegularFile(file)) {
        inputs.add(
            new Input(
                input.role(), input.name(), input.algorithm(), sha256(Files.readAllBytes(file))));
      }
    }
  }

  private void packsNow(List<Input> inputs) {
    PolicyFile policy = scope().file();
    try {
      for (OpenPack pack :
          FilePacks.open(
              parsed.matchedOptionValue("--pack", List.of()),
              policy,
              policy == null ? List.of() : policy.packs(),
              Tree.DISK)) {
        inputs.add(input(pack));
      }
    } catch (UserError e) {
      // One that cannot be read any more, or is not the pinned one, is not the one that judged.
    }
  }

  private Input input(Own file) {
    return new Input(file.role(), relative(file.file()), "sha256", file.sha256());
  }

  private static Input input(OpenPack pack) {
    return new Input(
        Evidence.PACK,
        pack.id() + "@" + pack.version(),
        pack.isArchive() ? "sha256" : "headgatePack",
        pack.digest());
  }

  private static Input base(HashedFiles hashed, Base base) {
    return new Input(Evidence.BASE, base.shown(), "dirHash", Evidence.dirHash(hashed.digests()));
  }

  private String relative(Path file) {
    Path root = scope().root();
    Path path = Objects.equals(file.getRoot(), root.getRoot()) ? root.relativize(file) : file;
    return path.toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /**
   * Refuses a report or a permit that would become part of what is judged.
   *
   * @param what it is to be, for messages
   */
  void refuseInside(@Nullable Path output, String what) throws IOException {
    if (output == null || (Files.exists(output) && !Files.isRegularFile(output))) {
      return;
    }
    Path absolute = output.toAbsolutePath().normalize();
    Path directory = Objects.requireNonNull(absolute.getParent());
    Path there = directory.toRealPath().resolve(absolute.getFileName());
    for (Path path : scope().paths()) {
      Path real = path.toRealPath();
      if (there.equals(real)
          || (there.startsWith(real) && DiskFiles.isCandidate(there.getFileName().toString()))) {
        throw new UserError(
            "The "
                + what
                + " '"
                + output
                + "' would lie among the files that are judged, and change their digest; write it"
                + " elsewhere, or give it a name that ends otherwise, such as '.permit'.");
      }
    }
    if (there.endsWith(PolicyReader.FILE)) {
      throw new UserError("'" + output + "' is a policy; write the " + what + " elsewhere.");
    }
  }
}
