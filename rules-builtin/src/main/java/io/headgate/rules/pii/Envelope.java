package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What transports wrap around the data: their own fields are about the transport, never about a
 * person. Debezium's change events, and CloudEvents 1.0 in structured mode.
 *
 * @param wrappers the fields at the root that hold the data
 * @param own the fields at the root that describe the transport
 */
record Envelope(Set<String> wrappers, Set<String> own) {

  private static final Envelope NONE = new Envelope(Set.of(), Set.of());

  private static final Envelope DEBEZIUM =
      new Envelope(
          Set.of("before", "after"),
          Set.of("source", "op", "ts_ms", "ts_us", "ts_ns", "transaction", "schema"));

  private static final Envelope CLOUD_EVENTS =
      new Envelope(
          Set.of("data"),
          Set.of(
              "specversion",
              "id",
              "source",
              "type",
              "subject",
              "time",
              "datacontenttype",
              "dataschema",
              "traceparent",
              "tracestate"));

  /** The envelope that the fields at the root show. */
  static Envelope of(List<Field> fields) {
    Set<String> roots = new HashSet<>();
    for (Field field : fields) {
      roots.add(root(field.path()));
    }
    if (roots.contains("op") && roots.contains("source") && roots.contains("after")) {
      return DEBEZIUM;
    }
    return roots.contains("specversion") && roots.contains("source") && roots.contains("type")
        ? CLOUD_EVENTS
        : NONE;
  }

  /** The path inside the envelope, or null for a field of the envelope itself. */
  @Nullable String inner(String path) {
    String root = root(path);
    if (own.contains(root)) {
      return null;
    }
    return wrappers.contains(root) && path.length() > root.length()
        ? path.substring(root.length() + 1)
        : path;
  }

  private static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
