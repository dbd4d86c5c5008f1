package io.headgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.testcluster.TestBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot that is killed, by the system, at any moment. */
class KilledSnapshotTest {

  private static final int KILLS = 30;
  private static final int TOPICS = 60;

  @TempDir Path shared;

  @Test
  void isOldOrNewOrEndedByTheNextRun() throws Exception {
    long seed = Long.getLong("headgate.seed", System.nanoTime());
    System.out.println("Killed at random moments, -Dheadgate.seed=" + seed);
    Random random = new Random(seed);
    Map<String, Integer> states = new TreeMap<>();
    try (TestBroker broker = TestBroker.start();
        Admin admin = broker.admin()) {
      Path config = config(broker);
      Path directory = shared.resolve("live");
      Snapshot snapshot =
          new Snapshot(broker.bootstrapServer(), config, List.of(), null, Duration.ofSeconds(20));
      createTopics(admin, "fixed", TOPICS);
      snapshot.to(directory);
      SortedMap<String, String> old = Landscape.of(snapshot.look());
      long longest = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        SortedMap<String, String> now = change(admin, kill, snapshot);
        assertThat(now).isNotEqualTo(old);
        Process process = start(broker, config, directory);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
          assertThat(said.readLine()).isEqualTo("begins");
          long began = System.nanoTime();
          // The first one says how long it takes; half of the others are killed while they write.
          if (kill == 0) {
            assertThat(said.readLine()).isEqualTo("ends");
            longest = System.nanoTime() - began;
          } else if (kill % 2 == 0) {
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * longest));
          } else {
            waitForWriting(directory, process);
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * longest / 10));
          }
        } finally {
          process.destroyForcibly().waitFor();
        }
        String state = state(directory, old, now);
        states.merge(state, 1, Integer::sum);
        snapshot.to(directory);
        assertThat(landscape(directory)).as("kill %d, %s", kill, state).isEqualTo(now);
        assertThat(directory.resolve(".headgate-snapshot/journal")).doesNotExist();
        assertThat(directory.resolve(".headgate-snapshot/ready")).doesNotExist();
        old = now;
      }
    }
    System.out.println("After the kills the directory was " + states);
    assertThat(states.keySet()).isSubsetOf("as before", "as the cluster", "with a journal");
    assertThat(states).containsKey("as before");
  }

  private static String state(
      Path directory, SortedMap<String, String> old, SortedMap<String, String> now)
      throws IOException {
    if (Files.exists(directory.resolve(".headgate-snapshot/journal"))) {
      return "with a journal";
    }
    SortedMap<String, String> found = landscape(directory);
    return found.equals(old)
        ? "as before"
        : found.equals(now) ? "as the cluster" : "mixed: " + found;
  }

  private static void waitForWriting(Path directory, Process process) {
    Path ready = directory.resolve(".headgate-snapshot/ready");
    while (process.isAlive() && !Files.exists(ready)) {
      Thread.onSpinWait();
    }
  }

  private static Process start(TestBroker broker, Path config, Path directory) throws IOException {
    List<String> command = java(SnapshotProcess.class);
    command.addAll(List.of(broker.bootstrapServer(), config.toString(), directory.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Runs a class of the tests. */
  static List<String> java(Class<?> main) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
  }

  private Path config(TestBroker broker) throws IOException {
    Path config = shared.resolve("client.properties");
    Properties properties = new Properties();
    properties.putAll(broker.adminClient());
    try (var writer = Files.newBufferedWriter(config)) {
      properties.store(writer, null);
    }
    return config;
  }

  private static void createTopics(Admin admin, String name, int count) throws Exception {
    List<NewTopic> topics = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      topics.add(new NewTopic(name + "." + i, 1, (short) 1));
    }
    admin.createTopics(topics).all().get();
  }

  /** Makes the cluster another one, and says what is to be written of it. */
  private static SortedMap<String, String> change(Admin admin, int round, Snapshot snapshot)
      throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    String retention = String.valueOf(86_400_000L + round);
    for (int i = 0; i < TOPICS; i++) {
      changes.put(
          new ConfigResource(ConfigResource.Type.TOPIC, "fixed." + i),
          List.of(
              new AlterConfigOp(
                  new ConfigEntry("retention.ms", retention), AlterConfigOp.OpType.SET)));
    }
    admin.incrementalAlterConfigs(changes).all().get();
    if (round > 0) {
      admin
          .deleteTopics(List.of("round" + (round - 1) + ".0", "round" + (round - 1) + ".1"))
          .all()
          .get();
    }
    createTopics(admin, "round" + round, 2);
    long until = System.nanoTime() + 20_000_000_000L;
    while (true) {
      Running running = snapshot.look();
      long there =
          running.topics().stream()
              .filter(
                  topic ->
                      topic.name().startsWith("round" + round + ".")
                          || String.valueOf(topic.configs()).contains(retention))
              .count();
      if (there == TOPICS + 2 && running.topics().size() == TOPICS + 2) {
        return Landscape.of(running);
      }
      assertThat(System.nanoTime()).isLessThan(until);
    }
  }

  /** What lies there but for the notes about it. */
  private static SortedMap<String, String> landscape(Path root) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString();
        if (!path.startsWith(SnapshotDirectory.OWN)
            || (path.endsWith(".yaml") && !path.contains("/ready/"))) {
          texts.put(path, Files.readString(file));
        }
      }
    }
    return texts;
  }
}
