package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each sample landscape says, compared with what is written in {@code expected.txt} beside it.
 * With {@code -Dheadgate.update=true} the test writes it anew: read it before it is committed.
 */
class GoldenTest {

  private static final Path SAMPLES =
      Path.of("src", "test", "resources", "io", "headgate", "engine", "dialect");

  static Stream<String> samples() throws IOException {
    try (Stream<Path> directories = Files.list(SAMPLES)) {
      List<String> names =
          directories.map(directory -> directory.getFileName().toString()).sorted().toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsTheSampleAsExpected(String sample) throws IOException {
    Path root = SAMPLES.resolve(sample);
    DiskFiles files = new DiskFiles(root, List.of(root));
    StringBuilder dump = new StringBuilder();
    for (FileTree.Entry entry : files.list()) {
      byte[] bytes = files.read(entry.path(), Integer.MAX_VALUE);
      dump.append(Dump.of(entry.path(), new String(bytes, StandardCharsets.UTF_8))).append('\n');
    }
    Path expected = root.resolve("expected.txt");
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(expected, dump);
    }
    assertThat(dump.toString()).isEqualTo(Files.readString(expected));
  }
}
