package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a distribution must hold besides code. */
class DistributionIT {

  @Test
  void namesTheLicenceOfEachLibrary() throws IOException {
    Path distribution = Installation.distribution();
    String page = Files.readString(distribution.resolve("docs/third-party.md"));
    try (Stream<Path> run = Files.list(distribution.resolve("lib"));
        Stream<Path> compiler = Files.list(distribution.resolve("compiler"));
        Stream<Path> libraries = Stream.concat(run, compiler)) {
      List<String> foreign =
          libraries
              .map(path -> path.getFileName().toString().replaceFirst("-\\d.*", ""))
              .filter(
                  name ->
                      !List.of("headgate-spi", "headgate-engine", "headgate-rules-builtin")
                          .contains(name))
              .toList();
      assertThat(foreign)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(page).contains("| " + name + " |"));
    }
    assertThat(distribution.resolve("LICENSE")).isNotEmptyFile();
  }
}
