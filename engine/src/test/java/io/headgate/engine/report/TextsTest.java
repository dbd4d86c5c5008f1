package io.headgate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.report.sarif.Logs;
import io.headgate.engine.report.text.TextReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource({
    "##[add-mask]x, ##[add-mask]x, 2",
    "a ##vso[task.complete]x, a ##vso[task.complete]x, 7",
    "a####[x, a####[x, 5",
    "::error::x, ::error::x, 0",
    "'  ::error::x', '  ::error::x', 2",
    "a::error::x, a::error::x, -1",
    "## heading [x], ## heading [x], -1",
    "#[x], #[x], -1",
    "##, ##, -1",
  })
  void noTextIsACommandToABuildServer(String text, String shown, int replaced) {
    StringBuilder expected = new StringBuilder(shown);
    if (replaced >= 0) {
      expected.setCharAt(replaced, '\uFFFD');
    }
    assertThat(Texts.harmless(text)).isEqualTo(expected.toString());
  }

  /** What a build server reads is often the text report. */
  @Test
  void theTextReportHoldsNoCommand() {
    String text = Goldens.write(new TextReporter(false), Logs.report(Hostile.landscape()));
    assertThat(text).contains("##").doesNotContain("##[", "##vso[", "\u001b", "\r");
    assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::"));
  }
}
