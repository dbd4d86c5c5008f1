package io.headgate.engine;

import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.dialect.SubjectNames;
import io.headgate.engine.dialect.aiven.AivenDialect;
import io.headgate.engine.dialect.asyncapi.AsyncapiDialect;
import io.headgate.engine.dialect.cfk.CfkDialect;
import io.headgate.engine.dialect.client.ClientDialect;
import io.headgate.engine.dialect.conduktor.ConduktorDialect;
import io.headgate.engine.dialect.conduktor.GatewayDialect;
import io.headgate.engine.dialect.connect.ConnectDialect;
import io.headgate.engine.dialect.gitops.GitopsDialect;
import io.headgate.engine.dialect.jikkou.JikkouDialect;
import io.headgate.engine.dialect.julie.JulieDialect;
import io.headgate.engine.dialect.koperator.KoperatorDialect;
import io.headgate.engine.dialect.kubernetes.KubernetesDialect;
import io.headgate.engine.dialect.lenses.LensesDialect;
import io.headgate.engine.dialect.nais.NaisDialect;
import io.headgate.engine.dialect.ns4kafka.NsDialect;
import io.headgate.engine.dialect.prometheus.PrometheusDialect;
import io.headgate.engine.dialect.redpanda.RedpandaDialect;
import io.headgate.engine.dialect.schemafile.SchemaFileDialect;
import io.headgate.engine.dialect.strimzi.StrimziDialect;
import io.headgate.engine.dialect.terraform.TerraformDialect;
import io.headgate.engine.dialect.topicctl.TopicctlDialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place that lists the dialects. */
public final class KnownDialects implements DialectList {

  private static final int STRIMZI = 0;
  private static final int JIKKOU = 1;
  private static final int CFK = 2;
  private static final int NS4KAFKA = 3;
  private static final int NAIS = 4;
  private static final int AIVEN = 5;
  private static final int REDPANDA = 6;
  private static final int KOPERATOR = 7;
  private static final int CONDUKTOR = 8;
  private static final int GATEWAY = 9;
  private static final int KUBERNETES = 10;
  private static final int PROMETHEUS = 11;
  private static final int JULIE = 12;
  private static final int GITOPS = 13;
  private static final int TOPICCTL = 14;
  private static final int ASYNCAPI = 15;
  private static final int LENSES = 16;
  private static final int CONNECT = 17;
  private static final int SCHEMAS = 18;
  private static final int CLIENTS = 19;
  private static final int TERRAFORM = 20;
  private static final int COUNT = 21;

  private final @Nullable Dialect[] made = new Dialect[COUNT];

  @Override
  public int size() {
    return COUNT;
  }

  @Override
  public long glance(String path, String text) {
    if (path.endsWith(".properties")) {
      return bit(CLIENTS);
    }
    if (path.endsWith(".tf") || path.endsWith(".tfvars")) {
      return bit(TERRAFORM);
    }
    long seen = SubjectNames.isSubject(path) ? bit(SCHEMAS) : 0;
    if (SubjectNames.isSchema(path)) {
      return seen;
    }
    seen |= bit(LENSES);
    if (Glances.mayBePlan(text)) {
      seen |= bit(TERRAFORM);
    }
    if (text.contains("connector.class")) {
      seen |= bit(CONNECT);
    }
    if (text.contains("expr") && text.contains("groups")) {
      seen |= bit(PROMETHEUS);
    }
    return seen | (text.contains("apiVersion") ? objects(text) : 0) | plain(text);
  }

  private static long bit(int index) {
    return 1L << index;
  }

  /** The dialects whose documents are objects with an API version. */
  private static long objects(String text) {
    long seen = 0;
    if (text.contains("kafka.strimzi.io/")) {
      seen |= bit(STRIMZI);
    }
    if (text.contains("jikkou.io/")
        || text.contains("kafka.aiven.io/")
        || text.contains("iam.confluent.cloud/")) {
      seen |= bit(JIKKOU);
    }
    if (text.contains("platform.confluent.io/")) {
      seen |= bit(CFK);
    }
    if (text.contains("kafka.nais.io/")) {
      seen |= bit(NAIS);
    }
    if (text.contains("aiven.io/")) {
      seen |= bit(AIVEN);
    }
    if (text.contains("cluster.redpanda.com/")) {
      seen |= bit(REDPANDA);
    }
    if (text.contains("kafka.banzaicloud.io/")) {
      seen |= bit(KOPERATOR);
    }
    if (text.contains("gateway/v")) {
      seen |= bit(GATEWAY);
    }
    if (text.contains("apps/v1")) {
      seen |= bit(KUBERNETES);
    }
    if (Glances.mayBeNs4kafka(text)) {
      seen |= bit(NS4KAFKA);
    }
    if (Glances.mayBeConduktor(text)) {
      seen |= bit(CONDUKTOR);
    }
    return seen;
  }

  /** The dialects whose documents have nothing but keys of their own. */
  private static long plain(String text) {
    long seen = 0;
    if (Glances.mayBeJulie(text)) {
      seen |= bit(JULIE);
    }
    if (Glances.mayBeGitops(text)) {
      seen |= bit(GITOPS);
    }
    if (text.contains("meta:") && text.contains("spec:")) {
      seen |= bit(TOPICCTL);
    }
    if (text.contains("channels")
        && text.contains("kafka")
        && (text.contains("bindings") || text.contains("asyncapi"))) {
      seen |= bit(ASYNCAPI);
    }
    return seen;
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
      case CFK -> new CfkDialect();
      case NS4KAFKA -> new NsDialect();
      case NAIS -> new NaisDialect();
      case AIVEN -> new AivenDialect();
      case REDPANDA -> new RedpandaDialect();
      case KOPERATOR -> new KoperatorDialect();
      case CONDUKTOR -> new ConduktorDialect();
      case GATEWAY -> new GatewayDialect();
      case KUBERNETES -> new KubernetesDialect();
      case PROMETHEUS -> new PrometheusDialect();
      case JULIE -> new JulieDialect();
      case GITOPS -> new GitopsDialect();
      case TOPICCTL -> new TopicctlDialect();
      case ASYNCAPI -> new AsyncapiDialect();
      case LENSES -> new LensesDialect();
      case CONNECT -> new ConnectDialect();
      case SCHEMAS -> new SchemaFileDialect();
      case CLIENTS -> new ClientDialect();
      case TERRAFORM -> new TerraformDialect();
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
