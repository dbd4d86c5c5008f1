package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.cli.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule packs with the distribution, whose compiler lies in a directory of its own. */
class PackIT {

  private static final Map<String, String> WITHOUT_ARCHIVE = Map.of("HEADGATE_ARCHIVE", "off");

  @TempDir Path directory;

  @Test
  void fromNothingToAShippedPack() throws IOException, InterruptedException {
    Installation headgate = Installation.in(directory, Installation.javaHomes().get(0));
    Map<String, String> environment =
        Map.of(
            "HEADGATE_ARCHIVE", "off", "XDG_CONFIG_HOME", directory.resolve("config").toString());
    String pack = directory.resolve("acme").toString();
    assertThat(headgate.run(environment, "pack", "new", pack).code()).isZero();
    assertThat(Files.readString(directory.resolve("acme/pack.yaml")))
        .contains("headgate: \">=0.1 <1\"");

    Outcome test = headgate.run(environment, "test", pack);
    assertThat(test.err()).isEmpty();
    assertThat(test.out()).endsWith("acme 0.1.0: 6 of 6 cases of 2 rules passed.\n");
    assertThat(test.code()).isZero();

    Path packs = Files.createDirectories(headgate.jar().resolveSibling("packs"));
    Outcome build =
        headgate.run(
            environment, "pack", "build", pack, "-o", packs.resolve("acme.zip").toString());
    assertThat(build.err()).isEmpty();

    Path landscape = directory.resolve("landscape");
    Cli.writeGoodTopic(landscape);
    Cli.write(
        landscape,
        "headgate.yaml",
        "version: 1\npacks: [acme]\nrules: {acme-thin-topic: {settings: {least: 4}}}\n");
    Outcome check = headgate.run(environment, "check", landscape.toString());
    assertThat(check.err()).isEmpty();
    assertThat(check.out())
        .contains("3 replicas, but we want at least 4")
        .contains("acme-thin-topic");
  }

  @ParameterizedTest
  @CsvSource({"gdpr,gdpr-", "multi-tenant,tenant-", "production-readiness,ready-"})
  void eachPackThatShipsIsTurnedOnInOneLine(String pack, String prefix)
      throws IOException, InterruptedException {
    Installation headgate = Installation.in(directory, Installation.javaHomes().get(0));
    Path payments = headgate.jar().resolveSibling("examples/payments");
    Path policy = payments.resolve("headgate.yaml");
    Files.writeString(policy, "packs: [" + pack + "]\n", StandardOpenOption.APPEND);

    Outcome check = headgate.run(WITHOUT_ARCHIVE, "check", payments.toString());

    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("[" + prefix);
  }

  @Test
  void aPackForAnotherVersion() throws IOException, InterruptedException {
    Installation headgate = Installation.in(directory, Installation.javaHomes().get(0));
    Cli.writeGoodTopic(directory.resolve("landscape"));
    Cli.write(
        directory,
        "acme/pack.yaml",
        "id: acme\nversion: 1.0.0\nheadgate: '>=9'\nowner: The platform team\n");
    Cli.write(directory, "acme/topics.drl", "package acme.rules;\n");
    Outcome check =
        headgate.run(
            WITHOUT_ARCHIVE,
            "check",
            directory.resolve("landscape").toString(),
            "--pack",
            directory.resolve("acme").toString());
    assertThat(check.err())
        .contains(
            "acme/pack.yaml:3:11: The pack 'acme' 1.0.0 is made for headgate >=9, but this is");
    assertThat(check.code()).isEqualTo(2);
  }
}
