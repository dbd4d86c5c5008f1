package io.headgate.engine.lineage.flow;

import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Trail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All edges of a bundle, and the ways along them. */
public final class Graph {

  /** A cycle that packs a record into itself makes ever longer paths: somewhere it has to end. */
  private static final int LONGEST_PATH = 250;

  private static final int MOST_STEPS = 50;
  private static final int MOST_FIELDS = 20_000;

  private final Fields fields;
  private final Index bySource = new Index();
  private final Index byTarget = new Index();
  private final Map<String, List<Flow>> sources = new HashMap<>();

  /**
   * Edges by the first name of their path, so that a wide record costs no more than a small one.
   */
  private static final class Index {

    private final Map<String, List<Edge>> edges = new HashMap<>();

    void add(String topic, Side side, String path, Edge edge) {
      edges.computeIfAbsent(part(topic, side), key -> new ArrayList<>()).add(edge);
      edges.computeIfAbsent(bucket(topic, side, path), key -> new ArrayList<>()).add(edge);
    }

    /** The edges at, in and around a field, and few others. */
    List<Edge> near(FieldRef field) {
      if (field.path().isEmpty()) {
        return edges.getOrDefault(part(field.topic(), field.side()), List.of());
      }
      List<Edge> whole = edges.getOrDefault(bucket(field.topic(), field.side(), ""), List.of());
      List<Edge> own =
          edges.getOrDefault(bucket(field.topic(), field.side(), field.path()), List.of());
      if (whole.isEmpty() || own.isEmpty()) {
        return whole.isEmpty() ? own : whole;
      }
      List<Edge> near = new ArrayList<>(whole);
      near.addAll(own);
      return near;
    }

    private static String part(String topic, Side side) {
      return (side == Side.KEY ? "key " : "value ") + topic;
    }

    private static String bucket(String topic, Side side, String path) {
      return part(topic, side) + "\n" + Paths.first(path);
    }
  }

  /**
   * A graph without edges.
   *
   * @param fields the fields that the bundle's schemas know
   */
  public Graph(Fields fields) {
    this.fields = fields;
  }

  /** Adds an edge. */
  public void add(Edge edge) {
    Mapping mapping = edge.mapping();
    FieldRef from = mapping.from();
    bySource.add(from.topic(), from.side(), from.path(), edge);
    if (edge.topic() != null) {
      byTarget.add(edge.topic(), mapping.side(), mapping.path(), edge);
    }
  }

  /** Adds a flow that brings the records of a topic from outside. */
  public void source(String topic, Flow flow) {
    sources.computeIfAbsent(topic, key -> new ArrayList<>()).add(flow);
  }

  /** The steps that read a field. */
  public List<Flow> from(FieldRef field) {
    List<Flow> flows = new ArrayList<>();
    for (Edge edge : bySource.near(field)) {
      Flow flow = edge.from(field);
      if (flow != null) {
        flows.add(flow);
      }
    }
    return flows;
  }

  /** The steps that write a field; not those that would read what no schema has. */
  public List<Flow> into(FieldRef field) {
    List<Flow> flows = new ArrayList<>();
    for (Edge edge : byTarget.near(field)) {
      Flow flow = edge.into(field);
      FieldRef from = flow == null ? null : flow.from();
      if (flow != null && from != null && !isMissing(from)) {
        flows.add(flow);
      }
    }
    for (Flow flow : sources.getOrDefault(field.topic(), List.of())) {
      flows.add(new Flow(null, field, flow.through(), flow.effect(), flow.by()));
    }
    return flows;
  }

  private boolean isMissing(FieldRef field) {
    return !field.path().isEmpty()
        && fields.has(field.topic(), field.side(), field.path()) == Fields.Answer.NO;
  }

  /** All that a field reaches. */
  public List<Trail> downstream(FieldRef field) {
    return new Walk(true).from(field);
  }

  /** All that a field comes from. */
  public List<Trail> upstream(FieldRef field) {
    return new Walk(false).from(field);
  }

  /** A step of a walk, and the steps that led to it. */
  private record Step(Flow flow, @Nullable Step before, int length) {}

  private final class Walk {

    private final boolean down;
    private final Set<FieldRef> seen = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private final List<Trail> trails = new ArrayList<>();

    Walk(boolean down) {
      this.down = down;
    }

    /** Breadth first, so that the first way to a field is a shortest one. */
    List<Trail> from(FieldRef field) {
      seen.add(field);
      next(field, null);
      while (!open.isEmpty() && trails.size() < MOST_FIELDS) {
        Step step = open.removeFirst();
        FieldRef end = end(step.flow);
        trails.add(trail(step));
        if (end != null
            && step.flow.effect().carries()
            && step.length < MOST_STEPS
            && end.path().length() < LONGEST_PATH) {
          next(end, step);
        }
      }
      return trails;
    }

    private @Nullable FieldRef end(Flow flow) {
      return down ? flow.to() : flow.from();
    }

    private void next(FieldRef field, @Nullable Step before) {
      for (Flow flow : down ? Graph.this.from(field) : Graph.this.into(field)) {
        FieldRef end = end(flow);
        boolean isNew;
        if (end == null) {
          FieldRef here = down ? flow.from() : flow.to();
          isNew = left.add(flow.through().ref() + "\n" + here + "\n" + flow.by().attribute());
        } else if (flow.effect().carries()) {
          isNew = seen.add(end);
        } else {
          // Another way may bring the value itself to the same field.
          isNew = !seen.contains(end) && left.add(flow.through().ref() + "\n" + end);
        }
        if (isNew) {
          open.addLast(new Step(flow, before, before == null ? 1 : before.length + 1));
        }
      }
    }

    private Trail trail(Step last) {
      List<Flow> flows = new ArrayList<>(last.length);
      for (Step step = last; step != null; step = step.before) {
        flows.add(step.flow);
      }
      if (down) {
        Collections.reverse(flows);
      }
      return new Trail(flows);
    }
  }
}
