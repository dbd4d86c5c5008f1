package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.cli.Installation.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher and the archives that it keeps, on a copy of the distribution. */
class LauncherIT {

  private static final String MAKING =
      "headgate: making an archive for fast starts, once for each build of headgate and each JVM.\n";
  private static final Map<String, String> WITHOUT_ARCHIVE = Map.of("HEADGATE_ARCHIVE", "off");

  @TempDir Path directory;
  private Installation headgate;
  private String version;

  @BeforeEach
  void install() throws IOException, InterruptedException {
    headgate = Installation.in(directory, Installation.javaHomes().get(0));
    Outcome outcome = headgate.run(WITHOUT_ARCHIVE, "--version");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    version = outcome.out();
  }

  static List<Path> javaHomes() {
    return Installation.javaHomes();
  }

  @ParameterizedTest
  @MethodSource("javaHomes")
  void neverRunsTheClassesOfAnEarlierBuild(Path javaHome) throws IOException, InterruptedException {
    Installation other = Installation.in(directory.resolve("other"), javaHome);
    assertThat(other.run("--version")).isEqualTo(new Outcome(0, version, MAKING));
    assertThat(other.run("--version")).isEqualTo(new Outcome(0, version, ""));
    Path archive = other.archive();

    other.become("another build");

    assertThat(other.run("--version").out()).isEqualTo("another build\n");
    assertThat(other.run("--version")).isEqualTo(new Outcome(0, "another build\n", ""));
    assertThat(archive).doesNotExist();
  }

