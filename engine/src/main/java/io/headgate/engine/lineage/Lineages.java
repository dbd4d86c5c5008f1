package io.headgate.engine.lineage;

import io.headgate.engine.lineage.connect.ConnectorReader;
import io.headgate.engine.lineage.flow.Edge;
import io.headgate.engine.lineage.flow.Fields;
import io.headgate.engine.lineage.flow.Graph;
import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.sql.SqlReader;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Flow.Effect;
import io.headgate.spi.model.Join;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Output;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of a bundle. Connectors and apps are read when first asked for, apart from each
 * other: a question about connectors loads nothing that reads SQL.
 */
final class Lineages implements Lineage {

  private static final String SQL = "sql";

  private final Bundle bundle;
  private final Fields fields;
  private final List<Remark> remarks = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private @Nullable ConnectorReader connectors;
  private @Nullable Graph graph;

  private Lineages(Bundle bundle) {
    this.bundle = bundle;
    this.fields = new Fields(bundle);
  }

  /** The lineage of a bundle. */
  static Lineage of(Bundle bundle) {
    return new Lineages(bundle);
  }

  @Override
  public List<Flow> from(FieldRef field) {
    return graph().from(field);
  }

  @Override
  public List<Flow> into(FieldRef field) {
    return graph().into(field);
  }

  @Override
  public List<Trail> downstream(FieldRef field) {
    return graph().downstream(field);
  }

  @Override
  public List<Trail> upstream(FieldRef field) {
    return graph().upstream(field);
  }

  @Override
  public List<Remark> remarks(Remark.About about) {
    List<Remark> all;
    if (about == Remark.About.UNREADABLE_SQL) {
      graph();
      all = remarks;
    } else {
      all = connectors().remarks();
    }
    List<Remark> found = new ArrayList<>();
    for (Remark remark : all) {
      if (remark.about() == about) {
        found.add(remark);
      }
    }
    return found;
  }

  @Override
  public List<Join> joins() {
    graph();
    return List.copyOf(joins);
  }

  @Override
  public List<Output> outputs() {
    graph();
    return List.copyOf(outputs);
  }

  private synchronized ConnectorReader connectors() {
    ConnectorReader read = connectors;
    if (read == null) {
      read = new ConnectorReader(bundle, fields);
      connectors = read;
    }
    return read;
  }

  private synchronized Graph graph() {
    Graph made = graph;
    if (made == null) {
      made = new Graph(fields);
      for (App app : bundle.all(App.class)) {
        read(app, made);
      }
      connectors().addTo(made);
      graph = made;
    }
    return made;
  }

  private void read(App app, Graph into) {
    if (app.script() == null) {
      passAll(app, into);
      return;
    }
    SqlReader.Statements statements = SqlReader.read(app.script(), fields);
    for (SqlReader.Written written : statements.written()) {
      for (Mapping mapping : written.shape().mappings()) {
        into.add(new Edge(mapping, written.topic().get(), app, SQL));
      }
      if (written.fields() != null) {
        outputs.add(new Output(app, written.topic(), written.fields()));
      }
    }
    for (SqlReader.Joined joined : statements.joined()) {
      joins.add(new Join(app, joined.left(), joined.right()));
    }
    for (SqlReader.Unread unread : statements.unread()) {
      String attribute = unread.number() == 1 ? SQL : SQL + "." + unread.number();
      remarks.add(
          new Remark(
              Remark.About.UNREADABLE_SQL,
              app,
              Located.known(unread.reason(), attribute, unread.place())));
    }
    if (!statements.unread().isEmpty()) {
      passAll(app, into);
    }
  }

  /** What an app does that nobody can read: it may pass every field on. */
  private static void passAll(App app, Graph into) {
    for (Located<String> input : app.inputs()) {
      for (Located<String> output : app.outputs()) {
        if (input.isKnown() && output.isKnown()) {
          for (Side side : Side.values()) {
            into.add(new Edge(opaque(input.get(), side, output.place()), output.get(), app, SQL));
          }
        }
      }
    }
  }

  private static Mapping opaque(String topic, Side side, Place place) {
    return new Mapping(
        new FieldRef(topic, side, ""), side, "", true, Effect.OPAQUE, "", place, Set.of());
  }
}
