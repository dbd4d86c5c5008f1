package io.headgate.spi.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A condition that alerts somebody: one of the platform's own, or an alerting rule of Prometheus. A
 * rule of Prometheus whose conditions are joined by {@code or} is as many alert rules of one name.
 *
 * @param name what it is called; absent where alerts have no names
 * @param watch what it watches; unknown where the type of the condition is, or where the expression
 *     rests on what is not in the bundle
 * @param topic the one topic it is about; absent where it is about every topic that its matchers
 *     allow, and where what it watches has no topic; unknown where a template says it, or a matcher
 *     other than that for one name
 * @param group the one consumer group it is about, as {@code topic}; absent unless it watches lag
 * @param matchers what else says which topics, groups and connectors it is about
 * @param threshold a number of messages; of what is counted otherwise, such as partitions, that
 *     number; unknown where it is measured otherwise, such as lag in seconds
 * @param window over which time the threshold counts, as ISO 8601 duration
 * @param pending how long the condition must hold before it alerts
 * @param labels what people labelled it with, such as {@code severity}; with an unknown key where
 *     the dialect has no labels
 * @param annotations what is told with it, such as {@code runbook_url}; with an unknown key where
 *     the dialect has none
 * @param channels the names of the channels it alerts; one unknown name where the dialect cannot
 *     say
 */
public record AlertRule(
    Located<String> name,
    Located<Watch> watch,
    Located<String> topic,
    Located<String> group,
    List<AlertMatcher> matchers,
    Located<Long> threshold,
    Located<String> window,
    Located<Duration> pending,
    Config labels,
    Config annotations,
    List<Located<String>> channels)
    implements Resource {

  /** What an alert rule watches. */
  public enum Watch {
    /** A consumer group that is more than the threshold behind. */
    LAG,
    /** A topic that gets less than the threshold. */
    SILENCE,
    /** A topic that gets more than the threshold. */
    SURGE,
    /**
     * Partitions with fewer replicas in sync than they have (Kafka's metric {@code
     * UnderReplicatedPartitions}).
     */
    UNDER_REPLICATED,
    /**
     * Partitions with fewer replicas in sync than {@code min.insync.replicas}, which nobody can
     * write with {@code acks=all} ({@code UnderMinIsrPartitionCount}).
     */
    UNDER_MIN_ISR,
    /** Partitions without a leader ({@code OfflinePartitionsCount}). */
    OFFLINE_PARTITIONS,
    /** A cluster without exactly one active controller ({@code ActiveControllerCount}). */
    ACTIVE_CONTROLLER,
    /** A leader that was not in sync ({@code UncleanLeaderElectionsPerSec}). */
    UNCLEAN_ELECTION,
    /** A broker that runs out of disk, or has lost one ({@code OfflineLogDirectoryCount}). */
    DISK,
    /** A certificate that expires soon. */
    CERTIFICATE,
    /** A connector, or a task of one, that has failed (Kafka Connect's {@code status}). */
    CONNECTOR_FAILED,
    /** Records that connectors could not handle (Kafka Connect's {@code task-error-metrics}). */
    RECORD_ERRORS,
    /** Something else about Kafka, of which no rule speaks. */
    OTHER
  }

  /** Copies the lists. */
  public AlertRule {
    matchers = List.copyOf(matchers);
    channels = List.copyOf(channels);
  }

  /** A rule of a dialect whose alerts have no names, no labels and no matchers. */
  public AlertRule(
      Located<Watch> watch,
      Located<String> topic,
      Located<String> group,
      Located<Long> threshold,
      Located<String> window,
      List<Located<String>> channels) {
    this(
        Located.absent("name", topic.place()),
        watch,
        topic,
        group,
        List.of(),
        threshold,
        window,
        Located.absent("pending", topic.place()),
        Config.unknown("labels", topic.place()),
        Config.unknown("annotations", topic.place()),
        channels);
  }

  /** Whether it watches this, or may do so. */
  public boolean mayWatch(Watch what) {
    return watch.isUnknown() || watch.is(what);
  }

  /**
   * Whether it is about this topic, or may be. A rule that says nothing of topics is about each of
   * them.
   */
  public boolean mayConcernTopic(String name) {
    return mayConcern(AlertMatcher.Subject.TOPIC, topic, name);
  }

  /** Whether it is about this consumer group, or may be; as {@link #mayConcernTopic}. */
  public boolean mayConcernGroup(String name) {
    return mayConcern(AlertMatcher.Subject.GROUP, group, name);
  }

  /** Whether it is about this connector, or may be; as {@link #mayConcernTopic}. */
  public boolean mayConcernConnector(String name) {
    return mayConcern(AlertMatcher.Subject.CONNECTOR, topic, name);
  }

  private boolean mayConcern(AlertMatcher.Subject subject, Located<String> one, String name) {
    if (subject != AlertMatcher.Subject.CONNECTOR && one.isKnown()) {
      return one.is(name);
    }
    for (AlertMatcher matcher : matchers) {
      if (matcher.subject() == subject && !matcher.mayMatch(name)) {
        return false;
      }
    }
    return true;
  }

  /** What to call it in a sentence, such as {@code alert on lag of billing on orders}. */
  public String subject() {
    return name.isKnown() ? "alert '" + name + "'" : "alert on " + condition();
  }

  /** What it watches in words, such as {@code lag of billing on orders}. */
  public String condition() {
    StringBuilder words =
        new StringBuilder(watch.toString().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (watch.is(Watch.LAG) && (name.isAbsent() || group.isKnown())) {
      words.append(" of ").append(group);
    }
    if (name.isAbsent() || topic.isKnown()) {
      words.append(" on ").append(topic);
    }
    return words.toString();
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.ALERT_RULE, name.isAbsent() ? condition() : name.toString());
  }

  @Override
  public Place place() {
    return name.isAbsent() ? topic.place() : name.place();
  }
}