  @Test
  void makesTheArchiveOnTheFirstRunAndForTheUserAlone() throws IOException, InterruptedException {
    String bundle = bundle().toString();
    Outcome first = headgate.run("check", bundle);
    assertThat(first.err()).isEqualTo(MAKING);
    assertThat(first.out()).contains("1 resource").doesNotContain("archive");
    assertThat(headgate.run("check", bundle)).isEqualTo(new Outcome(first.code(), first.out(), ""));

    try (Stream<Path> paths = Files.walk(headgate.cache())) {
      assertThat(paths.filter(Files::isDirectory))
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo("rwx------"));
    }
    assertThat(headgate.cached()).hasSize(2);
  }

  @Test
  void keepsDroolsOutOfTheArchiveOfRunsWithoutPacks() throws IOException, InterruptedException {
    String bundle = bundle().toString();
    headgate.run("check", bundle);
    Path plain = headgate.archive();
    String with = "headgate: making an archive for fast starts with rule packs,";
    String pack = headgate.jar().resolveSibling("packs/gdpr.zip").toString();

    Outcome first = headgate.run("check", bundle, "--pack", pack);
    assertThat(first.err()).startsWith(with).hasLineCount(1);
    assertThat(first.code()).isZero();
    Path policy =
        Files.writeString(Path.of(bundle, "headgate.yaml"), "version: 1\npacks: [gdpr]\n");
    Outcome named = headgate.run(Map.of("HEADGATE_TRACE", "1"), "check", bundle);
    Files.delete(policy);
    Outcome none = headgate.run(Map.of("HEADGATE_TRACE", "1"), "check", bundle);

    Path packs = plain.resolveSibling("packs").resolve(plain.getFileName());
    assertThat(named.err()).contains(packs.toString()).doesNotContain(with);
    assertThat(none.err()).contains(plain.toString()).doesNotContain(packs.toString());
    assertThat(Files.size(packs)).isGreaterThan(Files.size(plain) + (4 << 20));
    assertThat(Files.readString(packs, StandardCharsets.ISO_8859_1)).contains("org/drools/core");
    assertThat(Files.readString(plain, StandardCharsets.ISO_8859_1)).doesNotContain("org/drools/");
  }

  @Test
  void replacesADamagedArchive() throws IOException, InterruptedException {
    headgate.run("--version");
    byte[] whole = Files.readAllBytes(headgate.archive());
    Path archive = headgate.archive();
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    assertThat(headgate.run("--version")).isEqualTo(new Outcome(0, version, MAKING));
    assertThat(headgate.archive()).isEqualTo(archive);
    assertThat(Files.size(archive)).isGreaterThan(whole.length / 2);
  }

  @Test
  void recognisesACopiedArchiveByItsContents() throws IOException, InterruptedException {
    headgate.run("--version");
    Path archive = headgate.archive();
    Path copy = archive.resolveSibling("copy");
    Files.copy(archive, copy);
    Files.move(copy, archive, StandardCopyOption.REPLACE_EXISTING);

    Outcome outcome = headgate.run(Map.of("HEADGATE_TRACE", "1"), "--version");

    assertThat(outcome.out()).isEqualTo(version);
    assertThat(outcome.err()).doesNotContain(MAKING).contains(archive.toString());
  }

  @Test
  void survivesATrainingThatWasKilled() throws IOException, InterruptedException {
    headgate.run("--version");
    Path archive = headgate.archive();
    Files.delete(archive);
    Files.writeString(archive.resolveSibling("index"), "ha");
    Path lock = Files.createDirectory(archive.resolveSibling("lock"));
    Path remains = Files.createDirectory(archive.resolveSibling("new.123456"));
    Files.writeString(remains.resolve("archive"), "half of it");

    // Another process may still be at it.
    assertThat(headgate.run("--version")).isEqualTo(new Outcome(0, version, ""));

    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    Files.setLastModifiedTime(lock, longAgo);
    Files.setLastModifiedTime(remains, longAgo);
    assertThat(headgate.run("--version")).isEqualTo(new Outcome(0, version, MAKING));
    assertThat(headgate.run("--version")).isEqualTo(new Outcome(0, version, ""));
    assertThat(headgate.cached()).hasSize(2);
    assertThat(lock).doesNotExist();
    assertThat(remains).doesNotExist();
  }

  @Test
  void canBeStartedManyTimesAtOnce() throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(
          headgate.start(
              directory.resolve("out" + i),
              directory.resolve("err" + i),
              Map.of(),
              List.of(headgate.launcher().toString(), "--version")));
    }
    int told = 0;
    for (int i = 0; i < processes.size(); i++) {
      Outcome outcome =
          Installation.outcome(
              processes.get(i), directory.resolve("out" + i), directory.resolve("err" + i));
      assertThat(outcome.code()).isZero();
      assertThat(outcome.out()).isEqualTo(version);
      assertThat(outcome.err()).isIn("", MAKING);
      told += outcome.err().isEmpty() ? 0 : 1;
    }
    assertThat(told).as("processes that made an archive").isPositive();
    assertThat(headgate.cached()).hasSize(2);
    assertThat(headgate.run("--version")).isEqualTo(new Outcome(0, version, ""));
  }

  @Test
  void runsWithoutACache() throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("no directory"), "");
    assertThat(headgate.withCache(file).run("--version")).isEqualTo(new Outcome(0, version, ""));
    assertThat(headgate.run(Map.of("XDG_CACHE_HOME", "", "HOME", ""), "--version"))
        .isEqualTo(new Outcome(0, version, ""));
  }

  @Test
  void makesNoArchiveWhereTheMachineIsThrownAway() throws IOException, InterruptedException {
    assertThat(headgate.run(Map.of("HEADGATE_ARCHIVE", "auto", "CI", "true"), "--version"))
        .isEqualTo(new Outcome(0, version, ""));
    assertThat(headgate.cached()).isEmpty();
  }

  @Test
  void passesArgumentsAndExitCodesOn() throws IOException, InterruptedException {
    Path missing = directory.resolve("no  such * bundle");
    Outcome outcome = headgate.run(WITHOUT_ARCHIVE, "check", missing.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("no  such * bundle");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void runsThroughALink() throws IOException, InterruptedException {
    Path bin = Files.createDirectory(directory.resolve("bin"));
    Path link =
        Files.createSymbolicLink(bin.resolve("relative"), bin.relativize(headgate.launcher()));
    Path second = Files.createSymbolicLink(bin.resolve("absolute"), link);
    assertThat(headgate.command(WITHOUT_ARCHIVE, second, "--version"))
        .isEqualTo(new Outcome(0, version, ""));
  }

  @Test
  void leavesToTheUserWhatTheUserHasSet() throws IOException, InterruptedException {
    // Two collectors would be an error of the JVM.
    Outcome outcome =
        headgate.run(
            Map.of(
                "HEADGATE_ARCHIVE", "off",
                "HEADGATE_TRACE", "1",
                "JDK_JAVA_OPTIONS", "-XX:+UseParallelGC -Xlog:gc:stderr"),
            "--version");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo(version);
    assertThat(outcome.err()).doesNotContain("UseSerialGC", "-Xlog:disable");
  }

  @Test
  void givesALargeBundleAnotherJvm() throws IOException, InterruptedException {
    Path bundle = bundle();
    Map<String, String> environment = Map.of("HEADGATE_ARCHIVE", "off", "HEADGATE_TRACE", "1");
    assertThat(headgate.run(environment, "check", bundle.toString()).err()).contains("UseSerialGC");
    Files.writeString(bundle.resolve("large.yaml"), "# nothing but talk\n".repeat(300_000));
    assertThat(headgate.run(environment, "check", bundle.toString()).err())
        .contains("UseParallelGC")
        .doesNotContain("TieredStopAtLevel");
  }

  @Test
  void saysWhatIsWrongWithJava() throws IOException, InterruptedException {
    Path java = Files.createDirectories(directory.resolve("old/bin")).resolve("java");
    Files.copy(Path.of("/bin/sh"), java);
    Files.writeString(directory.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
    Outcome outcome =
        headgate.run(Map.of("HEADGATE_JAVA", directory.resolve("old").toString()), "--version");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("Java 11.0.2").contains("needs Java 17");

    outcome = headgate.run(Map.of("HEADGATE_JAVA", "/nowhere/java"), "--version");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("HEADGATE_JAVA names /nowhere/java");
  }

  @Test
  void runsAsAPlainJar() throws IOException, InterruptedException {
    Path java = Installation.javaHomes().get(0).resolve("bin/java");
    assertThat(headgate.command(Map.of(), java, "-jar", headgate.jar().toString(), "--version"))
        .isEqualTo(new Outcome(0, version, ""));
  }

  private Path bundle() throws IOException {
    Path bundle = Files.createDirectory(directory.resolve("bundle"));
    Files.writeString(
        bundle.resolve("topic.yaml"),
        """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaTopic
        metadata:
          name: payments.refunds
        spec:
          partitions: 1
          replicas: 3
        """);
    return bundle;
  }
}
