package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.sql.SqlScript;
import io.headgate.engine.sql.SqlSetting;
import io.headgate.engine.sql.SqlTopics;
import io.headgate.spi.model.App;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Script;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code apps/sql/}. The number of runners is {@code runners} until 3.x and {@code runnerCount}
 * since 4.0; the group is {@code appId} in 4.0 and 4.1 and {@code processorId} since; 6.x has a
 * {@code deployment} object.
 */
final class Processors {

  private Processors() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader processor = MappingReader.of(mapping, "name", "a processor", reading);
    processor.ignore("pipeline", "description", "tags", "namespace");
    Located<String> name = processor.name("name");
    ResourceRef holder = new ResourceRef(Kind.APP, name.toString());
    Located<String> group =
        processor.text(processor.oneOf("processorId", "appId"), "consumerGroup");
    Located<Integer> runners =
        processor.integer(processor.oneOf("runnerCount", "runners"), "runners");
    Located<String> cluster = processor.text(processor.oneOf("cluster", "clusterName"), "cluster");
    MappingReader deployment = processor.mapping("deployment");
    if (deployment != null) {
      deployment.ignore("mode", "namespace");
      runners = deployment.integer("runners", "runners");
      cluster = deployment.text("cluster", "cluster");
      deployment.finish();
    }
    refuseRunners(processor, reading);
    Scalar sql = sql(processor, reading);
    SqlTopics topics = SqlTopics.NONE;
    Script script = null;
    if (sql != null) {
      Positions positions = ScalarText.of(sql, reading.source());
      script = new SqlScript(sql, reading.source(), secrets(sql, holder, positions, reading));
      topics = SqlTopics.read(sql.text(), positions);
    }
    reading.add(new App(name, cluster, group, runners, topics.inputs(), topics.outputs(), script));
    if (group.isKnown() && !group.is("")) {
      reading.add(
          new ConsumerGroup(
              group, holder, topics.inputs(), Located.absent("topicsPattern", group.place())));
    }
    processor.finish();
  }

  private static void refuseRunners(MappingReader processor, Reading reading) {
    boolean sinceFour =
        processor.has("cluster") || processor.has("processorId") || processor.has("appId");
    if (processor.has("runners") && sinceFour) {
      reading.find(
          CoreRules.UNKNOWN_FIELD,
          processor.keyPlace("runners"),
          "runners",
          "Since Lenses 4.0 'runners' is ignored and the processor gets one runner; write"
              + " 'runnerCount'.");
    }
  }

  private static @Nullable Scalar sql(MappingReader processor, Reading reading) {
    Scalar sql = processor.scalar("sql");
    if (sql == null && processor.node("sql") == null) {
      reading.unreadable(
          processor.keyPlace("sql"), "sql", "A processor needs its statements under 'sql'.");
    }
    return sql == null || sql.style() == Style.TAGGED ? null : sql;
  }

  /** The settings that hold a secret in the clear; all secrets go to the reading. */
  private static List<SqlSetting> secrets(
      Scalar sql, ResourceRef holder, Positions positions, Reading reading) {
    List<SqlSetting> open = new ArrayList<>();
    for (SqlSetting setting : SqlSetting.read(sql.text())) {
      Secrets.guard(
          holder,
          "sql",
          setting,
          positions,
          secret -> {
            if (secret.form() != Secret.Form.REFERENCE) {
              open.add(setting);
            }
            reading.add(secret);
          });
    }
    for (int[] token : Secrets.tokens(sql.text())) {
      open.add(new SqlSetting("", "", token[0], token[1]));
    }
    return open;
  }
}
