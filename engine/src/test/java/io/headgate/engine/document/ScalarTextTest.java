package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.json;
import static io.headgate.engine.document.Trees.root;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Place;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalarTextTest {

  private static final int RUNS = Integer.getInteger("headgate.runs", 4_000);

  @ParameterizedTest
  @EnumSource
  void everyRangeOfATextIsWhereItWasWritten(ScalarWriter.Kind kind) {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    System.out.println("ScalarTextTest " + kind + " seed " + seed);
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(seed + run);
      WrittenScalar written = new ScalarWriter(random).write(kind);
      String file = written.file();
      Documents documents = kind == ScalarWriter.Kind.JSON ? json(file) : yaml(file);
      String description = kind + ", seed " + (seed + run) + ": " + visible(file);
      assertThat(documents.problems()).as(description).isEmpty();
      Scalar scalar = scalar(documents);
      assertThat(visible(scalar.text())).as(description).isEqualTo(visible(written.text()));
      SourceText source = documents.documents().get(0).source();
      Positions positions = ScalarText.of(scalar, source);
      for (int from = 0; from < written.text().length(); from++) {
        int longest = Math.min(written.text().length(), from + 1 + random.nextInt(8));
        for (int to = from + 1; to <= longest; to++) {
          Place place = positions.place(from, to);
          if (!isInsidePair(file, written.start(from))
              && !isInsidePair(file, written.end(to - 1))) {
            assertThat(Trees.at(place, file))
                .as("%s, characters %s to %s", description, from, to)
                .isEqualTo(file.substring(written.start(from), written.end(to - 1)));
          }
          assertThat(place)
              .as("%s, characters %s to %s", description, from, to)
              .isEqualTo(source.place(written.start(from), written.end(to - 1)));
        }
      }
    }
  }

  private static boolean isInsidePair(String file, int offset) {
    return offset > 0
        && offset < file.length()
        && Character.isSurrogatePair(file.charAt(offset - 1), file.charAt(offset));
  }

  private static Scalar scalar(Documents documents) {
    @Nullable Node node = root(documents);
    while (node instanceof Mapping mapping) {
      Node inner = mapping.get("in");
      node = inner == null ? mapping.get("key") : inner;
    }
    if (node instanceof Scalar scalar) {
      return scalar;
    }
    throw new AssertionError("No scalar: " + documents);
  }

  private static String visible(String text) {
    return text.replace("\r", "␍").replace("\n", "␊").replace(" ", "·").replace("\t", "⇥");
  }
}
