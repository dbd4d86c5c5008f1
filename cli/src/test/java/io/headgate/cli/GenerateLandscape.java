package io.headgate.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a large Lenses landscape as {@code lenses-cli export} would, and a policy for it: for each
 * topic a file and three access control entries, for every other one an Avro schema of twenty
 * fields, for each ten topics a processor, for each twenty a connector, for each forty a quota, and
 * the alerts and masking policies that belong to them. About two resources in a hundred have a
 * flaw. A number of topics gives the same bytes everywhere. It needs a JDK and nothing else:
 *
 * <pre>java cli/src/test/java/io/headgate/cli/GenerateLandscape.java DIRECTORY TOPICS</pre>
 */
final class GenerateLandscape {

  private static final int TOPICS_PER_APP = 10;
  private static final int TOPICS_PER_CONNECTOR = 20;
  private static final int TOPICS_PER_QUOTA = 40;
  private static final int TOPICS_PER_MASK = 80;
  private static final int FIELDS = 20;

  /** The first four are of tier 1, the next eight of tier 2. */
  private static final List<String> DOMAINS =
      words(
          "payments ledger orders cards risk loans savings treasury pricing catalog inventory"
              + " shipping returns billing invoices tax fraud identity consent marketing campaigns"
              + " loyalty support telemetry devices networks mobility fleet routing energy metering"
              + " claims policies underwriting trading settlement markets reporting audit customers");

  private static final List<String> ENTITIES =
      words(
          "account agreement allocation alert application assessment asset authorisation balance"
              + " basket batch booking calendar capture case certificate channel check contract"
              + " correction coverage credit dispute document entry event exposure fee forecast grant"
              + " hold instruction limit line location mandate message offer order parcel payout"
              + " position price product profile quote rate refund reservation transfer");

  private static final List<String> EVENTS =
      words(
          "created updated cancelled approved rejected expired enriched archived snapshot changed");

  /** Fields that are about nobody: name and type. */
  private static final List<String> PLAIN =
      List.of(
          "reference:'string'",
          "correlationId:'string'",
          "status:{'type':'enum','name':'Status','symbols':['OPEN','HELD','DONE'],"
              + "'default':'OPEN'}",
          "quantity:'int'",
          "amount:{'type':'record','name':'Money','fields':[{'name':'minor','type':'long',"
              + "'doc':'In hundredths.'},{'name':'currency','type':'string','doc':'ISO 4217.'}]}",
          "createdAt:{'type':'long','logicalType':'timestamp-millis'}",
          "updatedAt:['null',{'type':'long','logicalType':'timestamp-millis'}],'default':null",
          "validFrom:{'type':'int','logicalType':'date'}",
          "channelCode:'string'",
          "revision:'long'",
          "urgent:'boolean'",
          "ratio:'double'",
          "labels:{'type':'map','values':'string'}",
          "items:{'type':'array','items':{'type':'record','name':'Item','fields':[{'name':'sku',"
              + "'type':'string'},{'name':'quantity','type':'int'},{'name':'weightGrams',"
              + "'type':['null','int'],'default':null}]}}",
          "sourceSystem:'string'",
          "sequence:'long'",
          "priority:'int'",
          "checksum:'bytes'",
          "partitionHint:'int'",
          "reasonCode:['null','string'],'default':null",
          "origin:{'type':'record','name':'Origin','fields':[{'name':'region','type':'string'},"
              + "{'name':'batch','type':{'type':'record','name':'OriginBatch','fields':[{'name':"
              + "'number','type':'long'},{'name':'closedAt','type':{'type':'long','logicalType':"
              + "'timestamp-millis'}}]}}]}");

  /** Fields that the policies of each domain mask. */
  private static final List<String> MASKED =
      words("email phoneNumber firstName lastName dateOfBirth iban nationalId");

  private final Path root;
  private final int topics;
  private int resources;

  private GenerateLandscape(Path root, int topics) {
    this.root = root;
    this.topics = topics;
  }

