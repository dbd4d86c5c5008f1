package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A copy of the distribution with a cache of its own, and a Java to run it with. */
final class Installation {

  private final Path home;
  private final Path cache;
  private final Path javaHome;

  private Installation(Path home, Path cache, Path javaHome) {
    this.home = home;
    this.cache = cache;
    this.javaHome = javaHome;
  }

  /** What a process said and how it ended. */
  record Outcome(int code, String out, String err) {}

  /** The distribution that the build has made. */
  static Path distribution() {
    return Path.of(System.getProperty("headgate.distribution", "target/headgate"));
  }

  /** The JVMs to test with: that of the build, and the one HEADGATE_TEST_JAVA_HOME names. */
  static List<Path> javaHomes() {
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    String other = System.getenv("HEADGATE_TEST_JAVA_HOME");
    if (other != null && !other.isEmpty()) {
      homes.add(Path.of(other));
    }
    return homes;
  }

  static Installation in(Path directory, Path javaHome) throws IOException {
    Path home = directory.resolve("a place with blanks");
    copy(distribution(), home);
    return new Installation(home, directory.resolve("the cache"), javaHome);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  Installation withCache(Path other) {
    return new Installation(home, other, javaHome);
  }

  Path launcher() {
    return home.resolve("headgate");
  }

  Path jar() {
    return home.resolve("headgate.jar");
  }

  Path cache() {
    return cache;
  }

  Process start(Path out, Path err, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("HEADGATE_") || name.contains("JAVA"));
    variables.put("HEADGATE_JAVA", javaHome.toString());
    variables.put("HEADGATE_ARCHIVE", "on");
    variables.put("XDG_CACHE_HOME", cache.toString());
    variables.putAll(environment);
    return builder.start();
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return command(environment, launcher(), arguments);
  }

  Outcome command(Map<String, String> environment, Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("headgate", ".out");
    Path err = Files.createTempFile("headgate", ".err");
    try {
      Process process = start(out, err, environment, command);
      return outcome(process, out, err);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static Outcome outcome(Process process, Path out, Path err)
      throws IOException, InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** What lies in the cache, archives and indexes and whatever should not be there. */
  List<Path> cached() throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(cache)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  Path archive() throws IOException {
    List<Path> archives =
        cached().stream().filter(path -> !path.getFileName().toString().equals("index")).toList();
    assertThat(archives).as("archives").hasSize(1);
    return archives.get(0);
  }

  /** Another build: its main class says something else, and the time of the jar is the old one. */
  void become(String saying) throws IOException {
    Path other = Files.createDirectories(home.resolve("other"));
    Path source = other.resolve("Main.java");
    Files.writeString(
        source,
        """
        package io.headgate.cli;
        public final class Main {
          public static void main(String[] args) {
            System.out.println("%1$s");
          }
          static int run(java.util.List<String> args, Terminal terminal) {
            terminal.out().println("%1$s");
            return 0;
          }
        }
        """
            .formatted(saying));
    List<String> options =
        List.of(
            "--release", "17", "-cp", jar().toString(), "-d", other.toString(), source.toString());
    int failed =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(failed).as("it compiles").isZero();
    FileTime time = Files.getLastModifiedTime(jar());
    Path next = home.resolve("next.jar");
    Files.copy(jar(), next);
    String name = "io/headgate/cli/Main.class";
    try (FileSystem zip = FileSystems.newFileSystem(next)) {
      Files.copy(other.resolve(name), zip.getPath(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setLastModifiedTime(next, time);
    Files.move(next, jar(), StandardCopyOption.REPLACE_EXISTING);
  }
}
