package io.headgate.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Properties are read as {@code java.util.Properties} reads them, with places. */
class PropertiesTest {

  @Test
  void readsWhateverJavaReads() throws IOException {
    String[] pieces = {
      "a", "b", "=", ":", " ", "\t", "\f", "\\", "\n", "\r", "\r\n", "#", "!", "\\u0041", "é", "\\n"
    };
    long seed = System.nanoTime();
    System.out.println("PropertiesTest seed " + seed);
    Random random = new Random(seed);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Properties expected = new Properties();
      // Of a file that ends with a line that goes on Java makes an empty key at times.
      boolean refused = text.toString().stripTrailing().endsWith("\\");
      try {
        expected.load(new StringReader(text.toString()));
      } catch (IllegalArgumentException e) {
        refused = true; // \\u without four digits
      }
      Documents documents = Documents.read(new SourceText("a.properties", text.toString()));
      if (!refused && documents.problems().isEmpty()) {
        Properties actual = new Properties();
        for (Entry entry : entries(documents)) {
          actual.setProperty(entry.key().text(), ((Scalar) entry.value()).text());
        }
        assertThat(actual).as(text.toString()).isEqualTo(expected);
        read++;
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  @Test
  void placesKeysAndValues() {
    Documents documents =
        Documents.read(new SourceText("a.properties", "# c\nkey = value\nlong:one,\\\n  two\n"));

    assertThat(entries(documents))
        .extracting(Entry::key)
        .extracting(Scalar::place)
        .containsExactly(place(2, 1, 2, 4), place(3, 1, 3, 5));
    assertThat(entries(documents))
        .extracting(entry -> entry.value().place())
        .containsExactly(place(2, 7, 2, 12), place(3, 6, 4, 6));
  }

  @Test
  void saysWhatIsGivenTwice() {
    Documents documents = Documents.read(new SourceText("a.properties", "a=1\na=2\n"));

    assertThat(documents.problems()).extracting(Problem::place).containsExactly(place(2, 1, 2, 2));
  }

  @Test
  void holdsNoDocumentWithoutAKey() {
    assertThat(Documents.read(new SourceText("a.properties", "# nothing\n\n")).documents())
        .isEmpty();
  }

  private static List<Entry> entries(Documents documents) {
    List<Entry> entries = new ArrayList<>();
    for (Document document : documents.documents()) {
      @Nullable Node root = document.root();
      entries.addAll(((Mapping) Objects.requireNonNull(root)).entries());
    }
    return entries;
  }

  private static Place place(int line, int column, int endLine, int endColumn) {
    return new Place("a.properties", line, column, endLine, endColumn, null);
  }
}
