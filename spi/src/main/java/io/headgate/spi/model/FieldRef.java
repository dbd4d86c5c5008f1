package io.headgate.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * A field of the records of a topic, whether a schema knows it or not.
 *
 * @param topic the topic
 * @param side the part of the record
 * @param path dotted from the root of that part, as {@link Field#path}; empty for the part as a
 *     whole; a header is {@code _headers.} and its name
 */
public record FieldRef(String topic, Schema.Side side, String path)
    implements Comparable<FieldRef> {

  /** A field of the value. */
  public static FieldRef value(String topic, String path) {
    return new FieldRef(topic, Schema.Side.VALUE, path);
  }

  /** By topic, then value ahead of key, then by path. */
  @Override
  public int compareTo(FieldRef other) {
    int order = topic.compareTo(other.topic);
    order = order != 0 ? order : other.side.compareTo(side);
    return order != 0 ? order : path.compareTo(other.path);
  }

  /** For people: {@code orders.email}, or {@code orders._key.email} for a field of the key. */
  @Override
  public String toString() {
    String part = side == Schema.Side.KEY ? topic + "._key" : topic;
    return path.isEmpty() ? part : part + "." + path;
  }

  // Written out: what the compiler gives a record is linked at the first call, and a start feels
  // it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FieldRef ref
            && side == ref.side
            && path.equals(ref.path)
            && topic.equals(ref.topic));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * topic.hashCode() + path.hashCode()) + (side == Schema.Side.KEY ? 1 : 0);
  }
}
