package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/adopting.md shows is what headgate says. With {@code -Dheadgate.update=true} the test
 * writes it there instead.
 */
class AdoptingGeneratedFilesTest {

  private static final Path PAGE = Path.of("..", "docs", "adopting.md");
  private static final Path PAYMENTS = Path.of("..", "examples", "payments");

  @TempDir Path root;

  @Test
  void thePageShowsWhatHeadgateSays() throws IOException {
    try (Stream<Path> walk = Files.walk(PAYMENTS)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("headgate.yaml")) {
          Cli.write(root, PAYMENTS.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    String init = said("init");
    String check = said("check");
    Cli.write(
        root,
        "prod/kafka/topics/topic-payments.tips.v1.yaml",
        """
        name: payments.tips.v1
        partitions: 12
        replication: 1
        configs:
          retention.ms: "604800000"
        """);
    String flawed = said("check");
    // The page shows the error and the end; the lighter findings about the topic add nothing.
    int error = flawed.indexOf(": error: ");
    int start = flawed.lastIndexOf('\n', error) + 1;
    String first = flawed.substring(start, flawed.indexOf("\n\n", error) + 2);
    String end = flawed.substring(flawed.lastIndexOf("\n\n") + 2);

    String page = Files.readString(PAGE);
    String wanted = with(page, "headgate init", init);
    wanted = with(wanted, "headgate check .", check);
    wanted = with(wanted, "headgate check . with a topic", "...\n" + first + "...\n" + end);
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(PAGE).as("run scripts/fix").content().isEqualTo(wanted);
  }

  private String said(String command) {
    Cli cli = Cli.run(command, root.toString());
    assertThat(cli.err()).isEmpty();
    return cli.out().replace(root + "/", "").replace(root.toString(), ".");
  }

  /** The page with a text in the block below a mark. */
  private static String with(String page, String mark, String text) {
    String head = "<!-- " + mark + " -->\n```text\n";
    int from = page.indexOf(head);
    assertThat(from).as(mark).isPositive();
    int to = page.indexOf("```\n", from + head.length());
    return page.substring(0, from + head.length()) + text + page.substring(to);
  }
}