  /** Writes a landscape and says how many resources are declared in it. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: java GenerateLandscape.java DIRECTORY TOPICS");
      System.exit(2);
    }
    System.out.println(write(Path.of(args[0]), Integer.parseInt(args[1])) + " resources");
  }

  /**
   * Writes a landscape of so many topics into a directory that is empty or not yet there.
   *
   * @return how many resources are declared in it
   */
  static int write(Path root, int topics) throws IOException {
    GenerateLandscape landscape = new GenerateLandscape(root, topics);
    landscape.write();
    return landscape.resources;
  }

  private void write() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("headgate.yaml"), policy());
    for (String folder : words("kafka/topics kafka/acls kafka/quotas schemas apps/sql policies")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String folder : words("apps/connectors alert-settings alert-channels")) {
      Files.createDirectories(root.resolve(folder));
    }
    try (Writer acls = Files.newBufferedWriter(root.resolve("kafka/acls/acls.yaml"))) {
      for (int i = 0; i < topics; i++) {
        file("kafka/topics/topic-" + topic(i), topicText(i));
        if (!raw(i)) {
          file("schemas/" + topic(i) + "-value", schemaText(i));
        }
        acls(i, acls);
      }
    }
    List<String> lags = new ArrayList<>();
    for (int i = 0; i < topics / TOPICS_PER_APP; i++) {
      processor(i, lags);
    }
    List<String> queues = new ArrayList<>();
    for (int i = 0; i < topics / TOPICS_PER_CONNECTOR; i++) {
      connector(i, lags, queues);
    }
    List<String> quotas = new ArrayList<>();
    for (int i = 0; i < topics / TOPICS_PER_QUOTA; i++) {
      quotas.add(quota(i));
    }
    list("kafka/quotas/quotas", "", quotas);
    list("alert-settings/alert-setting-consumer", "alert: 2000\nconditions:\n", lags);
    queues.addAll(silences());
    list("alert-settings/alert-setting-producer", "alert: 5000\nconditions:\n", queues);
    for (String domain : DOMAINS) {
      file("alert-channels/alert-channel-" + domain, CHANNEL.replace("DOMAIN", domain));
    }
    masks();
  }

  private static String policy() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        version: 1
        environment: prod
        environments:
          prod:
            kafka-version: "4.1"
            broker-defaults:
              min.insync.replicas: "1"
        rules:
          topic-unconventional-name:
            settings:
              pattern: '[a-z]+\\.[a-z]+\\.[a-z]+\\.v[0-9]+'
          topic-missing-schema:
            settings:
              exempt: ["*.raw*.v*"]
        external:
          principals: ["User:svc-*"]
          groups: ["svc.*"]
        tiers:
        """);
    for (int tier = 1; tier <= 2; tier++) {
      text.append("- tier: ").append(tier).append("\n  topics:\n");
      for (String domain : tier == 1 ? DOMAINS.subList(0, 4) : DOMAINS.subList(4, 12)) {
        text.append("  - ").append(domain).append(".*\n");
      }
    }
    text.append("owners:\n");
    for (String domain : DOMAINS) {
      text.append("- team: ").append(domain);
      text.append("\n  prefixes: [").append(domain).append(".]\n");
      text.append("  principals: [\"User:svc-").append(domain).append("-*\"]\n");
    }
    return text.toString();
  }

  private static String domain(int i) {
    return DOMAINS.get(i % DOMAINS.size());
  }

  private static String entity(int i) {
    return ENTITIES.get(i / DOMAINS.size() % ENTITIES.size());
  }

  /** Unique among all topics. */
  private static String topic(int i) {
    int kinds = DOMAINS.size() * ENTITIES.size();
    String event = EVENTS.get(i / kinds % EVENTS.size());
    int version = 1 + i / (kinds * EVENTS.size());
    return domain(i) + "." + entity(i) + (raw(i) ? ".raw" : ".") + event + ".v" + version;
  }

  /** Whether the topic's values have no schema. */
  private static boolean raw(int i) {
    return i / DOMAINS.size() % 2 == 1;
  }

  private static String topicText(int i) {
    boolean compact = chance(i, 1, 2_000);
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(chance(i, 2, 20) ? topic(i).replace('.', '_') : topic(i));
    text.append("\nreplication: ").append(chance(i, 3, 40) ? 1 : 3);
    text.append("\npartitions: ").append(3 << pick(i, 4, 4));
    text.append("\ndescription: \"\"\nconfigs:\n");
    config(text, "cleanup.policy", compact ? "compact" : "delete");
    if (chance(i, 5, 4_000)) {
      config(text, "compression.type", chance(i, 6, 20) ? "brotli" : "lz4");
    }
    config(text, "max.message.bytes", "\"" + (1 + pick(i, 7, 4)) * 1_048_576 + "\"");
    if (!chance(i, 8, 40)) {
      config(text, "min.insync.replicas", "\"2\"");
    }
    if (!compact) {
      long days = 1L + pick(i, 9, 30);
      config(text, "retention.ms", "\"" + (chance(i, 10, 40) ? -1 : days * 86_400_000L) + "\"");
    }
    if (chance(i, 11, 20)) {
      config(text, "retention.msec", "\"86400000\"");
    }
    return text.toString();
  }

  private static void config(StringBuilder text, String key, String value) {
    text.append("  ").append(key).append(": ").append(value).append('\n');
  }

  private static String schemaText(int i) {
    StringBuilder fields = new StringBuilder();
    int first = pick(i, 21, PLAIN.size());
    int personal = pick(i, 22, 4);
    for (int k = 0; k < FIELDS - personal; k++) {
      String[] parts = PLAIN.get((first + k) % PLAIN.size()).split(":", 2);
      field(fields, parts[0], parts[1], "");
    }
    for (int k = 0; k < personal; k++) {
      field(fields, MASKED.get((pick(i, 23, MASKED.size()) + k) % MASKED.size()), "'string'", PII);
    }
    if (chance(i, 24, 40)) {
      field(fields, "taxNumber", "'string'", PII);
    }
    if (chance(i, 25, 40)) {
      field(fields, "passportNumber", "'string'", "");
    }
    if (chance(i, 26, 20)) {
      field(fields, "extra", "'Extra'", "");
    }
    String record =
        "{'type':'record','name':'Event','namespace':'com.example."
            + domain(i)
            + "','fields':["
            + fields
            + (chance(i, 27, 10) ? "}" : "]}");
    return "name: "
        + topic(i)
        + "-value\nconnectionname: schema-registry\nissystementity: false\npermissions:\n"
        + "- ViewSchema\ndescription: \"\"\ntags: []\nformat: AVRO\nschema: |-\n"
        + pretty(record.replace('\'', '"'))
        + "version: 1\nschemaid: \""
        + i
        + "\"\ncompatibility: BACKWARD_TRANSITIVE\nsourcetype: SchemaRegistry\n";
  }

  private static final String PII = ",'confluent:tags':['PII']";

  private static void field(StringBuilder fields, String name, String type, String more) {
    fields.append(fields.isEmpty() ? "{" : ",{").append("'name':'").append(name);
    fields.append("','type':").append(type).append(more).append('}');
  }

  /** JSON without blanks, broken into lines and indented as a block scalar. */
  private static String pretty(String json) {
    StringBuilder text = new StringBuilder("  ");
    int depth = 1;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      quoted ^= c == '"';
      if (quoted || "{[]},:".indexOf(c) < 0) {
        text.append(c);
      } else if (c == ':') {
        text.append(": ");
      } else {
        boolean closes = c == ']' || c == '}';
        depth += closes ? -1 : c == ',' ? 0 : 1;
        if (!closes) {
          text.append(c);
        }
        text.append('\n').append("  ".repeat(depth));
        if (closes) {
          text.append(c);
        }
      }
    }
    return text.append('\n').toString();
  }

  private void acls(int i, Writer out) throws IOException {
    String reader = "svc-" + domain(i + 7) + "-" + entity(i);
    String writer = "svc-" + domain(i) + "-" + entity(i);
    String name = chance(i, 30, 60) ? topic(i) + "-old" : topic(i);
    out.write(acl(writer, "WRITE", "TOPIC", name, chance(i, 31, 40) ? "app.example.com" : "*"));
    out.write(acl(reader, chance(i, 32, 40) ? "ALL" : "READ", "TOPIC", topic(i), "*"));
    String group = chance(i, 33, 40) ? "missing." + topic(i) : "svc." + topic(i);
    out.write(acl(reader, chance(i, 34, 20) ? "WRITE" : "READ", "GROUP", group, "*"));
    resources += 3;
  }

  private static String acl(String user, String operation, String type, String name, String host) {
    return "- permissionType: ALLOW\n  principal: User:"
        + user
        + "\n  operation: "
        + operation
        + "\n  resourceType: "
        + type
        + "\n  patternType: LITERAL\n  resourceName: "
        + name
        + "\n  host: '"
        + host
        + "'\n";
  }

  private void processor(int i, List<String> lags) throws IOException {
    int from = pick(i, 40, topics);
    int with = pick(i, 41, topics);
    int to = pick(i, 42, topics);
    to = raw(to) ? to : (to + DOMAINS.size()) % topics;
    String columns = chance(i, 44, 2_500) ? "*" : "s.reference,\n    f.status";
    if (chance(i, 45, 200)) {
      columns = "s.email AS contact,\n    " + columns;
    }
    String name = domain(from) + "-" + entity(to) + "-" + i;
    String id = "lsql_" + Long.toHexString(mix(i, 43));
    file(
        "apps/sql/processor-prod-sql-" + name,
        PROCESSOR
            .replace("NAME", name)
            .replace("COLUMNS", columns)
            .replace("OUTPUT", topic(to))
            .replace("INPUT", topic(from))
            .replace("LOOKUP", topic(with))
            .replace("ID", id));
    lag(i, id, topic(from), lags);
    if (from != with) {
      lag(i, id, topic(with), lags);
    }
  }

  private void connector(int i, List<String> lags, List<String> queues) throws IOException {
    boolean sink = chance(i, 50, 5_000);
    String topic = topic(pick(i, 51, topics));
    String name = (sink ? "archive-" : "import-") + i;
    String queue = topic(pick(i, 53, topics));
    String secret =
        chance(i, 52, 200) ? "wordpass" + i : "${vault:secret/prod/" + name + ":password}";
    String text =
        (sink ? SINK : SOURCE)
            .replace("NAME", name)
            .replace("TOPIC", topic)
            .replace("SECRET", secret)
            .replace("FIELDS", String.join(",", chance(i, 54, 300) ? MASKED.subList(0, 6) : MASKED))
            .replace("QUEUE", queue);
    file("apps/connectors/connector-prod-connect-" + name, text);
    if (sink) {
      lag(i, "connect-" + name, topic, lags);
      queues.add(QUEUE.replace("TOPIC", queue).replace("CHANNEL", domain(i)));
      resources++;
    }
  }

  private void lag(int i, String group, String topic, List<String> lags) {
    if (!chance(i, 60, 300)) {
      String watched = chance(i, 61, 100) ? group + "x" : group;
      String channel = chance(i, 62, 100) ? "nobody" : domain(i);
      lags.add(LAG.replace("GROUP", watched).replace("TOPIC", topic).replace("CHANNEL", channel));
      resources++;
    }
  }

  private List<String> silences() {
    List<String> silences = new ArrayList<>();
    for (int i = 0; i < topics; i++) {
      if (i % DOMAINS.size() < 4 && !chance(i, 63, 100)) {
        String name = chance(i, 64, 50) ? topic(i) + "x" : topic(i);
        silences.add(SILENCE.replace("TOPIC", name).replace("CHANNEL", domain(i)));
        resources++;
      }
    }
    return silences;
  }

  private static String quota(int i) {
    return "- type: USER\n  config:\n    producerByteRate: \"20971520\"\n"
        + "    consumerByteRate: \"20971520\"\n    requestPercentage: \"\"\n"
        + "  user: svc-"
        + domain(i)
        + "-"
        + i
        + "\n  client: \"\"\n";
  }

  private void masks() throws IOException {
    for (String domain : DOMAINS) {
      for (String field : MASKED) {
        String name = domain + "-" + field.toLowerCase(java.util.Locale.ROOT);
        mask(name, domain + ".*", field, "All");
      }
    }
    for (int i = 0; i < topics / TOPICS_PER_MASK; i++) {
      String topic = topic(pick(i, 70, topics));
      String field = chance(i, 71, 300) ? "emial" : "email";
      mask("own-" + i, topic, field, chance(i, 72, 300) ? "None" : "Email");
    }
  }

  private void mask(String name, String dataset, String field, String redaction)
      throws IOException {
    file(
        "policies/policies-" + name,
        MASK.replace("NAME", name)
            .replace("DATASET", dataset)
            .replace("FIELD", field)
            .replace("REDACTION", redaction));
  }

  /** Writes a file that declares one resource. */
  private void file(String name, String text) throws IOException {
    Files.writeString(root.resolve(name + ".yaml"), text);
    resources++;
  }

  private void list(String name, String head, List<String> items) throws IOException {
    Files.writeString(root.resolve(name + ".yaml"), head + String.join("", items));
    resources += head.isEmpty() ? items.size() : 0;
  }

  /** Whether a flaw or a variant is there, in so many of ten thousand cases. */
  private static boolean chance(int i, int salt, int ofTenThousand) {
    return pick(i, salt, 10_000) < ofTenThousand;
  }

  /** A number below the bound, by chance as it were, but always the same. */
  private static int pick(int i, int salt, int bound) {
    return (int) Long.remainderUnsigned(mix(i, salt), bound);
  }

  /** The mixing function of SplitMix64. */
  private static long mix(int i, int salt) {
    long z = (i * 1_000L + salt) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private static final String PROCESSOR =
      """
      name: NAME
      sql: |-
        SET defaults.topic.autocreate=false;

        WITH facts AS (
          SELECT TABLE reference, status
          FROM `LOOKUP`
        );

        INSERT INTO OUTPUT
        SELECT STREAM
          COLUMNS
        FROM INPUT AS s
          INNER JOIN facts AS f ON s.reference = f._key;
      runnerCount: 2
      cluster: prod
      namespace: sql
      pipeline: NAME
      processorId: ID
      """;

  private static final String SINK =
      """
      clusterName: prod-connect
      name: NAME
      config:
        connection.password: SECRET
        connection.url: jdbc:postgresql://warehouse.example.com:5432/finance
        connector.class: io.confluent.connect.jdbc.JdbcSinkConnector
        errors.deadletterqueue.topic.name: QUEUE
        errors.tolerance: all
        name: NAME
        tasks.max: "2"
        topics: TOPIC
        transforms: mask
        transforms.mask.type: org.apache.kafka.connect.transforms.MaskField$Value
        transforms.mask.fields: FIELDS
        value.converter: io.confluent.connect.avro.AvroConverter
      """;

  private static final String SOURCE =
      """
      clusterName: prod-connect
      name: NAME
      config:
        connection.password: SECRET
        connection.url: jdbc:postgresql://orders.example.com:5432/orders
        connector.class: io.confluent.connect.jdbc.JdbcSourceConnector
        mode: incrementing
        name: NAME
        tasks.max: "1"
        topic.prefix: TOPIC
      """;

  private static final String LAG =
      """
      - condition:
          group: GROUP
          threshold: 10000
          topic: TOPIC
          mode: PerTopicMode
        channels:
        - CHANNEL
      """;

  private static final String SILENCE =
      """
      - condition:
          connectionName: kafka
          datasetName: TOPIC
          threshold:
            type: less_than
            messages: 10
          duration: PT10M
        channels:
        - CHANNEL
      """;

  private static final String QUEUE =
      SILENCE.replace("less_than", "more_than").replace("10\n", "0\n");

  private static final String CHANNEL =
      """
      name: DOMAIN
      connectionName: pagerduty
      templateName: PagerDuty
      properties:
      - key: source
        value: lenses-prod
      """;

  private static final String MASK =
      """
      name: NAME
      lastUpdated: "2024-03-11T09:14:22.107Z"
      versions: 1
      impactType: HIGH
      category: PII
      datasets:
      - DATASET
      fields:
      - FIELD
      obfuscation: REDACTION
      lastUpdatedUser: m.example
      """;
}
