package io.headgate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reports as golden files. {@code -Dheadgate.update=true} writes them anew; read what has changed.
 */
public final class Goldens {

  private static final Path DIRECTORY =
      Path.of("src/test/resources/io/headgate/engine/report").toAbsolutePath();

  private Goldens() {}

  /** Compares a text with a golden file, named below the directory of all. */
  public static void assertGolden(String file, String actual) {
    Path golden = DIRECTORY.resolve(file);
    try {
      if (Boolean.getBoolean("headgate.update")) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a reporter writes. */
  public static String write(Reporter reporter, Report report) {
    StringWriter out = new StringWriter();
    try {
      reporter.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
