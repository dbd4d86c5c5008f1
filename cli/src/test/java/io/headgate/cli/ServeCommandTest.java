package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate serve} refuses before it serves; the rest is tested where the server is. */
class ServeCommandTest {

  @TempDir Path directory;

  @BeforeEach
  void policy() throws IOException {
    Files.writeString(
        directory.resolve("headgate.yaml"),
        """
        version: 1
        bundles:
        - {name: prod, paths: [prod], environment: prod}
        - {name: dev, paths: [dev], environment: dev}
        """);
  }

  private String refused(String... more) {
    List<String> args = new ArrayList<>(List.of("serve", "--tls-key", "tls.key"));
    args.addAll(List.of("--tls-cert", directory.resolve("tls.crt").toString()));
    args.addAll(List.of("--policy", directory.resolve("headgate.yaml").toString()));
    args.addAll(List.of(more));
    Cli cli = Cli.run(args.toArray(String[]::new));
    assertThat(cli.code()).isEqualTo(2);
    return cli.err();
  }

  @Test
  void saysWhatIsWrongAndServesNothing() {
    assertThat(refused())
        .contains("The policy has the environments 'dev', 'prod'; say with '--environment'");
    assertThat(refused("--environment", "prd"))
        .contains("The policy has no environment 'prd'; it has 'dev', 'prod'.");
    assertThat(refused("--environment", "prod", "--time-limit", "30"))
        .contains("'--time-limit' takes 1 to 29 seconds, but was given '30'");
    assertThat(refused("--environment", "prod", "--port", "70000"))
        .contains("'--port' takes a port, but was given '70000'.");
    assertThat(refused("--environment", "prod", "--port", "22x"))
        .contains("'22x' is no number")
        .doesNotContain("Exception");
    assertThat(refused("--environment", "prod", "--landscape-rules", "deny"))
        .contains("'--landscape-rules' needs a '--landscape'");
    assertThat(refused("--environment", "prod"))
        .contains("tls.crt' cannot be read (NoSuchFileException).");
  }
}
