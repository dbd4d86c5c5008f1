package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.Texts;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void aSentenceEndsWithAFullStop() {
    assertThat(Words.sentence("The topic 'a' is odd")).isEqualTo("The topic 'a' is odd.");
    assertThat(Words.sentence("It is odd.")).isEqualTo("It is odd.");
    assertThat(Words.sentence("Did you mean 'a'?")).isEqualTo("Did you mean 'a'?");
  }

  @Test
  void aSentenceIsFlatAndWithoutControlCharacters() {
    assertThat(Words.sentence("a\nb\u0007c\u202Ed")).isEqualTo("a b\uFFFDc\uFFFDd.");
  }

  @Test
  void noNameMakesALink() {
    assertThat(Words.sentence("The topic '[here](http://example.org)' is odd."))
        .isEqualTo("The topic '[here] (http://example.org)' is odd.");
    assertThat(Words.sentence("'](1)'.")).doesNotContain("](");
  }

  @Test
  void longTextsAreCutBetweenWords() {
    String cut = Words.sentence("word ".repeat(1000));
    assertThat(cut).hasSizeLessThanOrEqualTo(2048).endsWith("word (shortened).");
    assertThat(Words.description("word ".repeat(1000)).getText()).hasSizeLessThanOrEqualTo(1024);
    assertThat(Words.sentence("x".repeat(3000))).hasSize(2048).endsWith("x (shortened).");
  }

  @Test
  void noPairIsCut() {
    for (int length = 1020; length < 1030; length++) {
      String cut = Texts.cut("a".repeat(length % 2) + "🙂".repeat(1000), length);
      assertThat(cut.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000)).isTrue();
      assertThat(cut).hasSizeLessThanOrEqualTo(length);
    }
  }
}
