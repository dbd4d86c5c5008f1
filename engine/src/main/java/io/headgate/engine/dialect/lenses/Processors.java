package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.sql.SqlTopics;
import io.headgate.spi.model.App;
import io.headgate.spi.model.ConsumerGroup;
import io.headgate.spi.model.Located;
import java.util.List;

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
    Located<String> group =
        processor.text(processor.oneOf("processorId", "appId"), "consumerGroup");
    String clusterKey = processor.oneOf("cluster", "clusterName");
    String runnersKey = processor.oneOf("runnerCount", "runners");
    Located<Integer> runners = processor.integer(runnersKey, "runners");
    Located<String> cluster = processor.text(clusterKey, "cluster");
    MappingReader deployment = processor.mapping("deployment");
    if (deployment != null) {
      deployment.ignore("mode", "namespace");
      runners = deployment.integer("runners", "runners");
      cluster = deployment.text("cluster", "cluster");
      deployment.finish();
    }
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
    Scalar sql = processor.scalar("sql");
    SqlTopics topics =
        sql == null
            ? SqlTopics.NONE
            : SqlTopics.read(sql.text(), ScalarText.of(sql, reading.source()));
    reading.add(new App(name, cluster, group, runners, topics.inputs(), topics.outputs()));
    if (group.isKnown() && !group.is("") && name.isKnown()) {
      reading.add(
          new ConsumerGroup(
              group,
              new io.headgate.spi.model.ResourceRef(io.headgate.spi.model.Kind.APP, name.get()),
              List.copyOf(topics.inputs())));
    }
    processor.finish();
  }
}
