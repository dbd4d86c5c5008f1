package io.headgate.spi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** All questions about all entries: eight times the entries must not cost much more than that. */
class AccessScaleTest {

  private static final int ENTRIES = 60_000;
  private static final int RUNS = 3;

  /** Of what nobody has in such numbers. */
  private static final int STRANGE = 16_000;

  private interface Landscape {
    List<Acl> entries(int count);
  }

  /** Each team reads and writes its own prefix, reads three others' and is denied something. */
  private static List<Acl> teams(int count) {
    List<Acl> acls = new ArrayList<>();
    for (int i = 0; acls.size() < count; i++) {
      String user = "User:team" + i;
      acls.add(Acls.allow(user, AclOperation.ALL, "team" + i + ".*"));
      acls.add(Acls.allow(user, AclOperation.DESCRIBE, "team" + i + ".topic0"));
      acls.add(Acls.allow(user, AclOperation.READ, "team" + (i + 1) + ".topic0"));
      acls.add(Acls.allow(user, AclOperation.READ, "team" + (i + 2) + ".topic1"));
      acls.add(Acls.allow(user, AclOperation.READ, "team" + (i + 3) + ".*"));
      acls.add(Acls.deny(user, AclOperation.READ, "team" + (i + 3) + ".topic2"));
    }
    return acls;
  }

  /** One principal and one prefix with a host for each entry. */
  private static List<Acl> hosts(int count) {
    List<Acl> acls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      acls.add(
          Acls.acl(
              i % 2 == 0 ? AclPermissionType.ALLOW : AclPermissionType.DENY,
              "User:team0",
              AclOperation.READ,
              "team0.*",
              "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "/" + (25 + i % 8)));
    }
    return acls;
  }

  /** Every prefix begins with the ones before it, and DENY entries meet none of the others. */
  private static List<Acl> nested(int count) {
    List<Acl> acls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String topic = "a".repeat(i % 200) + i + "*";
      acls.add(
          i % 3 == 0
              ? Acls.deny("User:b" + i % 7, AclOperation.WRITE, "a".repeat(i % 200) + "*")
              : Acls.allow("User:a" + i, AclOperation.READ, topic));
    }
    return acls;
  }

  /** Of this thread's own: what else the machine does meanwhile does not count. */
  private static long nanos(List<Acl> acls) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Access access = Acls.access(false, List.of("User:admin"), acls);
    int answers = 0;
    for (Acl acl : acls) {
      answers += access.shadowing(acl).size();
      answers += access.subsuming(acl) == null ? 0 : 1;
      answers += !acl.allows() && access.mayTakeEffect(acl) ? 1 : 0;
    }
    for (int i = 0; i < acls.size() / 3; i++) {
      String topic = "team" + i / 3 + ".topic" + i % 3;
      answers += access.readers(topic).size();
      answers +=
          access.decide("User:team" + i, AclOperation.READ, ResourceType.TOPIC, topic).allowed()
              ? 1
              : 0;
    }
    assertThat(answers).isPositive();
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static long fastest(Landscape landscape, int count) {
    List<Acl> acls = landscape.entries(count);
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      fastest = Math.min(fastest, nanos(acls));
    }
    return fastest;
  }

  private static void scales(String name, Landscape landscape, int count) {
    fastest(landscape, count / 8);
    long small = fastest(landscape, count / 8);
    long large = fastest(landscape, count);
    System.out.printf(
        "%s: %,d entries %d ms, %,d entries %d ms%n",
        name, count / 8, small / 1_000_000, count, large / 1_000_000);
    // 64 times would be pairwise; caches take their part of the rest.
    assertThat(large).isLessThan(Math.max(small, 10_000_000) * 24);
    assertThat(large).isLessThan(4_000_000_000L);
  }

  @Test
  void manyTeams() {
    scales("teams", AccessScaleTest::teams, ENTRIES);
  }

  @Test
  void manyHosts() {
    scales("hosts", AccessScaleTest::hosts, STRANGE);
  }

  @Test
  void manyPrefixes() {
    scales("prefixes", AccessScaleTest::nested, STRANGE);
  }
}
