package io.headgate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.files.MemoryFiles;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnippetTest {

  private static @Nullable Snippet snippet(String text, Place place) {
    return Snippet.of(new Sources(new MemoryFiles(Map.of("f.yaml", text)), Map.of()), place);
  }

  @Test
  void showsTheLineAndWhereTheRangeIs() {
    assertThat(snippet("a: 1\nname: orders\n", new Place("f.yaml", 2, 7, 2, 13)))
        .isEqualTo(new Snippet("name: orders", 6, 6));
  }

  @Test
  void showsTheFirstLineOfARange() {
    assertThat(snippet("a: |\n  b\n  c\n", new Place("f.yaml", 1, 4, 3, 4)))
        .isEqualTo(new Snippet("a: |", 3, 1));
  }

  @Test
  void isAbsentWhereThereIsNoSuchLine() {
    assertThat(snippet("a: 1", new Place("f.yaml", 2, 1, 2, 1))).isNull();
    assertThat(snippet("a: 1", new Place("g.yaml", 1, 1, 1, 1))).isNull();
  }

  /** What is cut must be what a look at the whole line would cut, wherever the range is. */
  @Test
  void cutsALongLineAroundTheRange() {
    Random random = new Random(1);
    List<Integer> characters = List.of((int) 'a', (int) 'b', 0x1F600);
    for (int i = 0; i < 2_000; i++) {
      int[] line = random.ints(random.nextInt(500), 0, 3).map(characters::get).toArray();
      int from = random.nextInt(line.length + 2);
      int to = from + random.nextInt(200);
      String text = new String(line, 0, line.length);
      assertThat(snippet("x\n" + text + "\nnext", new Place("f.yaml", 2, from + 1, 2, to + 1)))
          .isEqualTo(expected(line, from, to));
    }
  }

  private static Snippet expected(int[] line, int from, int to) {
    int first = Math.min(from, line.length);
    int cut = Math.max(0, Math.min(first - 40, line.length - 160));
    int last = Math.min(line.length, cut + 160);
    String text =
        (cut > 0 ? "..." : "")
            + new String(line, cut, last - cut)
            + (last < line.length ? "..." : "");
    int width = Math.max(1, Math.min(Math.min(to, line.length), last) - first);
    return new Snippet(text, first - cut + (cut > 0 ? 3 : 0), width);
  }
}
