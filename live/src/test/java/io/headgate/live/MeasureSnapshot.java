package io.headgate.live;

import io.headgate.testcluster.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a snapshot of a large cluster takes; {@code scripts/measure-snapshot} runs it. A real broker
 * gets the topics and ACLs; what is written is read back and compared with what was seen.
 */
final class MeasureSnapshot {

  private static final int BATCH = 200;

  private MeasureSnapshot() {}

  /**
   * Measures.
   *
   * @param args how many topics and how many ACLs
   */
  public static void main(String[] args) throws Exception {
    int topics = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int acls = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    Path directory = Files.createTempDirectory("headgate-measure");
    try (TestBroker broker = TestBroker.start()) {
      long began = System.nanoTime();
      fill(broker, topics, acls);
      say("making them", began);
      Path config = directory.resolve("client.properties");
      Properties properties = new Properties();
      properties.putAll(broker.adminClient());
      try (var writer = Files.newBufferedWriter(config)) {
        properties.store(writer, null);
      }
      Snapshot snapshot =
          new Snapshot(broker.bootstrapServer(), config, List.of(), null, Duration.ofSeconds(30));
      Path to = directory.resolve("live");
      began = System.nanoTime();
      Snapshot.Outcome outcome = snapshot.to(to);
      say("snapshot, the first", began);
      began = System.nanoTime();
      Snapshot.Outcome again = snapshot.to(to);
      say("snapshot, nothing changed", began);
      began = System.nanoTime();
      ReadBack read = ReadBack.of(to);
      say("reading it back", began);
      check(outcome.running().topics().size() == topics, "Topics are missing.");
      check(outcome.running().acls().size() == acls, "ACLs are missing.");
      check(read.unread() == 0, "Documents were not read.");
      check(read.topics().equals(outcome.running().topics()), "The topics are others.");
      check(read.acls().equals(outcome.running().acls()), "The ACLs are others.");
      check(again.written() == 0, "The second snapshot wrote something.");
      System.out.println(topics + " topics and " + acls + " ACLs were read back, and are equal.");
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void say(String what, long began) {
    System.out.printf(
        Locale.ROOT, "%-28s %6.1f s%n", what, (System.nanoTime() - began) / 1_000_000_000.0);
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError(message);
    }
  }

  private static void fill(TestBroker broker, int topics, int acls) throws Exception {
    try (Admin admin = broker.admin()) {
      for (int from = 0; from < topics; from += BATCH) {
        List<NewTopic> some = new ArrayList<>();
        for (int i = from; i < Math.min(topics, from + BATCH); i++) {
          some.add(
              new NewTopic("area" + i % 40 + ".thing" + i + ".v1", 1, (short) 1)
                  .configs(Map.of("retention.ms", String.valueOf(86_400_000L + i))));
        }
        admin.createTopics(some).all().get();
      }
      for (int from = 0; from < acls; from += BATCH) {
        List<AclBinding> some = new ArrayList<>();
        for (int i = from; i < Math.min(acls, from + BATCH); i++) {
          some.add(acl(i, topics));
        }
        admin.createAcls(some).all().get();
      }
      waitFor(admin, acls);
    }
  }

  private static AclBinding acl(int i, int topics) {
    boolean group = i % 5 == 4;
    String name = "area" + i % 40 + (i % 3 == 0 ? "." : ".thing" + i % topics + ".v1");
    return new AclBinding(
        new ResourcePattern(
            group ? ResourceType.GROUP : ResourceType.TOPIC,
            name,
            i % 3 == 0 ? PatternType.PREFIXED : PatternType.LITERAL),
        new AccessControlEntry(
            "User:app" + i,
            i % 7 == 0 ? "10.0." + i % 250 + ".1" : "*",
            i % 2 == 0 ? AclOperation.READ : AclOperation.DESCRIBE,
            i % 11 == 0 ? AclPermissionType.DENY : AclPermissionType.ALLOW));
  }

  /** The broker learns from the controller a little later. */
  private static void waitFor(Admin admin, int acls) throws Exception {
    long until = System.nanoTime() + 60_000_000_000L;
    while (admin.describeAcls(AclBindingFilter.ANY).values().get().size() < acls) {
      if (System.nanoTime() > until) {
        throw new IOException("The broker does not learn of the ACLs.");
      }
      Thread.sleep(100);
    }
  }
}
