package io.headgate.delivery.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.delivery.watch.Judgement.Verdict;
import io.headgate.delivery.watch.Status.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchMetricsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Status status(State state, int behind, List<String> moves) {
    return new Status(
        state,
        "As it is.",
        Instant.EPOCH,
        "b",
        "a",
        behind,
        moves,
        1,
        20,
        new Status.Newest("a", false, 2, 1, 0, "", ""));
  }

  private static HttpResponse<String> get(WatchMetrics metrics, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + metrics.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void tellsHowThingsStand() throws IOException, InterruptedException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (WatchMetrics metrics = WatchMetrics.start(any)) {
      assertThat(get(metrics, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(metrics, "/readyz").body()).contains("first look has not ended");
      metrics.judged(
          "b", "a", new Judgement(Verdict.CLOSED, 2, 1, 0, "", "", null), 1_500_000_000L);
      metrics.ended(status(State.CLOSED, 3, List.of("a")));
      assertThat(get(metrics, "/readyz").statusCode()).isEqualTo(200);
      assertThat(get(metrics, "/metrics").body())
          .contains(
              "headgate_watch_state{state=\"closed\"} 1.0",
              "headgate_watch_state{state=\"approved\"} 0.0",
              "headgate_watch_looks_total{state=\"closed\"} 1.0",
              "headgate_watch_behind_commits 3.0",
              "headgate_watch_moves_total 1.0",
              "headgate_watch_judgements_total{verdict=\"closed\"} 1.0",
              "headgate_watch_judge_seconds_bucket{le=\"2.0\"} 1",
              "headgate_watch_findings{severity=\"error\"} 2.0",
              "headgate_watch_reached_age_seconds ");
      metrics.ended(status(State.UNREACHABLE, 0, List.of()));
      HttpResponse<String> ready = get(metrics, "/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("'unreachable'");
      assertThat(get(metrics, "/metrics").body())
          .contains(
              "headgate_watch_state{state=\"closed\"} 0.0",
              "headgate_watch_state{state=\"unreachable\"} 1.0",
              // What was last known still is.
              "headgate_watch_behind_commits 3.0");
    }
  }
}
