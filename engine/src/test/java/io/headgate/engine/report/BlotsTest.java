package io.headgate.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.headgate.engine.document.SourceText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlotsTest {

  private static String blotted(String text) {
    return Blots.on(new SourceText("f.yaml", text), List.of()).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "password: changeit | password: ********",
        "a: {password: one, db.password: 'two'} | a: {password: ***, db.password: '***'}",
        "password=token=abc next | password=********* next",
        "password=token: abc next | password=****** *** next",
        "secret: ${vault:password:key} | secret: ${vault:password:***}",
        "password: | password:",
        "name: password | name: password",
        "# with glrt-Ab3dEf6hIj9kLm2nOp5q | # with *************************",
      })
  void blotsWhatStandsBehindASecretKey(String text, String expected) {
    assertThat(blotted(text)).isEqualTo(expected);
  }

  /** A text without blanks must not be looked through again for each of its keys. */
  @ParameterizedTest
  @ValueSource(strings = {"password=", "password=$", "password: $", "password=\"", "password:{"})
  void takesTimeInProportionToTheText(String part) {
    String text = part.repeat(2_000_000 / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(blotted(text)).hasSameSizeAs(text));
  }
}
