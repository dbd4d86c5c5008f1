package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.json;
import static io.headgate.engine.document.Trees.range;
import static io.headgate.engine.document.Trees.root;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

  @Test
  void behindAnAliasThePlaceIsTheAliasAndTheOriginIsExact() {
    Documents documents = yaml("a: &x 'it''s'\nb: *x\n");
    Scalar scalar = scalar(documents, "b");
    Place place = positions(documents, scalar).place(2, 4);
    assertThat(range(place)).isEqualTo("2:4-2:6 <- 1:10-1:13");
  }

  @Test
  void anEmptyRangeStandsWhereItsCharacterWould() {
    Documents documents = yaml("a: \"x\\ty\"\n");
    Positions positions = positions(documents, scalar(documents, "a"));
    assertThat(range(positions.place(2, 2))).isEqualTo("1:8-1:8");
    assertThat(range(positions.place(3, 3))).isEqualTo("1:9-1:9");
    assertThat(range(positions.shifted(2).place(0, 1))).isEqualTo("1:8-1:9");
  }

  @Test
  void inAnEmptyTextThePlaceIsTheScalar() {
    Documents documents = yaml("a: ''\nb:\nc: |\n");
    assertThat(range(positions(documents, scalar(documents, "a")).place(0, 0)))
        .isEqualTo("1:4-1:6");
    assertThat(range(positions(documents, scalar(documents, "b")).place(0, 0)))
        .isEqualTo("2:3-2:3");
    assertThat(range(positions(documents, scalar(documents, "c")).place(0, 0)))
        .isEqualTo("3:4-3:5");
  }

  @Test
  void taggedScalarsAndAnchoredOnesHavePositions() {
    Documents documents = yaml("a: !t &x\n  'b c'\nd: !u |\n  e\n");
    assertThat(range(positions(documents, scalar(documents, "a")).place(2, 3)))
        .isEqualTo("2:6-2:7");
    assertThat(range(positions(documents, scalar(documents, "d")).place(0, 1)))
        .isEqualTo("4:3-4:4");
  }

  @Test
  void jsonInABlockScalar() {
    Documents documents =
        yaml(
            """
            schema: |
              {"type": "record",
               "fields": [
                 {"name": "id\\u0041"}
               ]}
            """);
    JsonText json =
        JsonText.read(
            scalar(documents, "schema").text(), positions(documents, scalar(documents, "schema")));
    assertThat(json.problems()).isEmpty();
    if (!(json.root() instanceof Mapping root
        && root.entries().get(1).value() instanceof Sequence fields
        && fields.items().get(0) instanceof Mapping field
        && field.get("name") instanceof Scalar name)) {
      throw new AssertionError(json);
    }
    assertThat(range(root.place())).isEqualTo("2:3-5:6");
    assertThat(range(root.entries().get(0).key().place())).isEqualTo("2:4-2:10");
    assertThat(range(root.entries().get(0).value().place())).isEqualTo("2:12-2:20");
    assertThat(range(root.entries().get(1).key().place())).isEqualTo("3:4-3:12");
    assertThat(range(fields.place())).isEqualTo("3:14-5:5");
    assertThat(range(field.place())).isEqualTo("4:6-4:26");
    assertThat(range(name.place())).isEqualTo("4:15-4:25");
    assertThat(name.text()).isEqualTo("idA");
    assertThat(range(positions(documents, name).place(2, 3))).isEqualTo("4:18-4:24");
  }

  @Test
  void jsonInAQuotedScalarHasItsPlacesToo() {
    Documents documents = yaml("a: \"{\\\"k\\\":\n  \\\"v\\\"} x\"\nb: '{\"k\": 1}'\n");
    Scalar quoted = scalar(documents, "a");
    JsonText json = JsonText.read(quoted.text(), positions(documents, quoted));
    if (!(json.root() instanceof Mapping root)) {
      throw new AssertionError(json);
    }
    assertThat(range(root.entries().get(0).key().place())).isEqualTo("1:6-1:11");
    assertThat(range(root.entries().get(0).value().place())).isEqualTo("2:3-2:8");
    assertThat(json.problems())
        .singleElement()
        .satisfies(problem -> assertThat(range(problem.place())).isEqualTo("2:10-2:10"));
    Scalar single = scalar(documents, "b");
    if (!(JsonText.read(single.text(), positions(documents, single)).root()
        instanceof Mapping one)) {
      throw new AssertionError(documents);
    }
    assertThat(range(one.entries().get(0).value().place())).isEqualTo("3:11-3:12");
  }

  @Test
  void aPlaceThatDoesNotReadAsTheTextIsNeverTakenApart() {
    Documents documents = yaml("a: \"{\\\"k\\\": \\\"v\\\"}\"\n");
    Scalar outer = scalar(documents, "a");
    if (!(JsonText.read(outer.text(), positions(documents, outer)).root() instanceof Mapping root
        && root.get("k") instanceof Scalar inner)) {
      throw new AssertionError(documents);
    }
    assertThat(positions(documents, inner).place(0, 1)).isEqualTo(inner.place());
  }

  private static Scalar scalar(Documents documents, String key) {
    if (root(documents) instanceof Mapping mapping && mapping.get(key) instanceof Scalar scalar) {
      return scalar;
    }
    throw new AssertionError("No scalar '" + key + "': " + documents);
  }

  private static Positions positions(Documents documents, Scalar scalar) {
    return ScalarText.of(scalar, documents.documents().get(0).source());
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
