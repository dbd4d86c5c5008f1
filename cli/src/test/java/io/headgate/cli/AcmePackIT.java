package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The proof from outside: projects of an organisation's packs are built by Maven from what headgate
 * publishes, and a jar is pinned and used. Without a network: its Maven repository is the build's
 * own, by links, with the artifacts of this build in it.
 */
class AcmePackIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = System.getProperty("headgate.version", "");

  @TempDir Path work;

  @Test
  void isBuiltPinnedAndUsed() throws IOException, InterruptedException {
    Path pack = copy("acme-pack");
    Path landscape = copy("acme-landscape");
    String policy = landscape.resolve("headgate.yaml").toString();

    build(pack);
    assertThat(pack.resolve("target/surefire-reports/com.acme.rules.AcmePackTest.txt"))
        .content()
        .contains("Tests run: 9, Failures: 0, Errors: 0, Skipped: 0");

    Installation headgate = Installation.in(work, Path.of(System.getProperty("java.home")));
    Map<String, String> off = Map.of("HEADGATE_ARCHIVE", "off");
    Installation.Outcome unpinned = headgate.run(off, "check", landscape.toString());
    assertThat(unpinned.err()).contains("so it must be pinned");
    assertThat(unpinned.code()).isEqualTo(2);

    assertThat(headgate.run(off, "pack", "lock", "--policy", policy).err()).isEmpty();
    Installation.Outcome check = headgate.run(off, "check", landscape.toString());
    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .contains("topic-orders.placed.v1.yaml:1:7: note: Topic 'orders.placed.v1' has 2 newer")
        .contains("topic-shop.clicks.v1.yaml:7:20: error: Topic 'shop.clicks.v1' may take 1440 GiB")
        .contains("1 error, 1 note in 4 resources");
    assertThat(check.code()).isEqualTo(1);

    Path lock = landscape.resolve("headgate.lock");
    Files.writeString(lock, Files.readString(lock).replaceFirst("sha256: .*", "sha256: 0"));
    Installation.Outcome other = headgate.run(off, "check", landscape.toString());
    assertThat(other.err()).contains("is not the one that was locked");
    assertThat(other.code()).isEqualTo(2);
  }

  @Test
  void aNewProjectPassesItsOwnTestsAtOnce() throws IOException, InterruptedException {
    Path pack = work.resolve("fresh-rules");
    assertThat(Cli.run("pack", "new", pack.toString(), "--java").err()).isEmpty();

    build(pack);

    try (Stream<Path> reports = Files.walk(pack.resolve("target/surefire-reports"), 1)) {
      assertThat(reports.filter(report -> report.toString().endsWith(".txt")))
          .singleElement(InstanceOfAssertFactories.PATH)
          .content()
          .containsPattern("Tests run: [4-9], Failures: 0, Errors: 0, Skipped: 0");
    }
  }

  private void build(Path project) throws IOException, InterruptedException {
    Path repository = repository();
    Installation.Outcome build = maven(project, repository);
    unlink(repository);
    unlink(repository.resolve("io"));
    assertThat(build.code()).as(build.out() + build.err()).isZero();
  }

  /** Otherwise a build that has fetched all it needs would have to fetch more for the example. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/acme-pack/pom.xml",
        "engine/src/main/resources/io/headgate/engine/pack/template/java/pom.xml"
      })
  void usesThePluginsOfThisBuild(String file) throws IOException {
    List<String> root = Files.readAllLines(ROOT.resolve("pom.xml"));
    try (Stream<String> lines = Files.lines(ROOT.resolve(file))) {
      assertThat(lines.filter(line -> line.contains("-plugin.version>")))
          .hasSize(4)
          .allSatisfy(line -> assertThat(root).contains(line));
    }
  }

  private Installation.Outcome maven(Path project, Path repository)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            System.getProperty("headgate.maven.home") + "/bin/mvn",
            "-B",
            "-o",
            "-q",
            "-f",
            project.resolve("pom.xml").toString(),
            "-Dmaven.repo.local=" + repository,
            "-Dheadgate.version=" + VERSION,
            "verify");
    Path out = work.resolve("maven.out");
    Path err = work.resolve("maven.err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return Installation.outcome(process, out, err);
  }

  private Path repository() throws IOException {
    Path own = Path.of(System.getProperty("headgate.maven.repository"));
    Path repository = work.resolve("repository");
    Files.createDirectories(repository.resolve("io"));
    link(own, repository, "io");
    if (Files.isDirectory(own.resolve("io"))) {
      link(own.resolve("io"), repository.resolve("io"), "headgate");
    }
    publish(repository, "parent", ROOT);
    for (String module : List.of("spi", "engine", "testkit")) {
      publish(repository, module, ROOT.resolve(module));
    }
    return repository;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
      for (Path entry : entries) {
        Path name = Objects.requireNonNull(entry.getFileName());
        if (Files.isDirectory(entry) && !name.toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
        }
      }
    }
  }

  /** Ahead of JUnit, which warns of each link that it removes. */
  private static void unlink(Path directory) throws IOException {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(directory, Files::isSymbolicLink)) {
      for (Path link : links) {
        Files.delete(link);
      }
    }
  }

  /** As 'mvn install' would. */
  private static void publish(Path repository, String module, Path project) throws IOException {
    String name = "headgate-" + module;
    Path to = Files.createDirectories(repository.resolve("io/headgate/" + name + "/" + VERSION));
    Files.copy(project.resolve("pom.xml"), to.resolve(name + "-" + VERSION + ".pom"));
    Path jar = project.resolve("target/" + name + "-" + VERSION + ".jar");
    if (!module.equals("parent")) {
      Files.copy(jar, to.resolve(Objects.requireNonNull(jar.getFileName())));
    }
  }

  private Path copy(String example) throws IOException {
    Path from = ROOT.resolve("examples").resolve(example);
    Path to = work.resolve(example);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path relative = from.relativize(path);
        if (!relative.startsWith("target") && !relative.toString().equals("headgate.lock")) {
          Files.copy(path, to.resolve(relative.toString()));
        }
      }
    }
    return to;
  }
}
