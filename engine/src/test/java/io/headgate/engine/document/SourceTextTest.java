package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void linesEndAtEveryKindOfBreak() {
    SourceText text = new SourceText("a", "one\ntwo\r\nthree\rfour\n\r\n");
    assertThat(text.lineCount()).isEqualTo(6);
    assertThat(text.line(1)).isEqualTo("one");
    assertThat(text.line(2)).isEqualTo("two");
    assertThat(text.line(3)).isEqualTo("three");
    assertThat(text.line(4)).isEqualTo("four");
    assertThat(text.line(5)).isEmpty();
    assertThat(text.line(6)).isEmpty();
  }

  @Test
  void anEmptyTextHasOneEmptyLine() {
    SourceText text = new SourceText("a", "");
    assertThat(text.lineCount()).isEqualTo(1);
    assertThat(text.line(1)).isEmpty();
    assertThat(range(text.place(0, 0))).isEqualTo("1:1-1:1");
    assertThat(text.offset(1, 1)).isZero();
  }

  @Test
  void whatLiesBehindALineOrTheTextIsItsEnd() {
    SourceText text = new SourceText("a", "ab\r\n\uD83D\uDE00\n");
    assertThat(text.offset(1, 3)).isEqualTo(2);
    assertThat(text.offset(1, 99)).isEqualTo(2);
    assertThat(text.offset(2, 99)).isEqualTo(6);
    assertThat(text.offset(99, 99)).isEqualTo(7);
  }

  @Test
  void halvesOfPairsThatStandAloneAreCharacters() {
    SourceText text = new SourceText("a", "\uDE00\uD83D\uD83D\uDE00x");
    assertThat(range(text.place(4, 5))).isEqualTo("1:4-1:5");
  }

  @Test
  void offsetsAndPlacesAreTheInverseOfEachOther() {
    long seed = System.nanoTime();
    System.out.println("SourceTextTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {"a", "ä", "\uD83D\uDE00", "\n", "\r\n", "\r", "日", " "};
    for (int run = 0; run < 300; run++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        built.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = built.toString();
      SourceText source = new SourceText("a", text);
      int line = 1;
      int column = 1;
      for (int i = 0; i < text.length(); i++) {
        assertThat(range(source.place(i, i)))
            .as("seed %s, offset %s of %s", seed, i, text)
            .isEqualTo(line + ":" + column + "-" + line + ":" + column);
        boolean inBreak = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        if (!inBreak) {
          assertThat(source.offset(line, column)).as("seed %s, %s", seed, text).isEqualTo(i);
        }
        if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1))) {
          line++;
          column = 1;
        } else {
          if (Character.isHighSurrogate(text.charAt(i))) {
            i++;
          }
          column++;
        }
      }
      assertThat(source.lineCount()).isEqualTo(line);
    }
  }
}
