package io.headgate.delivery.admission;

import org.jspecify.annotations.Nullable;

/**
 * Judges a few objects that nobody has sent, before the first is: a JVM that has just started takes
 * a hundred times as long for one, and what waits meanwhile is cut off.
 */
final class WarmUp {

  private static final long NANOS = 1_500_000_000L;

  private static final int REVIEWS = 400;

  private static final String TOPIC =
      "{\"apiVersion\":\"kafka.strimzi.io/v1\",\"kind\":\"KafkaTopic\",\"metadata\":{\"name\":\"warm-up\","
          + "\"labels\":{\"strimzi.io/cluster\":\"c\"}},\"spec\":{\"partitions\":%,\"replicas\":1,\"config\":"
          + "{\"cleanup.policy\":\"compact\",\"retention.ms\":\"1\"}}}";

  private static final String USER =
      "{\"apiVersion\":\"kafka.strimzi.io/v1\",\"kind\":\"KafkaUser\",\"metadata\":{\"name\":\"warm-up\","
          + "\"labels\":{\"strimzi.io/cluster\":\"c\"}},\"spec\":{\"authentication\":{\"type\":\"tls\"},"
          + "\"authorization\":{\"type\":\"simple\",\"acls\":[{\"resource\":{\"type\":\"topic\",\"name\":\"*\","
          + "\"patternType\":\"literal\"},\"operations\":[\"Read\",\"Write\"]}]}}}";

  private WarmUp() {}

  /** Does it, for a second or two. */
  static void of(Reviewer reviewer) {
    long end = System.nanoTime() + NANOS;
    try {
      for (int i = 0; i < REVIEWS && System.nanoTime() < end; i++) {
        String now = TOPIC.replace("%", Integer.toString(i + 2));
        String then = TOPIC.replace("%", Integer.toString(i + 1));
        warm(reviewer, i % 2 == 0 ? now : USER, i % 2 == 0 ? then : null);
      }
    } catch (RuntimeException e) {
      // The first review will meet it again, and tell.
    }
  }

  private static void warm(Reviewer reviewer, String now, @Nullable String then) {
    Answer unused =
        reviewer.answer(new AdmissionReview("warm-up", "UPDATE", "", "", "", "", true, now, then));
  }
}
