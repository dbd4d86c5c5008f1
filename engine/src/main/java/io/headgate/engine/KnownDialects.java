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
  public boolean mayRead(int index, String path, String text) {
    return switch (index) {
      case STRIMZI -> text.contains("kafka.strimzi.io/");
      case JIKKOU ->
          text.contains("jikkou.io/")
              || text.contains("kafka.aiven.io/")
              || text.contains("iam.confluent.cloud/");
      case CFK -> text.contains("platform.confluent.io/");
      case NS4KAFKA -> Glances.mayBeNs4kafka(text);
      case NAIS -> text.contains("kafka.nais.io/");
      case AIVEN -> text.contains("aiven.io/");
      case REDPANDA -> text.contains("cluster.redpanda.com/");
      case KOPERATOR -> text.contains("kafka.banzaicloud.io/");
      case CONDUKTOR -> Glances.mayBeConduktor(text);
      case GATEWAY -> text.contains("gateway/v");
      case KUBERNETES -> text.contains("apps/v1");
      case PROMETHEUS -> text.contains("expr") && text.contains("groups");
      case JULIE ->
          (text.contains("context") && (text.contains("projects") || text.contains("platform")))
              || (text.contains("plans") && text.contains("config"))
              || (text.contains("roles") && text.contains("resourceType"));
      case GITOPS ->
          text.contains("topics:")
              || text.contains("services:")
              || text.contains("users:")
              || text.contains("UserAcls:");
      case TOPICCTL -> text.contains("meta:") && text.contains("spec:");
      case ASYNCAPI -> text.contains("kafka") && text.contains("channels");
      case CONNECT -> text.contains("connector.class");
      case SCHEMAS -> Glances.endsLikeSchema(path) && SubjectNames.isSubject(path);
      case CLIENTS -> path.endsWith(".properties");
      case TERRAFORM ->
          path.endsWith(".tf")
              || text.contains("\"resource_changes\"")
              || text.contains("\"planned_values\"");
      default -> !Glances.isOfOtherFormat(path);
    };
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
