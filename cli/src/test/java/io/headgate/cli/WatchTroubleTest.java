package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watcher says when it cannot do its work: one clear message, and nothing half done. */
class WatchTroubleTest {

  @TempDir Path directory;
  private Watched watched;

  @BeforeEach
  void setUp() {
    watched = Watched.in(directory);
  }

  private Cli look(String repository, String... more) {
    String work = watched.work().toString();
    String[] words = new String[more.length + 5];
    System.arraycopy(
        new String[] {"watch", repository, "--once", "--work-dir", work}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    return Cli.run(words);
  }

  @Test
  void aDirectoryThatIsNoRepository() {
    Cli cli = look(directory.toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out())
        .contains("unreachable: ", "does not appear to be a git repository", "Approved stays");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void anAddressThatNobodyAnswersAtAndItsSecrets() throws IOException {
    Cli cli = look("http://me:s3cret@127.0.0.1:1/x.git?token=t0ken", "--status", "json");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out())
        .contains("\"state\":\"unreachable\"", "\"repository\":\"http://127.0.0.1:1/x.git\"");
    assertThat(cli.out() + cli.err()).doesNotContain("s3cret", "t0ken", "me:");
    try (var files = Files.walk(watched.work())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain("s3cret", "t0ken");
      }
    }
  }

  @Test
  void aServerThatKnowsNoGit() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<html>\n<p>Please log in</p>\n</html>\n".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      Cli cli = look("http://127.0.0.1:" + server.getAddress().getPort() + "/x.git");
      assertThat(cli.code()).isEqualTo(2);
      assertThat(cli.out()).contains("unreachable: ").doesNotContain("<html>");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRemoteThatNeverAnswers() throws IOException, InterruptedException {
    Path ssh =
        Cli.write(
            directory,
            "ssh",
            "#!/bin/sh\necho $$ > '%s'\nexec sleep 300\n".formatted(directory.resolve("pid")));
    assertThat(ssh.toFile().setExecutable(true)).isTrue();
    long start = System.nanoTime();
    Cli cli =
        Cli.process(
            directory,
            Map.of("GIT_SSH_COMMAND", ssh.toString(), "GIT_SSH_VARIANT", "ssh"),
            "watch",
            "ssh://nowhere.example/x.git",
            "--once",
            "--time-limit",
            "2",
            "--work-dir",
            watched.work().toString());
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.out()).contains("'git ls-remote' has not ended within 2 seconds.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
    // Where it has no parent any more, it takes a moment until it is taken off the list.
    for (int i = 0; i < 100 && ProcessHandle.of(pid).isPresent(); i++) {
      Thread.sleep(100);
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 40, 64, 96, 160, 400})
  void aDiskWithoutRoom(int blocks) throws IOException {
    watched.push();
    assertThat(watched.once().code()).isZero();
    String before = watched.approved();
    byte[] noise = new byte[60_000];
    new Random(blocks).nextBytes(noise);
    Cli.write(watched.people().root(), "noise.bin", noise);
    for (int i = 0; i < 300; i++) {
      watched.people().topic("topic" + i, 12, 3);
    }
    String commit = watched.push();
    // No file may grow beyond that, whoever is the user: git and headgate are told so alike.
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh", java));
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.add("io.headgate.cli.Main");
    command.addAll(watched.words(watched.work()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (code == 0) {
      assertThat(watched.approved()).isEqualTo(commit);
    } else {
      assertThat(code).as(said).isEqualTo(2);
      assertThat(said).contains("unreachable: ", "Approved stays");
      assertThat(watched.approved()).isEqualTo(before);
    }
    assertThat(watched.once().code()).isZero();
    assertThat(watched.approved()).isEqualTo(commit);
  }

  @Test
  void aPolicyThatIsWrongAndALandscapeThatIsNone() {
    watched.push();
    watched.once();
    String before = watched.approved();
    watched.people().write("headgate.yaml", "version: 1\nrulez: {}\n");
    watched.push();
    Cli wrong = watched.once();
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).contains("unjudged: ", "headgate.yaml:2:1", "rulez");
    watched.people().git("rm", "-q", "-r", "kafka", "headgate.yaml");
    watched.people().write("README.md", "nothing\n");
    watched.push();
    Cli none = watched.once();
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.out()).contains("unjudged: ");
    assertThat(watched.approved()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--branch approved            | are both 'refs/heads/approved'",
        "--branch a..b                | is no name of a reference",
        "--interval 0                 | takes 1 to 86400 seconds",
        "--metrics-port 0             | not for '--once'",
        "--status yaml                | no report format 'yaml'",
        "--trust main                 | takes the whole id of a commit",
        "--status json=               | names no file",
        "--policy nowhere.yaml        | There is no policy 'nowhere.yaml'",
        "../outside                   | leads out of the repository",
      })
  void whatTheCommandLineSaysWrong(String options, String message) {
    Cli cli = look(watched.remote().root().toString(), options.strip().split(" +"));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains(message);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void anAddressThatIsAnOption() {
    assertThat(look("--upload-pack=true").code()).isEqualTo(2);
  }
}
