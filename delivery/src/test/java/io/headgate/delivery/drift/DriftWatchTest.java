package io.headgate.delivery.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.DriftRun;
import io.headgate.engine.LiveState;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Topic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A watch that looks at snapshots in memory. */
class DriftWatchTest {

  private static final Rule DIFFERENT = Rule.error("drift-different", "It runs otherwise.");
  private static final Rule NAME = Rule.note("topic-any", "There is a topic.");

  private final AtomicReference<String> running = new AtomicReference<>("3");
  private final List<String> said = new ArrayList<>();
  private int seen;

  /** Two rules as a pack may have them. */
  private static final class Pack implements RulePack {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<CheckerSpec> checkers() {
      return List.of(
          CheckerSpec.of(
              DIFFERENT,
              (bundle, findings) -> {
                Bundle runs = bundle.live() == null ? null : bundle.live().running();
                for (Topic topic : runs == null ? List.<Topic>of() : runs.all(Topic.class)) {
                  Topic own = bundle.topic(topic.name().get());
                  if (own != null && !own.partitions().get().equals(topic.partitions().get())) {
                    findings.add(DIFFERENT, own, own.partitions(), "Other partitions.");
                  }
                }
              }),
          CheckerSpec.of(
              NAME,
              (bundle, findings) -> {
                for (Topic topic : bundle.all(Topic.class)) {
                  findings.add(NAME, topic, topic.name(), "A topic.");
                }
              }));
    }
  }

  private static MemoryFiles topic(String partitions) {
    return new MemoryFiles(
        Map.of(
            "kafka/topics/topic-a.yaml",
            "name: a\npartitions: " + partitions + "\nreplication: 1\nconfigs: {}\n"));
  }

  private Look.Seen look() throws IOException {
    String now = Objects.requireNonNull(running.get());
    if (now.isEmpty()) {
      throw new UserError("Kafka cannot be reached.");
    }
    Run run =
        new Run(
            topic("3"),
            new Catalog(List.of(new Pack())),
            Policy.NONE,
            "",
            null,
            rule -> rule.group().equals("drift"),
            Progress.NONE);
    DriftRun look = new DriftRun(run, new LiveState(topic(now), "test"));
    return new Look.Seen(look.report(), look.running());
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  private static String await(int port, String path, String wanted)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String answer = get(port, path);
    while (!answer.contains(wanted) && System.nanoTime() < until) {
      Thread.sleep(20);
      answer = get(port, path);
    }
    assertThat(answer).contains(wanted);
    return answer;
  }

  @Test
  void tellsWhatTheLastGoodLookSaw() throws IOException, InterruptedException {
    running.set("");
    DriftWatch watch =
        DriftWatch.start(
            new InetSocketAddress("localhost", 0),
            Duration.ofMillis(50),
            this::look,
            look -> seen++,
            said::add);
    assertThat(get(watch.port(), "/readyz")).isEqualTo("503 Nobody has looked yet.\n");
    assertThat(get(watch.port(), "/healthz")).isEqualTo("200 ok\n");
    Thread runner = new Thread(watch::run, "watch");
    runner.start();
    await(watch.port(), "/readyz", "503 Kafka cannot be reached.");
    assertThat(get(watch.port(), "/metrics"))
        .contains("headgate_drift_looks_total{outcome=\"good\"} 0.0");
    assertThat(get(watch.port(), "/metrics")).doesNotContain("headgate_drift_age_seconds ");
    running.set("5");
    String metrics =
        await(
            watch.port(), "/metrics", "headgate_drift{kind=\"different\",severity=\"error\"} 1.0");
    assertThat(metrics)
        .contains("headgate_findings{rule=\"topic-any\",severity=\"note\"} 1.0")
        .contains("headgate_drift_age_seconds ")
        .contains("headgate_drift_not_compared 0.0");
    assertThat(get(watch.port(), "/readyz")).isEqualTo("200 ok\n");
    running.set("3");
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (get(watch.port(), "/metrics").contains("kind=\"different\"")
        && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    assertThat(get(watch.port(), "/metrics")).doesNotContain("kind=\"different\"");
    watch.stop();
    runner.join(10_000);
    assertThat(runner.isAlive()).isFalse();
    int port = watch.port();
    watch.close();
    assertThatThrownBy(() -> get(port, "/healthz")).isInstanceOf(IOException.class);
    assertThat(said).contains("Kafka cannot be reached.");
    assertThat(seen).isPositive();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("headgate-"));
  }
}
