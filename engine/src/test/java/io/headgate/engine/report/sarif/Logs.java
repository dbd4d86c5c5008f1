package io.headgate.engine.report.sarif;

import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Report.Baseline;
import io.headgate.engine.report.Report.Comparison;
import io.headgate.engine.report.Report.JudgedBy;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Result.State;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
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

  private static final String COMMIT = "3f2a1bc9d0e14f5a6b7c8d9e0f1a2b3c4d5e6f70";

  private static final Waiver WAIVER =
      new Waiver(
          new Place("waivers.yaml", 3, 5, 3, 9),
          "secret-in-clear-text",
          new Waiver.Scope(null, "prod", "secret *", null),
          "The vault comes with the next release",
          "team-data",
          "security",
          LocalDate.of(2031, 5, 1));

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

  /**
   * A report of which the first result is known, the second waived and the third was there before
   * the change; the last one is gone, the others are new.
   */
  public static Report compared(Report all) {
    List<Result> results = new ArrayList<>();
    for (Result result : all.results().subList(0, all.results().size() - 1)) {
      int number = results.size();
      Result stated = result.as(number < 3 ? State.UNCHANGED : State.NEW);
      results.add(number == 0 ? stated.asKnown() : number == 1 ? stated.as(WAIVER) : stated);
    }
    Result last = all.results().get(all.results().size() - 1);
    return new Report(
        all.bundles(),
        results,
        all.failures(),
        all.threshold(),
        all.intake(),
        all.catalog(),
        all.sources(),
        new Baseline("baseline.yaml", 1, 2),
        new Comparison(
            "3f2a1bc9d0e1", COMMIT, List.of(last.as(State.ABSENT)), false, JudgedBy.BASE));
  }

  static String write(Report report) {
    return write(report, new SarifReporter(Profile.ARCHIVE, null, "1.2.3"));
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
