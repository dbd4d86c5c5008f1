package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  private static String key(String text) {
    AddressRange range = Objects.requireNonNull(AddressRange.parse(text), text);
    return range.key(range.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "/8",
        "10.0.0/8",
        "10.0.0.256/8",
        "10.0.0.0.1/8",
        "10.0.0.\u0661/8",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0.0/008",
        "1:2:3:4:5:6:7/16",
        "1:2:3:4:5:6:7:8:9/16",
        "1:2:3:4:5:6:7::8/64",
        "12345::/16",
        "g::/16",
        "2001:db8::/129",
        "::ffff:10.0.0.0/104",
        "client.example.com/8"
      })
  void whatKafkaReadsAsNoRange(String text) {
    assertThat(AddressRange.parse(text)).isNull();
  }

  @Test
  void onlyTheFirstBitsCount() {
    assertThat(key("10.200.3.4/8")).isEqualTo(key("10.0.0.0/8")).isNotEqualTo(key("11.0.0.0/8"));
    assertThat(key("10.0.0.3/31")).isEqualTo(key("10.0.0.2/31")).isNotEqualTo(key("10.0.0.0/31"));
    assertThat(key("10.0.0.0/8")).isNotEqualTo(key("10.0.0.0/9"));
    assertThat(key("255.255.255.255/0")).isEqualTo(key("0.0.0.0/0")).isNotEqualTo(key("::/0"));
    assertThat(key("255.255.255.255/")).isEqualTo(key("255.255.255.255/32"));
    assertThat(key("2001:db8::1/32")).isEqualTo(key("2001:db8:ffff::/32"));
  }

  @Test
  void anAddressOfVersionSixHasManySpellings() {
    assertThat(key("::1/128")).isEqualTo(key("0:0:0:0:0:0:0:1/128")).isNotEqualTo(key("::/128"));
    assertThat(key("1::/128")).isEqualTo(key("1:0:0:0:0:0:0:0/128"));
    assertThat(key("1:2:3:4:5:6::8/128")).isEqualTo(key("1:2:3:4:5:6:0:8/128"));
    assertThat(key("::10.0.0.1/128")).isEqualTo(key("::A00:1/"));
    assertThat(key("fe80::1%eth0/64")).isEqualTo(key("fe80::/64"));
  }

  @Test
  void onlyWhatBeginsAsVersionFourInSixIsThat() {
    assertThat(key("::fffe:0:0/96")).isNotEqualTo(key("::/96"));
    assertThat(key("1::ffff:0:0/96")).isNotEqualTo(key("1::/96"));
    assertThat(key("0:0:0:0:1:ffff::/96")).isNotEqualTo(key("0:0:0:0:1::/96"));
  }

  @Test
  void nobodyIsTheOneAddressOfZeros() {
    assertThat(Objects.requireNonNull(AddressRange.parse("0.0.0.0/32")).isNobody()).isTrue();
    for (String other : new String[] {"0.0.0.0/31", "0.0.0.1/32", "0.1.0.0/32", "::/32"}) {
      assertThat(Objects.requireNonNull(AddressRange.parse(other)).isNobody()).isFalse();
    }
  }
}
