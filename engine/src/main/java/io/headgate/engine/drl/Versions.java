package io.headgate.engine.drl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/** What a compiled pack depends on besides its own text, as the build wrote it down. */
final class Versions {

  /** The version of Drools that is on the class path. */
  static final String DROOLS;

  /** What tells this build of headgate from any other that compiles differently. */
  static final String HEADGATE;

  static {
    List<String> lines = lines();
    DROOLS = lines.get(1);
    HEADGATE = lines.get(0).endsWith("-SNAPSHOT") ? lines.get(0) + build() : lines.get(0);
  }

  private Versions() {}

  private static List<String> lines() {
    try (InputStream in = Versions.class.getResourceAsStream("versions")) {
      if (in == null) {
        throw new IllegalStateException("The build has left out its versions.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A snapshot keeps its version while it changes: when it was built stands in for one. */
  private static String build() {
    try {
      CodeSource source = Versions.class.getProtectionDomain().getCodeSource();
      return source == null
          ? ""
          : " " + Files.getLastModifiedTime(Path.of(source.getLocation().toURI())).toMillis();
    } catch (IOException | URISyntaxException e) {
      return "";
    }
  }
}
