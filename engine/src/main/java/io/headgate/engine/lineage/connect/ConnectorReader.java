package io.headgate.engine.lineage.connect;

import io.headgate.engine.lineage.flow.Edge;
import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Graph;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.engine.pattern.Subscriptions;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the connectors of a bundle. */
public final class ConnectorReader {

  private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";

  private final Bundle bundle;
  private final Fields fields;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, List<Flow>> sources = new HashMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  /** Reads all connectors of a bundle. */
  public ConnectorReader(Bundle bundle, Fields fields) {
    this.bundle = bundle;
    this.fields = fields;
    Map<ResourceRef, List<Located<String>>> subscribed = new HashMap<>();
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      subscribed.put(group.member(), group.topics());
    }
    for (Connector connector : bundle.all(Connector.class)) {
      boolean isSink = !connector.topics().isEmpty() || !connector.topicsPattern().isAbsent();
      idle(connector);
      if (connector.connectorClass().orElse("").contains("connect.mirror.Mirror")) {
        continue; // it copies whole topics to another cluster
      }
      if (isSink) {
        sink(connector, subscribed.getOrDefault(connector.ref(), connector.topics()));
      } else {
        source(connector);
      }
    }
  }

  /** What the reading came upon. */
  public List<Remark> remarks() {
    return remarks;
  }

  /** Adds what the connectors do to a graph. */
  public void addTo(Graph graph) {
    edges.forEach(graph::add);
    sources.forEach((topic, flows) -> flows.forEach(flow -> graph.source(topic, flow)));
  }

  private void sink(Connector connector, List<Located<String>> topics) {
    Located<String> dead = connector.config().get(DEAD_LETTERS);
    Heard heard = new Heard(connector);
    for (Located<String> topic : topics) {
      if (!topic.isKnown()) {
        continue;
      }
      Shape whole = Shape.of(topic.get(), topic.place());
      if (dead.isKnown() && !dead.get().isBlank()) {
        // A dead letter is the record as it was read.
        for (Mapping mapping : Shape.of(topic.get(), dead.place()).mappings()) {
          edges.add(new Edge(mapping, dead.get().strip(), connector, "config." + DEAD_LETTERS));
        }
      }
      Chain chain = new Chain(whole, fields, heard);
      apply(connector, chain, topic.get());
      for (Mapping mapping : chosen(connector, chain.shape()).mappings()) {
        edges.add(new Edge(mapping, null, connector, "config"));
      }
    }
    heard.tell(topics.size());
    excluded(connector);
  }

  /** Transforms that protect nothing, because their predicate fits none of a sink's topics. */
  private void excluded(Connector connector) {
    if (connector.topics().isEmpty() || !connector.topicsPattern().isAbsent()) {
      return; // which topics outside the bundle a pattern matches, nobody has looked up
    }
    for (Transform transform : Transform.of(connector.config())) {
      if (transform.name().contains("Rout")) {
        return; // from here on topics have other names
      }
      if (transform.isProtection() && fitsNone(transform, connector)) {
        remark(
            Remark.About.MISSED_FIELD,
            connector,
            transform.option("predicate"),
            "transform '"
                + transform.alias()
                + "' ("
                + transform.name()
                + ") has predicate '"
                + transform.option("predicate")
                + "', which lets it have no record of the connector's topics but tombstones");
      }
    }
  }

  private static boolean fitsNone(Transform transform, Connector connector) {
    for (Located<String> topic : connector.topics()) {
      Boolean applies = applies(transform, connector, topic.orNull());
      if (applies == null || applies) {
        return false;
      }
    }
    return true;
  }

  /** The fields of the JDBC sink's {@code fields.whitelist}; all where it has none. */
  private static Shape chosen(Connector connector, Shape shape) {
    Located<String> list = connector.config().get("fields.whitelist");
    if (!list.isKnown() || !connector.connectorClass().orElse("").contains("Jdbc")) {
      return shape;
    }
    Shape chosen = shape.side(Side.KEY);
    for (String field : Transform.listed(list.get())) {
      Side value = Side.VALUE;
      chosen = chosen.and(shape.at(value, field).below(value, field));
    }
    return chosen;
  }

  private void apply(Connector connector, Chain chain, @Nullable String topic) {
    for (Transform transform : Transform.of(connector.config())) {
      Boolean applies = applies(transform, connector, topic);
      if (applies == null) {
        chain.applyPerhaps(transform);
      } else if (applies) {
        chain.apply(transform);
      }
    }
  }

  /** Whether the predicate lets the transform have the records of a topic; null if nobody knows. */
  private static @Nullable Boolean applies(
      Transform transform, Connector connector, @Nullable String topic) {
    Located<String> predicate = transform.option("predicate");
    if (predicate.isAbsent()) {
      return Boolean.TRUE;
    }
    boolean negated = transform.option("negate").orElse("").equalsIgnoreCase("true");
    String prefix = "predicates." + predicate.orElse("") + ".";
    String type = connector.config().get(prefix + "type").orElse("");
    if (type.endsWith(".RecordIsTombstone")) {
      return negated; // a tombstone has nothing to hide
    }
    Located<String> pattern = connector.config().get(prefix + "pattern");
    if (type.endsWith(".TopicNameMatches") && pattern.isKnown() && topic != null) {
      Boolean matches = Subscriptions.matches(pattern.get(), topic);
      return matches == null ? null : matches != negated;
    }
    return null;
  }

  private void source(Connector connector) {
    Heard heard = new Heard(connector);
    Chain chain = new Chain(Shape.NOTHING, fields, heard);
    for (Transform transform : Transform.of(connector.config())) {
      if (transform.isProtection()) {
        nested(transform, heard, connector);
      } else {
        chain.apply(transform);
      }
    }
    heard.tell(1);
    for (String topic : written(connector)) {
      Located<String> name = connector.name();
      sources
          .computeIfAbsent(topic, key -> new ArrayList<>())
          .add(
              new Flow(
                  null,
                  FieldRef.value(topic, ""),
                  connector,
                  Effect.COPY,
                  Located.known("", "config", name.place())));
    }
  }

  /** What a source's records look like is not known; that a path is no name is. */
  private static void nested(Transform transform, Heard heard, Connector connector) {
    for (Transform other : Transform.of(connector.config())) {
      if (other.name().equals("Flatten") || !other.apache()) {
        return;
      }
    }
    String key = transform.name().equals("MaskField") ? "fields" : "exclude";
    for (String field : transform.list(key)) {
      if (field.indexOf('.') >= 0) {
        heard.missed(transform, transform.option(key), field, Chain.Miss.PATH, field);
      }
    }
  }

  private Set<String> written(Connector connector) {
    Set<String> topics = new TreeSet<>();
    for (String key : List.of("topic", "kafka.topic", "topics")) {
      topics.addAll(Transform.listed(connector.config().get(key).orElse("")));
    }
    String prefix = connector.config().get("topic.prefix").orElse("");
    if (!prefix.isEmpty()) {
      for (String topic : bundle.topicNames().tailSet(prefix)) {
        if (!topic.startsWith(prefix)) {
          break;
        }
        topics.add(topic);
      }
    }
    Set<String> routed = new TreeSet<>();
    for (String topic : topics) {
      routed.add(route(connector, topic));
    }
    return routed;
  }

  private static String route(Connector connector, String topic) {
    String name = topic;
    for (Transform transform : Transform.of(connector.config())) {
      if (transform.name().equals("RegexRouter")) {
        name =
            Routes.route(
                name,
                transform.option("regex").orElse(""),
                transform.option("replacement").orElse(""));
      }
    }
    return name;
  }

  private void idle(Connector connector) {
    for (Transform transform : Transform.idle(connector.config())) {
      if (transform.isProtection()) {
        remark(
            Remark.About.MISSED_FIELD,
            connector,
            transform.type(),
            "transform '"
                + transform.alias()
                + "' ("
                + transform.name()
                + ") is not listed in 'transforms'");
      }
    }
  }

  private void remark(Remark.About about, Connector connector, Located<String> where, String text) {
    if (said.add(connector.ref() + "\n" + where.attribute() + "\n" + text)) {
      remarks.add(
          new Remark(about, connector, Located.known(text, where.attribute(), where.place())));
    }
  }

  /** Turns what chains say into remarks, each once for all topics. */
  private final class Heard implements Chain.Listener {

    private final Connector connector;
    private final Map<String, Missed> missed = new LinkedHashMap<>();

    Heard(Connector connector) {
      this.connector = connector;
    }

    @Override
    public void unknown(Transform transform) {
      remark(
          Remark.About.UNKNOWN_TRANSFORM,
          connector,
          transform.type(),
          "what transform '" + transform.alias() + "' does is not known");
    }

    @Override
    public void missed(
        Transform transform, Located<String> list, String field, Chain.Miss miss, String where) {
      String reason =
          switch (miss) {
            case PATH -> "but it knows only the fields at the root of a record";
            case OTHER_SIDE ->
                transform.side() == Side.VALUE
                    ? "but that field is in the key, and it changes the value"
                    : "but that field is in the value, and it changes the key";
            case DEEPER ->
                "but the field is '"
                    + where
                    + "', and it knows only the fields at the root of a record";
            case RENAMED -> "but by then the field is called '" + where + "'";
            case MISSPELT -> "but the records have no such field, only '" + where + "'";
            case NOWHERE -> null;
          };
      Missed one =
          missed.computeIfAbsent(transform.alias() + "\n" + field, key -> new Missed(list));
      one.count++;
      if (one.text == null && reason != null) {
        one.text =
            "transform '"
                + transform.alias()
                + "' ("
                + transform.name()
                + ") names field '"
                + field
                + "', "
                + reason;
      }
    }

    /** What a transform does for one of the topics, it is there for. */
    void tell(int topics) {
      for (Missed one : missed.values()) {
        if (one.count == topics && one.text != null) {
          remark(Remark.About.MISSED_FIELD, connector, one.list, one.text);
        }
      }
    }
  }

  /** A field that a transform does not reach, for how many topics, and what is to be said of it. */
  private static final class Missed {
    private final Located<String> list;
    private @Nullable String text;
    private int count;

    Missed(Located<String> list) {
      this.list = list;
    }
  }
}
