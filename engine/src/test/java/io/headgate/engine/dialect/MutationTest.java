package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever stands in the place of a value: a finding with a place, never an exception. */
class MutationTest {

  private static final Path SAMPLES =
      Path.of("src", "test", "resources", "io", "headgate", "engine", "dialect");

  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "~",
          "[]",
          "{}",
          "[a]",
          "[null]",
          "[[]]",
          "[{}]",
          "{a: b}",
          "{a: }",
          "x",
          "1",
          "-1",
          "1.5",
          "99999999999999999999",
          "true",
          "''",
          "\"\"",
          "'  '",
          "{{ .Values.x }}",
          "${X}",
          "!tag x",
          "&a x",
          "*a",
          "|\n      x\n      y",
          "\"\\u00fc\\n\"",
          "\uD83D\uDE00");

  @Test
  void readsWhateverStandsInThePlaceOfAValue() throws IOException {
    Random random = new Random(42);
    DiskFiles files = new DiskFiles(SAMPLES, List.of(SAMPLES));
    int read = 0;
    for (FileTree.Entry entry : files.list()) {
      String text = new String(files.read(entry.path(), Integer.MAX_VALUE), StandardCharsets.UTF_8);
      String path = entry.path().substring(entry.path().indexOf('/') + 1);
      for (int round = 0; round < 60; round++) {
        String mutant = mutate(text, random);
        @Nullable ReadFile[] result = new ReadFile[1];
        assertThatCode(() -> result[0] = Dump.read(path, mutant))
            .as(path + "\n" + mutant)
            .doesNotThrowAnyException();
        if (result[0] != null) {
          read++;
          assertPlacesLieInside(result[0], mutant);
        }
      }
    }
    assertThat(read).isGreaterThan(2000);
  }

  @Test
  void readsAFileWhereverItEnds() throws IOException {
    DiskFiles files = new DiskFiles(SAMPLES, List.of(SAMPLES));
    int read = 0;
    for (FileTree.Entry entry : files.list()) {
      String text = new String(files.read(entry.path(), Integer.MAX_VALUE), StandardCharsets.UTF_8);
      String path = entry.path().substring(entry.path().indexOf('/') + 1);
      int step = Math.max(7, text.length() / 60);
      for (int end = step; end < text.length(); end += step) {
        String cut = text.substring(0, end);
        @Nullable ReadFile[] result = new ReadFile[1];
        assertThatCode(() -> result[0] = Dump.read(path, cut))
            .as(path + "\n" + cut)
            .doesNotThrowAnyException();
        if (result[0] != null) {
          read++;
          assertPlacesLieInside(result[0], cut);
        }
      }
    }
    assertThat(read).isGreaterThan(2000);
  }

  private static String mutate(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int colon = line.indexOf(": ") >= 0 ? line.indexOf(": ") : line.lastIndexOf(':');
      String value = VALUES.get(random.nextInt(VALUES.size()));
      switch (random.nextInt(4)) {
        case 0 -> lines.set(at, "");
        case 1 -> lines.set(at, line.replaceFirst("[a-z]", "z"));
        default ->
            lines.set(at, colon < 0 ? line + value : line.substring(0, colon + 1) + " " + value);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void assertPlacesLieInside(ReadFile file, String text) {
    int lines = new SourceText(file.file(), text).lineCount();
    List<Place> places = new ArrayList<>(file.secrets());
    file.resources().stream().map(Resource::place).forEach(places::add);
    file.findings().stream().map(Finding::place).forEach(places::add);
    assertThat(places).as(text).allMatch(place -> place.endLine() <= lines);
    assertThat(Dump.of(file.file(), file)).isNotEmpty();
  }
}
