package io.headgate.rules.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1 second",
    "60000, 1 minute",
    "90000, 90 seconds",
    "5400000, 90 minutes",
    "86400000, 1 day",
    "129600000, 36 hours",
    "1209600000, 14 days",
    "1209600001, about 14 days",
    "1500, about 2 seconds",
    "86400000000000, about 1000000 days",
    "9223372036854775807, about 106751991167 days",
  })
  void aSpanIsSaidAsPeopleSayIt(long millis, String text) {
    assertThat(Durations.text(millis)).isEqualTo(text);
  }
}
