package io.headgate.engine;

import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.dialect.SubjectNames;
import io.headgate.engine.dialect.client.ClientDialect;
import io.headgate.engine.dialect.connect.ConnectDialect;
import io.headgate.engine.dialect.jikkou.JikkouDialect;
import io.headgate.engine.dialect.kubernetes.KubernetesDialect;
import io.headgate.engine.dialect.lenses.LensesDialect;
import io.headgate.engine.dialect.prometheus.PrometheusDialect;
import io.headgate.engine.dialect.schemafile.SchemaFileDialect;
import io.headgate.engine.dialect.strimzi.StrimziDialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place that lists the dialects. */
public final class KnownDialects implements DialectList {

  private static final int STRIMZI = 0;
  private static final int JIKKOU = 1;
  private static final int KUBERNETES = 2;
  private static final int PROMETHEUS = 3;
  private static final int LENSES = 4;
  private static final int CONNECT = 5;
  private static final int SCHEMAS = 6;
  private static final int CLIENTS = 7;
  private static final int COUNT = 8;

  private final @Nullable Dialect[] made = new Dialect[COUNT];

  @Override
  public int size() {
    return COUNT;
  }

  @Override
  public boolean mayRead(int index, String path, String text) {
    return switch (index) {
      case STRIMZI -> text.contains("kafka.strimzi.io/");
      case JIKKOU ->
          text.contains("jikkou.io/")
              || text.contains("kafka.aiven.io/")
              || text.contains("iam.confluent.cloud/");
      case KUBERNETES -> text.contains("apps/v1");
      case PROMETHEUS -> text.contains("expr") && text.contains("groups");
      case CONNECT -> text.contains("connector.class");
      case SCHEMAS -> endsLikeSchema(path) && SubjectNames.isSubject(path);
      case CLIENTS -> path.endsWith(".properties");
      default ->
          !(path.endsWith(".properties") || path.endsWith(".avsc") || path.endsWith(".proto"));
    };
  }

  private static boolean endsLikeSchema(String path) {
    return path.endsWith(".avsc") || path.endsWith(".proto") || path.endsWith(".json");
  }

  @Override
  public synchronized Dialect get(int index) {
    Dialect dialect = made[index];
    if (dialect == null) {
      dialect = make(index);
      made[index] = dialect;
    }
    return dialect;
  }

  private static Dialect make(int index) {
    return switch (index) {
      case STRIMZI -> new StrimziDialect();
      case JIKKOU -> new JikkouDialect();
      case KUBERNETES -> new KubernetesDialect();
      case PROMETHEUS -> new PrometheusDialect();
      case LENSES -> new LensesDialect();
      case CONNECT -> new ConnectDialect();
      case SCHEMAS -> new SchemaFileDialect();
      case CLIENTS -> new ClientDialect();
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  /** All of them. */
  public static List<Dialect> all() {
    List<Dialect> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      all.add(make(i));
    }
    return all;
  }
}
