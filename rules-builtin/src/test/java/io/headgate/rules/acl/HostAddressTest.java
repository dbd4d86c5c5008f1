package io.headgate.rules.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {

  /** Kafka compares with what this method of the JVM returns. */
  @ParameterizedTest
  @ValueSource(ints = {4, 16})
  void takesEveryAddressAsTheJvmPrintsIt(int length) throws UnknownHostException {
    Random random = new Random(length);
    byte[] bytes = new byte[length];
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(bytes);
      if (i % 3 == 0) {
        bytes[random.nextInt(length)] = 0;
        bytes[random.nextInt(length)] = 0;
      }
      String host = InetAddress.getByAddress(bytes).getHostAddress();
      assertThat(HostAddress.fault(host)).as(host).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "10.1.2.3", "255.255.255.255", "fe80:0:0:0:1:2:3:4%eth0", "0:0:0:0:0:0:0:1"})
  void takesWhatCanMatch(String host) {
    assertThat(HostAddress.fault(host)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "::1, 0:0:0:0:0:0:0:1",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
    "2001:0db8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:1",
    "1::, 1:0:0:0:0:0:0:0",
    "::1:2:3:4:5:6:7, 0:1:2:3:4:5:6:7",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:1%eth0",
    "64:ff9b::10.1.2.3, 64:ff9b:0:0:0:0:a01:203",
    "::ffff:10.1.2.3, 10.1.2.3",
    "0:0:0:0:0:ffff:a01:203, 10.1.2.3",
    "0:0:1:0:0:ffff:a01:203, ",
  })
  void saysHowTheJvmWritesIt(String host, String jvm) {
    if (jvm == null) {
      assertThat(HostAddress.fault(host)).isNull();
    } else {
      assertThat(HostAddress.fault(host)).contains("'" + jvm + "'");
    }
  }

  /** The JVM reads the literals among them itself, so that the test asks no name server. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "::1",
        "1::",
        "::",
        "1:2::7:8",
        "ABCD::ef",
        "::ffff:1.2.3.4",
        "::1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4"
      })
  void readsLiteralsAsTheJvmDoes(String literal) throws UnknownHostException {
    String jvm = InetAddress.getByName(literal).getHostAddress();
    String fault = HostAddress.fault(literal);
    assertThat(fault).isNotNull();
    if (!jvm.equals("0:0:0:0:0:0:0:0")) {
      assertThat(fault).contains("'" + jvm + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10.1.2.3 ",
        "10.0.0.0/8",
        "2001:db8::/32",
        "app.example.com",
        "10.1.2.*",
        "10.1.2",
        "10.1.2.3.4",
        "256.1.1.1",
        "10.01.2.3",
        "010.1.2.3",
        "1e1.1.1.1",
        "0.0.0.0",
        "::",
        "localhost",
        ":::",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7::8",
        "1.2.3.4::",
        "::1%",
        "%",
        "+1.1.1.1",
        "\u0661.1.1.1",
        "0:0:0:0:0:0:0:0"
      })
  void refusesWhatCannotMatch(String host) {
    assertThat(HostAddress.fault(host)).isNotNull();
  }
}
