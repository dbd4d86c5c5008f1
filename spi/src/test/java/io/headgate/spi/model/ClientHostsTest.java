package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientHostsTest {

  private static ClientHosts hosts(String... entries) {
    ClientHosts hosts = new ClientHosts(new KafkaVersion(4, 4));
    for (String entry : entries) {
      hosts.add(entry);
    }
    return hosts;
  }

  @Test
  void meetWhereAClientMayBeAtBoth() {
    ClientHosts hosts = hosts("10.0.0.0/8", "10.1.0.0/16", "192.168.0.0/16");

    assertThat(hosts.meet("10.0.0.0/8", "10.1.0.0/16")).isTrue();
    assertThat(hosts.meet("10.1.0.0/16", "10.0.0.0/8")).isTrue();
    assertThat(hosts.meet("10.0.0.7", "10.0.0.0/8")).isTrue();
    assertThat(hosts.meet("10.0.0.0/8", "192.168.0.0/16")).isFalse();
    assertThat(hosts.meet("10.0.0.7", "10.1.0.0/16")).isFalse();
  }

  @Test
  void meetAsTextWithoutRanges() {
    assertThat(hosts().meet("a", "a")).isTrue();
    assertThat(hosts().meet("*", "a")).isTrue();
    assertThat(hosts().meet("a", "*")).isTrue();
    assertThat(hosts().meet("a", "b")).isFalse();
  }

  @Test
  void whatCoversAHostComesWidestFirst() {
    ClientHosts hosts = hosts("10.1.0.0/16", "10.0.0.0/8");
    String wide = hosts.key("10.0.0.0/8");
    String narrow = hosts.key("10.1.0.0/16");

    assertThat(hosts.covering("10.1.0.1")).containsExactly("*", wide, narrow, "10.1.0.1");
    assertThat(hosts.covering("10.1.0.0/16")).containsExactly("*", wide, narrow);
    assertThat(hosts.covering("10.0.0.0/8")).containsExactly("*", wide);
    assertThat(hosts.covering("client.example.com")).containsExactly("*", "client.example.com");
    assertThat(hosts.covering("0.0.0.0")).containsExactly("*", "0.0.0.0");
    assertThat(hosts.covering("*")).containsExactly("*");
  }
}
