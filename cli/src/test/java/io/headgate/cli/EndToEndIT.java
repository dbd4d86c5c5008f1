package io.headgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example from end to end, with a real broker, says what docs/end-to-end.md shows. With {@code
 * -Dheadgate.update=true} it is written anew, to be read before it is committed.
 */
class EndToEndIT {

  private static final Path EXAMPLE = Path.of("../examples/end-to-end").toAbsolutePath();

  private static final Path PAGE = Path.of("../docs/end-to-end.md");

  private static final String BEGIN = "```text\n";

  private static final String END = "```\n";

  /** What is not the same each time. */
  private static final String PORT = "localhost:[0-9]+";

  @TempDir Path temp;

  @Test
  void saysWhatThePageShows() throws IOException, InterruptedException {
    Path said = temp.resolve("said");
    ProcessBuilder run = new ProcessBuilder("bash", EXAMPLE.resolve("run").toString());
    run.redirectErrorStream(true).redirectOutput(said.toFile());
    run.environment()
        .putAll(
            Map.of(
                "HEADGATE",
                Installation.distribution().resolve("headgate").toAbsolutePath().toString(),
                "HEADGATE_JAVA",
                System.getProperty("java.home"),
                "JAVA_HOME",
                System.getProperty("java.home"),
                // It says when it makes one.
                "HEADGATE_ARCHIVE",
                "off"));
    Process process = run.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String text = Files.readString(said, UTF_8).replaceAll(PORT, "localhost:19092");
    assertThat(process.exitValue()).as(text).isZero();
    String page = Files.readString(PAGE, UTF_8);
    int begin = page.lastIndexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END, begin);
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + text + page.substring(end), UTF_8);
      return;
    }
    assertThat(text).isEqualTo(page.substring(begin, end));
  }
}
