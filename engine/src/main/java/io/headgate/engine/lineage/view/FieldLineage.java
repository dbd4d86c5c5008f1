package io.headgate.engine.lineage.view;

import io.headgate.spi.Nearest;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Schema;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of one field of a bundle.
 *
 * @param bundle the name of the bundle
 * @param field the field
 * @param known whether a schema has it; if the topic has none, whether an app or connector touches
 *     it
 * @param meant the field of the topic that was probably meant when it is not known; may be empty
 * @param upstream what it comes from
 * @param downstream what it reaches
 * @param remarks what could not be read of the apps and connectors on the way
 */
public record FieldLineage(
    String bundle,
    FieldRef field,
    boolean known,
    String meant,
    List<Trail> upstream,
    List<Trail> downstream,
    List<Remark> remarks) {

  /** Copies the lists. */
  public FieldLineage {
    upstream = List.copyOf(upstream);
    downstream = List.copyOf(downstream);
    remarks = List.copyOf(remarks);
  }

  /** The lineage of a field of a bundle. */
  public static FieldLineage of(String name, Bundle bundle, FieldRef field) {
    List<Trail> upstream = bundle.lineage().upstream(field);
    List<Trail> downstream = bundle.lineage().downstream(field);
    Set<String> met = new HashSet<>();
    List<Trail> all = new ArrayList<>(upstream);
    all.addAll(downstream);
    for (Trail trail : all) {
      for (Flow flow : trail.flows()) {
        met.add(flow.through().ref().toString());
      }
    }
    List<Remark> remarks = new ArrayList<>();
    for (Remark.About about : Remark.About.values()) {
      for (Remark remark : bundle.lineage().remarks(about)) {
        if (met.contains(remark.through().ref().toString())) {
          remarks.add(remark);
        }
      }
    }
    Set<String> paths = new TreeSet<>();
    for (Schema schema : bundle.schemasOf(field.topic())) {
      if (schema.side() == field.side()) {
        schema.fields().forEach(one -> paths.add(one.path()));
      }
    }
    boolean known =
        field.path().isEmpty() || (paths.isEmpty() ? !all.isEmpty() : paths.contains(field.path()));
    String meant = known ? "" : Nearest.hint(field.path(), paths);
    return new FieldLineage(name, field, known, meant, upstream, downstream, remarks);
  }

  /**
   * The field that a text such as {@code orders.email} or {@code orders._key.id} names, or null if
   * it begins with no topic of the bundle. Topics have dots too: the longest one counts.
   */
  public static @Nullable FieldRef parse(String text, Bundle bundle) {
    String topic = null;
    for (String name : topics(bundle)) {
      boolean fits =
          text.startsWith(name)
              && (text.length() == name.length() || text.charAt(name.length()) == '.');
      if (fits && (topic == null || name.length() > topic.length())) {
        topic = name;
      }
    }
    if (topic == null) {
      return null;
    }
    String path = text.length() == topic.length() ? "" : text.substring(topic.length() + 1);
    if (path.equals("_key") || path.startsWith("_key.")) {
      return new FieldRef(topic, Side.KEY, path.substring(Math.min(path.length(), 5)));
    }
    if (path.equals("_value") || path.startsWith("_value.")) {
      return FieldRef.value(topic, path.substring(Math.min(path.length(), 7)));
    }
    return FieldRef.value(topic, path);
  }

  /** The topics that the bundle mentions, in order. */
  public static NavigableSet<String> topics(Bundle bundle) {
    NavigableSet<String> topics = new TreeSet<>(bundle.topicNames());
    for (Schema schema : bundle.all(Schema.class)) {
      if (!schema.topic().equals(schema.subject().toString())) {
        topics.add(schema.topic());
      }
    }
    for (App app : bundle.all(App.class)) {
      add(app.inputs(), topics);
      add(app.outputs(), topics);
    }
    for (ConsumerGroup group : bundle.all(ConsumerGroup.class)) {
      add(group.topics(), topics);
    }
    return topics;
  }

  private static void add(List<Located<String>> names, Set<String> all) {
    for (Located<String> name : names) {
      if (name.isKnown()) {
        all.add(name.get());
      }
    }
  }

  /** What a step does, in a few words: {@code app 'leads', derive with CONCAT}. */
  static String words(Flow flow) {
    String by = flow.by().orElse("");
    return flow.through().ref().kind().word()
        + " '"
        + flow.through().ref().name()
        + "', "
        + flow.effect().word()
        + (by.isEmpty() ? "" : " with " + by);
  }
}
