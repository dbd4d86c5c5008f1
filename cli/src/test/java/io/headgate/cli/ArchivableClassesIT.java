package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The JVM archives no class of a signed jar and none of a class-file version below 50; one such
 * library on the way of a check costs more than all that the launcher saves.
 */
class ArchivableClassesIT {

  private static final int OLDEST_ARCHIVED = 50;

  @Test
  void noClassIsTooOldToBeArchived() throws IOException {
    List<String> tooOld = new ArrayList<>();
    for (Path path : jars()) {
      try (JarFile jar = new JarFile(path.toFile())) {
        for (JarEntry entry : jar.stream().toList()) {
          if (entry.getName().endsWith(".class") && version(jar, entry) < OLDEST_ARCHIVED) {
            tooOld.add(path.getFileName() + " " + entry.getName());
          }
        }
      }
    }
    assertThat(tooOld).isEmpty();
  }

  @Test
  void noJarIsSigned() throws IOException {
    List<String> signatures = new ArrayList<>();
    for (Path path : jars()) {
      try (JarFile jar = new JarFile(path.toFile())) {
        jar.stream()
            .map(entry -> entry.getName().toUpperCase(Locale.ROOT))
            .filter(name -> name.matches("META-INF/[^/]+[.](SF|RSA|DSA|EC)"))
            .forEach(name -> signatures.add(path.getFileName() + " " + name));
      }
    }
    assertThat(signatures).isEmpty();
  }

  private static int version(JarFile jar, JarEntry entry) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readInt();
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }

  private static List<Path> jars() throws IOException {
    Path distribution = Installation.distribution();
    List<Path> jars = new ArrayList<>(List.of(distribution.resolve("headgate.jar")));
    try (Stream<Path> libraries = Files.list(distribution.resolve("lib"))) {
      libraries.filter(path -> path.toString().endsWith(".jar")).sorted().forEach(jars::add);
    }
    assertThat(jars).hasSizeGreaterThan(5);
    return jars;
  }
}
