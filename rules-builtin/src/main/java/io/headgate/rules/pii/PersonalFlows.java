package io.headgate.rules.pii;

import io.headgate.spi.Related;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Connector;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the personal fields go that an app or connector reads. The lineage is only asked for when
 * there is such a field.
 */
final class PersonalFlows {

  /** How many further fields a finding shows the way of. */
  static final int SHOWN = 3;

  private PersonalFlows() {}

  /**
   * A way of a personal field.
   *
   * @param schema the schema of the field
   * @param fact what is known of the field
   * @param trail the way
   */
  record Way(Schema schema, FieldFact fact, Trail trail) {

    /** The field, with the step that reads it first. */
    List<Related> steps() {
      List<Related> steps = new ArrayList<>();
      String why =
          fact.claim() != null
              ? "is marked '" + fact.claim() + "'"
              : fact.detection() != null
                  ? "looks like personal data (" + fact.detection().type().word() + ")"
                  : "is personal";
      steps.add(
          Related.step(
              fact.field().name().place(),
              "Field '"
                  + fact.field().path()
                  + "' of topic '"
                  + schema.topic()
                  + "' "
                  + why
                  + "."));
      for (Flow flow : trail.flows()) {
        steps.add(Related.step(flow.by().place(), step(flow)));
      }
      return steps;
    }
  }

  private static String step(Flow flow) {
    String by = flow.by().orElse("");
    String how =
        switch (flow.effect()) {
          case COPY -> " copies ";
          case DERIVE -> " makes a new value of ";
          case OPAQUE -> " may pass on ";
          case HASH -> " hashes ";
          case AGGREGATE -> " aggregates ";
          case MASK -> " masks ";
        };
    String who =
        (flow.through() instanceof App ? "App '" : "Connector '") + flow.through().ref().name();
    return who
        + "'"
        + how
        + "'"
        + flow.from()
        + "'"
        + (by.isEmpty() ? "" : " with " + by)
        + (flow.to() == null ? " and takes it out of Kafka." : " to '" + flow.to() + "'.");
  }

  /** The ways of all personal fields along which the value goes on. */
  static List<Way> of(Bundle bundle, Marks marks, NotPersonal notPersonal, MaskReach masks) {
    Set<String> read = read(bundle);
    List<Way> ways = new ArrayList<>();
    if (read.isEmpty()) {
      return ways;
    }
    for (Schema schema : bundle.all(Schema.class)) {
      if (!read.contains(schema.topic())) {
        continue;
      }
      for (FieldFact fact : FieldFact.of(bundle, schema, marks)) {
        int strength = strength(schema, fact, masks);
        if (strength > 0 && !fact.denied() && !notPersonal.names(bundle, schema, fact.field())) {
          FieldRef field = new FieldRef(schema.topic(), schema.side(), fact.field().path());
          for (Trail trail : bundle.lineage().downstream(field)) {
            // A hash hides what is only thought to be personal.
            if (trail.carries() && (strength > 1 || !trail.has(Flow.Effect.HASH))) {
              ways.add(new Way(schema, fact, trail));
            }
          }
        }
      }
    }
    return ways;
  }

  /** 2 if somebody says that the field is personal, 1 if it looks so, 0 if neither. */
  private static int strength(Schema schema, FieldFact fact, MaskReach masks) {
    if (fact.claim() != null) {
      return 2;
    }
    if (!fact.leaf()) {
      return 0;
    }
    if (fact.isHigh() && !fact.marked()) {
      return masks.naming(fact.field().path()) == null ? 1 : 2;
    }
    for (MaskReach.Hit hit : masks.reaching(schema, fact.field().path())) {
      if (hit.hides() && hit.entry().isKnown() && MaskPurpose.personal(hit.policy()) != null) {
        return 2;
      }
    }
    return 0;
  }

  private static Set<String> read(Bundle bundle) {
    Set<String> read = new HashSet<>();
    for (App app : bundle.all(App.class)) {
      add(app.inputs(), read);
    }
    if (!bundle.all(Connector.class).isEmpty()) {
      for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
        add(group.topics(), read);
      }
      for (Connector connector : bundle.all(Connector.class)) {
        add(connector.topics(), read);
      }
    }
    return read;
  }

  private static void add(List<Located<String>> topics, Set<String> all) {
    for (Located<String> topic : topics) {
      if (topic.isKnown()) {
        all.add(topic.get());
      }
    }
  }

  /** The fields of ways, each once, for a message: {@code 'email', 'name' and 3 more}. */
  static String named(List<String> paths) {
    List<String> once = List.copyOf(new TreeSet<>(paths));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, once.size()); i++) {
      boolean last = i == once.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ")
          .append('\'')
          .append(once.get(i))
          .append('\'');
    }
    return once.size() > SHOWN ? text + " and " + (once.size() - SHOWN) + " more" : text.toString();
  }
}
