package io.headgate.engine;

import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.dialect.SubjectNames;
import io.headgate.engine.dialect.aiven.AivenDialect;
import io.headgate.engine.dialect.cfk.CfkDialect;
import io.headgate.engine.dialect.client.ClientDialect;
import io.headgate.engine.dialect.connect.ConnectDialect;
import io.headgate.engine.dialect.jikkou.JikkouDialect;
import io.headgate.engine.dialect.koperator.KoperatorDialect;
import io.headgate.engine.dialect.kubernetes.KubernetesDialect;
import io.headgate.engine.dialect.lenses.LensesDialect;
import io.headgate.engine.dialect.nais.NaisDialect;
import io.headgate.engine.dialect.ns4kafka.NsDialect;
import io.headgate.engine.dialect.redpanda.RedpandaDialect;
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
  private static final int LENSES = 3;
  private static final int CONNECT = 4;
  private static final int SCHEMAS = 5;
  private static final int CLIENTS = 6;
  private static final int CFK = 7;
  private static final int NS4KAFKA = 8;
  private static final int NAIS = 9;
  private static final int AIVEN = 10;
  private static final int REDPANDA = 11;
  private static final int KOPERATOR = 12;
  private static final int COUNT = 13;

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
      case CONNECT -> text.contains("connector.class");
      case SCHEMAS -> endsLikeSchema(path) && SubjectNames.isSubject(path);
      case CLIENTS -> path.endsWith(".properties");
      case CFK -> text.contains("platform.confluent.io/");
      case NS4KAFKA -> isBare(text) && mayBeNamespaced(text);
      case NAIS -> text.contains("kafka.nais.io/");
      case AIVEN -> text.contains("aiven.io/");
      case REDPANDA -> text.contains("cluster.redpanda.com/");
      case KOPERATOR -> text.contains("kafka.banzaicloud.io/");
      default ->
          !(path.endsWith(".properties") || path.endsWith(".avsc") || path.endsWith(".proto"));
    };
  }

  /** Whether a text has an object without an API group whose version is {@code v1}. */
  private static boolean isBare(String text) {
    for (int at = text.indexOf("apiVersion"); at >= 0; at = text.indexOf("apiVersion", at + 1)) {
      int from = at + "apiVersion".length();
      while (from < text.length() && "\"': \t".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      if (text.startsWith("v1", from)
          && (from + 2 == text.length() || " \r\n\t\"',}#".indexOf(text.charAt(from + 2)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Words of which each object of ns4kafka has one: its kind, or a part of it. */
  private static boolean mayBeNamespaced(String text) {
    return text.contains("Topic")
        || text.contains("Schema")
        || text.contains("Connect")
        || text.contains("Namespace")
        || text.contains("KafkaStream")
        || text.contains("RoleBinding")
        || text.contains("ResourceQuota")
        || text.contains("AccessControlEntry");
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
      case LENSES -> new LensesDialect();
      case CONNECT -> new ConnectDialect();
      case SCHEMAS -> new SchemaFileDialect();
      case CLIENTS -> new ClientDialect();
      case CFK -> new CfkDialect();
      case NS4KAFKA -> new NsDialect();
      case NAIS -> new NaisDialect();
      case AIVEN -> new AivenDialect();
      case REDPANDA -> new RedpandaDialect();
      case KOPERATOR -> new KoperatorDialect();
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
