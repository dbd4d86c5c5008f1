package io.headgate.engine.report.sarif;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports and logs for tests. */
public final class Logs {

  /** A topic without fault. */
  public static final Map<String, String> CLEAN =
      Map.of("kafka/topics/orders.yaml", "name: orders\npartitions: 6\nreplication: 3\n");

  /** One bundle with every kind of result that the test pack has, and hostile names. */
  public static final Map<String, String> MENAGERIE =
      Map.ofEntries(
          Map.entry("kafka/topics/orders.yaml", "name: orders\npartitions: 6\nreplication: 1\n"),
          Map.entry(
              "kafka/topics/50% größer#1.yaml",
              "# Grüße 🙂\n\"name\": 'ORDERS' # 🙂 ok\npartitions: 6\nreplication: 2\n"),
          Map.entry(
              "kafka/topics/strange.yaml",
              "name: \"A\\u0007\\u202Eb<script>'\\\"[x](http://example.org)\\n"
                  + "!\"\n"
                  + "replication: 3\n"),
          Map.entry("kafka/topics/broken.yaml", "name: [\n"),
          Map.entry("kafka/topics/field.yaml", "name: odd\nreplication: 3\nreplicas: 3\n"),
          Map.entry(
              "apps/connectors/sink.yaml",
              """
              name: sink
              clusterName: connect
              config:
                connector.class: io.confluent.connect.jdbc.JdbcSinkConnector
                topics: orders
                connection.user: sink
                connection.password: hunter2-über🙂
                connection.url: "jdbc:postgresql://u:s3cr3t-inside@db/orders"
              """),
          Map.entry("docker-compose.yaml", "services: {}\n"));

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Logs() {}

  public static Report report(Map<String, String> files) {
    return report(files, "version: 1\n");
  }

  public static Report report(Map<String, String> files, String policyText) {
    Catalog catalog = new Catalog(List.of(new TestPack()));
    Policy policy = PolicyReader.read(new SourceText(PolicyReader.FILE, policyText), catalog);
    try {
      return new Run(new MemoryFiles(files), catalog, policy, "", null, rule -> true, Progress.NONE)
          .report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Report report) {
    return write(report, new SarifReporter("1.2.3"));
  }

  static String write(Report report, SarifReporter reporter) {
    StringWriter out = new StringWriter();
    try {
      reporter.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  public static JsonNode tree(String json) {
    return JSON.readTree(json);
  }

  /** The run of a report's log. */
  static JsonNode run(Report report) {
    return tree(write(report)).at("/runs/0");
  }

  static String pretty(JsonNode tree) {
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.writer().with(lines).writeValueAsString(tree) + "\n";
  }

  static String compact(JsonNode tree) {
    return JSON.writeValueAsString(tree);
  }
}
