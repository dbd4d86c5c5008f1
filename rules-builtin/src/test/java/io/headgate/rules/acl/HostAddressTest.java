package io.headgate.rules.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.KafkaVersion;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.apache.kafka.server.authorizer.internals.CidrUtils;
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
      assertThat(HostAddress.fault(host, null)).as(host).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "10.1.2.3", "255.255.255.255", "fe80:0:0:0:1:2:3:4%eth0", "0:0:0:0:0:0:0:1"})
  void takesWhatCanMatch(String host) {
    assertThat(HostAddress.fault(host, null)).isNull();
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
      assertThat(HostAddress.fault(host, null)).isNull();
    } else {
      assertThat(HostAddress.fault(host, null)).contains("'" + jvm + "'");
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
    String fault = HostAddress.fault(literal, null);
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
    assertThat(HostAddress.fault(host, null)).isNotNull();
  }

  /** From 4.4 on Kafka takes ranges; its own reader is the measure. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "10.1.2.3/8",
        "0.0.0.0/0",
        "10.0.0.0/32",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/ 8",
        "10.0.0.0/255.0.0.0",
        "256.0.0.0/8",
        "10.0/8",
        "10.0.0.0/8/8",
        "10.0.0.*/24",
        "/8",
        "app.example.com/8",
        "2001:db8::/32",
        "2001:DB8::/32",
        "::/0",
        "::1/128",
        "::1/129",
        "1:2/64",
        "g::/64",
        "fe80::1%eth0/64",
        "64:ff9b::10.0.0.0/96",
        "::ffff:10.0.0.0/104",
        "1:2:3:4:5:6:7:8/64"
      })
  void takesTheRangesThatKafkaTakes(String range) {
    KafkaVersion v44 = new KafkaVersion(4, 4);
    assertThat(HostAddress.fault(range, v44) == null).isEqualTo(isTakenByKafka(range));
    assertThat(HostAddress.fault(range, new KafkaVersion(4, 3))).isNotNull();
    assertThat(HostAddress.fault(range, null)).isNotNull();
  }

  private static boolean isTakenByKafka(String range) {
    try {
      CidrUtils.validate(range);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
