package io.headgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
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
                      !List.of(
                              "headgate-spi",
                              "headgate-engine",
                              "headgate-live",
                              "headgate-delivery",
                              "headgate-rules-builtin")
                          .contains(name))
              .toList();
      assertThat(foreign)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(page).contains("| " + name + " |"));
    }
    assertThat(distribution.resolve("LICENSE")).isNotEmptyFile();
  }

  /** A run of headgate.jar alone asks that jar alone for packs. */
  @Test
  void namesAllPacksOfTheLibraries() throws IOException {
    Path distribution = Installation.distribution();
    Set<String> named = packs(distribution.resolve("headgate.jar"));
    Set<String> there = new TreeSet<>();
    try (Stream<Path> libraries = Files.list(distribution.resolve("lib"))) {
      for (Path library : libraries.toList()) {
        there.addAll(packs(library));
      }
    }
    assertThat(there).isNotEmpty().isEqualTo(named);
  }

  private static Set<String> packs(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry services = file.getEntry("META-INF/services/io.headgate.spi.RulePack");
      if (services == null) {
        return Set.of();
      }
      String text = new String(file.getInputStream(services).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    }
  }
}
