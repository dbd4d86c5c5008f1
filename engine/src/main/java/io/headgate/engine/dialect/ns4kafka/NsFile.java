package io.headgate.engine.dialect.ns4kafka;

import io.headgate.engine.dialect.Reading;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces and streams of one file, and what waits for them: an object names a namespace, and
 * only the namespace says which Kafka user that is.
 */
final class NsFile implements Reading.Later {

  /**
   * A namespace of the file.
   *
   * @param user the Kafka user
   * @param cluster the Kafka cluster; null where it does not say
   * @param transactions whether its user may use transactions
   */
  record Space(Located<String> user, @Nullable String cluster, boolean transactions) {}

  /** What is read only once all namespaces of the file are known. */
  interface Waiting {
    void read(NsFile file, Reading reading);
  }

  private final Map<String, Space> spaces = new HashMap<>();
  private final Set<String> streaming = new HashSet<>();
  private final List<Waiting> waiting = new ArrayList<>();

  static NsFile of(Reading reading) {
    return reading.later(NsFile.class, NsFile::new);
  }

  void add(String name, Space space) {
    spaces.put(name, space);
  }

  /** Notes that a namespace has streams. */
  void addStream(String namespace) {
    streaming.add(namespace);
  }

  void await(Waiting one) {
    waiting.add(one);
  }

  @Override
  public void finish(Reading reading) {
    for (Waiting one : waiting) {
      one.read(this, reading);
    }
  }

  /** The Kafka user of a namespace; unknown if another file declares it. */
  Located<String> user(@Nullable String namespace, String attribute, Place place) {
    Space space = namespace == null ? null : spaces.get(namespace);
    String user = space == null ? null : space.user().orNull();
    return user == null ? Located.unknown(attribute, place) : Located.known(user, attribute, place);
  }

  /** The Kafka cluster of a namespace, or null. */
  @Nullable String cluster(@Nullable String namespace) {
    Space space = namespace == null ? null : spaces.get(namespace);
    return space == null ? null : space.cluster();
  }

  /** Whether the user of a namespace gets transactional ids with its groups, as far as is known. */
  boolean hasTransactions(String namespace) {
    Space space = spaces.get(namespace);
    return space != null && (space.transactions() || streaming.contains(namespace));
  }
}
