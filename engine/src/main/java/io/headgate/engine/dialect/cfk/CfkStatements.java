package io.headgate.engine.dialect.cfk;

import io.headgate.engine.dialect.ClusterFacts;
import io.headgate.engine.dialect.KubernetesObject;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.dialect.SpecObject;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.sql.SqlSetting;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;
import java.util.List;

/**
 * {@code FlinkStatement}: an app, if it reads or writes topics. Its SQL is followed from topic to
 * topic and no further.
 */
final class CfkStatements {

  private CfkStatements() {}

  static void read(KubernetesObject object, Reading reading) {
    SpecObject statement = SpecObject.of(object, reading);
    MappingReader spec = statement.spec();
    if (spec == null) {
      return;
    }
    object.declareIn(null, statement.name().toString(), reading);
    ResourceRef holder = new ResourceRef(Kind.APP, statement.name().toString());
    spec.required("flinkEnvironment", spec.text("flinkEnvironment", "flinkEnvironment"));
    Located<String> pool =
        spec.required("computePoolName", spec.text("computePoolName", "cluster"));
    Located<Integer> parallelism = spec.integer("parallelism", "runners");
    spec.config("flinkConfiguration", "flinkConfiguration", holder);
    spec.config("properties", "properties", holder);
    CfkRefs.name(spec, "cmfRestClassRef", "cmfRestClassRef");
    spec.ignore("startFromSavepoint", "stopped");
    Scalar sql = spec.scalar("statement");
    if (sql == null && spec.node("statement") == null) {
      spec.required("statement", Located.absent("sql", statement.head()));
    }
    if (sql != null && sql.style() != Style.TAGGED) {
      Positions positions = ScalarText.of(sql, reading.source());
      for (SqlSetting option : FlinkSql.options(sql.text())) {
        Secrets.guard(holder, "sql", option, positions, reading::add);
      }
      FlinkSql topics = FlinkSql.read(sql.text(), positions);
      if (!topics.created().isEmpty()) {
        reading.fact(ClusterFacts.client(null, topics.created(), List.of()));
      }
      if (!topics.inputs().isEmpty() || !topics.outputs().isEmpty()) {
        reading.add(
            new App(
                statement.name(),
                pool,
                Located.unknown("consumerGroup", statement.head()),
                parallelism,
                topics.inputs(),
                topics.outputs()));
      }
    }
    spec.finish();
  }
}
