package io.headgate.delivery.admission;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How the server runs.
 *
 * @param address where it answers reviews, over TLS
 * @param metrics where it tells of its health and serves metrics, in plain HTTP
 * @param judges how many objects are judged at once; as many as there are processors is best
 * @param queue how many reviews may wait for that; what comes on top is turned away
 * @param time how long a review may take before there is no verdict, and never longer than what the
 *     API server grants less a margin
 * @param grace how long a stop waits for the reviews that have come in
 */
public record ServerSettings(
    InetSocketAddress address,
    InetSocketAddress metrics,
    int judges,
    int queue,
    Duration time,
    Duration grace) {

  /** What a server on these ports does without further words. */
  public static ServerSettings on(InetSocketAddress address, InetSocketAddress metrics) {
    return new ServerSettings(
        address,
        metrics,
        Math.max(2, Runtime.getRuntime().availableProcessors()),
        2000,
        Duration.ofSeconds(8),
        Duration.ofSeconds(20));
  }
}
