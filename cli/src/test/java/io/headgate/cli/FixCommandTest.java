package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Edit;
import io.headgate.engine.files.DiskFiles;
import io.headgate.engine.fix.Fixed.Changed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code headgate fix} shows and writes. */
class FixCommandTest {

  private static final String ACLS = "kafka/acls/acls.yaml";

  @TempDir Path directory;

  private Path root;

  @BeforeEach
  void begin() {
    root = directory.resolve("landscape");
    Cli.write(root, "headgate.yaml", "version: 1\n");
  }

  private static String topic(String name) {
    return """
    # Größe: 😀
    name: %s
    partitions: 12
    replication: 3
    configs:
      retention.ms: "604800000"
      # since the outage
      unclean.leader.election.enable: "true" # quick
      min.insync.replicas: "2"
    """
        .formatted(name);
  }

  private static String mended(String name) {
    return topic(name)
        .replace("  # since the outage\n", "")
        .replace("  unclean.leader.election.enable: \"true\" # quick\n", "");
  }

  private static String acl(String operation, String type, String pattern, String name) {
    return """
    - permissionType: ALLOW
      principal: User:exporter
      operation: %s
      resourceType: %s
      patternType: %s
      resourceName: "%s"
      host: "*"
    """
        .formatted(operation, type, pattern, name);
  }

  private Cli fix(String... words) {
    List<String> args = new java.util.ArrayList<>(List.of("fix", root.toString()));
    args.addAll(List.of(words));
    return Cli.run(args.toArray(String[]::new));
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
  }

  @Test
  void showsAPatchAndChangesNothing() throws IOException {
    Cli.write(root, "kafka/topics/topic-a.yaml", topic("a"));

    Cli shown = fix();

    assertThat(shown.code()).as(shown.err()).isEqualTo(1);
    assertThat(shown.out())
        .isEqualTo(
            """
            --- a/kafka/topics/topic-a.yaml
            +++ b/kafka/topics/topic-a.yaml
            @@ -4,6 +4,4 @@
             replication: 3
             configs:
               retention.ms: "604800000"
            -  # since the outage
            -  unclean.leader.election.enable: "true" # quick
               min.insync.replicas: "2"
            """);
    assertThat(shown.err()).startsWith("1 finding can be mended in 1 file; --apply writes it.\n");
    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(topic("a"));
  }

  @Test
  void writesWhatThePatchShows() throws IOException {
    GitRepository repository = GitRepository.in(root);
    Cli.write(root, "kafka/topics/topic-a.yaml", topic("a"));
    Cli.write(root, "kafka/topics/topic-b.yaml", topic("b").replace("\n", "\r\n"));
    Cli.write(root, "kafka/topics/topic-c.yaml", "\uFEFF" + topic("c").stripTrailing());
    Cli.write(
        root,
        "kafka/topics/topic d ä.yaml",
        topic("d").replace("  min.insync.replicas: \"2\"\n", "").stripTrailing());
    Cli.write(
        root,
        "kafka/topics/topic-e.json",
        """
        {"topicName": "e", "partitions": 12, "replication": 3,
        \t"configs": {"unclean.leader.election.enable": "true", "preallocate": "true"}}
        """);
    repository.commit();

    Cli shown = fix();
    Path patch = Cli.write(directory, "shown.patch", shown.out());
    repository.git("-C", root.toString(), "apply", "--whitespace=nowarn", patch.toString());
    String applied = repository.git("-C", root.toString(), "diff");
    repository.git("-C", root.toString(), "checkout", "-q", ".");
    Cli written = fix("--apply");

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.out()).endsWith(" findings mended in 5 files.\n");
    assertThat(repository.git("-C", root.toString(), "diff")).isEqualTo(applied).isNotEmpty();
    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(mended("a"));
    assertThat(text("kafka/topics/topic-b.yaml")).isEqualTo(mended("b").replace("\n", "\r\n"));
    assertThat(text("kafka/topics/topic-c.yaml")).isEqualTo("\uFEFF" + mended("c").stripTrailing());
    assertThat(text("kafka/topics/topic d ä.yaml"))
        .isEqualTo(mended("d").replace("  min.insync.replicas: \"2\"\n", "").stripTrailing());
    assertThat(text("kafka/topics/topic-e.json"))
        .endsWith("\t\"configs\": {\"preallocate\": \"true\"}}\n");
    assertThat(fix("--apply").out())
        .isEqualTo("There is nothing that can be mended by a machine.\n");
    assertThat(fix().code()).isZero();
  }

  @Test
  void thePatchIsOneForPatchToo() throws IOException, InterruptedException {
    Cli.write(root, "kafka/topics/topic-a.yaml", topic("a").stripTrailing());
    Path patch = Cli.write(directory, "shown2.patch", fix().out());
    Process process;
    try {
      process =
          new ProcessBuilder("patch", "-p1", "-s", "-i", patch.toString())
              .directory(root.toFile())
              .inheritIO()
              .start();
    } catch (IOException e) {
      System.out.println("FixCommandTest: there is no patch here, so it was not asked");
      assumeTrue(false, "There is no patch here.");
      return;
    }

    assertThat(process.waitFor()).isZero();
    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(mended("a").stripTrailing());
  }

  @Test
  void keepsPermissionsAndLinks() throws IOException {
    boolean hasPermissions =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (!hasPermissions) {
      System.out.println("FixCommandTest: files have no permissions here, so none are asked for");
    }
    assumeTrue(hasPermissions, "Files have no permissions here.");
    Path real = Cli.write(root, "shared/topic.txt", topic("a"));
    Path link = root.resolve("kafka/topics/topic-a.yaml");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("../../shared/topic.txt"));
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(fix("--apply").code()).isZero();

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(real)).isEqualTo(mended("a"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-r-----");
    try (var left = Files.list(real.getParent())) {
      assertThat(left).containsExactly(real);
    }
  }

  @Test
  void leavesAloneWhatHasChangedMeanwhileOrLeadsOutOfTheRoot() throws IOException {
    Path outside = Cli.write(directory, "outside/topic.yaml", "a: 1\n");
    Path changed = Cli.write(root, "changed.yaml", "a: 2\n");
    Files.createSymbolicLink(root.resolve("link.yaml"), outside);
    DiskFiles files = new DiskFiles(root, List.of(root));

    assertThat(
            FixedFiles.write(List.of(emptied("changed.yaml"), emptied("link.yaml")), root, files))
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("changed.yaml has changed meanwhile"))
        .anyMatch(problem -> problem.startsWith("link.yaml cannot be written"));
    assertThat(Files.readString(outside)).isEqualTo("a: 1\n");
    assertThat(Files.readString(changed)).isEqualTo("a: 2\n");
  }

  private static Changed emptied(String file) {
    return new Changed(
        new SourceText(file, "a: 1\n"),
        List.of(new Edit(0, 5, "")),
        new SourceText(file, ""),
        false);
  }

  @Test
  void mendsOnlyWhatIsAskedFor() throws IOException {
    Cli.write(root, "kafka/topics/topic-a.yaml", topic("a"));
    Cli.write(root, ACLS, acl("DESCRIBE", "CLUSTER", "LITERAL", "lkc-1"));

    Cli written = fix("--apply", "--rule", "acl-cluster-name");

    assertThat(written.out())
        .isEqualTo(ACLS + ":6:17: acl-cluster-name: mended.\n1 finding mended in 1 file.\n");
    assertThat(text(ACLS)).isEqualTo(acl("DESCRIBE", "CLUSTER", "LITERAL", "kafka-cluster"));
    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(topic("a"));
    Cli unknown = fix("--rule", "acl-cluster-nam");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("There is no rule 'acl-cluster-nam'. Did you mean 'acl-cluster-name'?");
  }

  @Test
  void whatIsUnsafeIsOnlyMendedIfAskedFor() throws IOException {
    Cli.writeGoodTopic(root);
    String entry = acl("DESCRIBE", "TOPIC", "LITERAL", "gone");
    String other = acl("DESCRIBE", "TOPIC", "LITERAL", "orders");
    Cli.write(root, ACLS, "# All of them.\n" + entry + "\n# Of the shop.\n" + other);

    assertThat(fix("--apply").out()).startsWith("There is nothing");
    Cli written = fix("--apply", "--unsafe");

    assertThat(written.out()).contains("acl-dangling-resource: mended.");
    assertThat(text(ACLS)).isEqualTo("# All of them.\n\n# Of the shop.\n" + other);
  }

  @Test
  void leavesOutWhatBringsAnotherFindingAndMendsTheRest() throws IOException {
    Cli.write(
        root,
        "headgate.yaml",
        """
        version: 1
        external:
          groups: ["legacy-*"]
        """);
    Cli.writeGoodTopic(root);
    String read = acl("READ", "TOPIC", "LITERAL", "orders");
    String group = acl("READ", "GROUP", "LITERAL", "gone");
    String gone = acl("DESCRIBE", "TOPIC", "LITERAL", "gone");
    Cli.write(root, ACLS, read + group + gone);

    Cli written = fix("--apply", "--unsafe");

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(text(ACLS)).isEqualTo(read + group);
    assertThat(written.err())
        .contains(
            ACLS
                + ":13:17: acl-dangling-resource: not mended: then acl-incomplete-consumer would be"
                + " found at ");
  }

  @Test
  void ofEntriesThatNeedEachOtherOneStays() throws IOException {
    Cli.writeGoodTopic(root);
    String narrow = acl("READ", "TOPIC", "LITERAL", "orders");
    String wide = acl("READ", "TOPIC", "PREFIXED", "orde-");
    String group = acl("READ", "GROUP", "LITERAL", "exporter");
    String twin = acl("ALL", "TOPIC", "LITERAL", "orders");
    Cli.write(root, ACLS, narrow + twin + group + wide.replace("orde-", "orders"));

    assertThat(fix("--apply").err()).isEmpty();

    assertThat(text(ACLS)).contains("resourceName: \"orders\"").contains("ALL");
    assertThat(fix("--apply").out()).startsWith("There is nothing");
  }

  @Test
  void showsNoSecretAndStillWrites() throws IOException {
    String connector =
        """
        clusterName: main
        name: archive
        config:
          connector.class: com.example.ArchiveSink
          topics: orders
          consumer.override.ssl.endpoint.identification.algorithm: ""
          database.password: "hunter2hunter2"
        """;
    Cli.writeGoodTopic(root);
    Cli.write(root, "apps/connectors/connector-main-archive.yaml", connector);

    Cli shown = fix();

    assertThat(shown.out() + shown.err()).doesNotContain("hunter2");
    assertThat(shown.err()).contains("is not shown, because there is a secret");
    assertThat(shown.code()).isEqualTo(1);
    assertThat(fix("--apply").code()).isZero();
    assertThat(text("apps/connectors/connector-main-archive.yaml"))
        .isEqualTo(
            connector.replace(
                "  consumer.override.ssl.endpoint.identification.algorithm: \"\"\n", ""));
  }

  @Test
  void leavesAloneWhatIsNoMechanicalEdit() throws IOException {
    String alias =
        """
        name: a
        partitions: 12
        replication: 3
        x: &x "true"
        configs:
          unclean.leader.election.enable: *x
        """;
    String merged =
        """
        name: b
        partitions: 12
        replication: 3
        x: &x
          unclean.leader.election.enable: "true"
        configs:
          <<: *x
        """;
    String anchored =
        """
        name: c
        partitions: 12
        replication: 3
        configs:
          unclean.leader.election.enable: &y "true"
          preallocate: *y
        """;
    String templated =
        """
        name: d
        partitions: 12
        replication: 3
        configs:
          {{- if .Values.quick }}
          unclean.leader.election.enable: "true"
          {{- end }}
        """;
    Cli.write(root, "kafka/topics/topic-a.yaml", alias);
    Cli.write(root, "kafka/topics/topic-b.yaml", merged);
    Cli.write(root, "kafka/topics/topic-c.yaml", anchored);
    Cli.write(root, "kafka/topics/topic-d.yaml", templated);

    Cli written = fix("--apply", "--rule", "topic-unclean-election");

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(alias);
    assertThat(text("kafka/topics/topic-b.yaml")).isEqualTo(merged);
    assertThat(text("kafka/topics/topic-c.yaml")).isEqualTo(anchored);
    assertThat(text("kafka/topics/topic-d.yaml")).isEqualTo(templated);
    assertThat(written.err().lines())
        .hasSize(4)
        .allMatch(
            line ->
                line.endsWith("not mended: its text is not one that can be edited by a machine."));
  }

  @Test
  void leavesAloneWhatIsWaived() throws IOException {
    Cli.write(root, "headgate.yaml", "version: 1\nwaivers: waivers.yaml\n");
    Cli.write(
        root,
        "waivers.yaml",
        """
        version: 1
        waivers:
        - rule: topic-unclean-election
          resource: topic a
          reason: "Being there counts for more than any click."
          owner: clicks
          approver: jane@acme.example
          until: 2126-03-31
        """);
    Cli.write(root, "kafka/topics/topic-a.yaml", topic("a"));
    Cli.write(root, "kafka/topics/topic-b.yaml", topic("b"));

    assertThat(fix("--apply").err()).isEmpty();

    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(topic("a"));
    assertThat(text("kafka/topics/topic-b.yaml")).isEqualTo(mended("b"));
  }

  @Test
  void sarifProposesTheSameEdits() throws IOException {
    Cli.write(root, "kafka/topics/topic-a.yaml", topic("a"));
    Path log = root.resolve("log.sarif");

    Cli.run("check", root.toString(), "--report", "sarif=" + log);
    String proposed = proposed(Files.readString(log), topic("a"));
    fix("--apply");

    assertThat(text("kafka/topics/topic-a.yaml")).isEqualTo(proposed);
  }

  /** The text with the one fix of a log. */
  private static String proposed(String log, String text) {
    for (JsonNode result : JsonMapper.shared().readTree(log).at("/runs/0/results")) {
      JsonNode change = result.at("/fixes/0/artifactChanges/0");
      if (!change.isMissingNode()) {
        assertThat(change.at("/artifactLocation/uri").asString())
            .isEqualTo("kafka/topics/topic-a.yaml");
        assertThat(change.get("replacements")).hasSize(1);
        JsonNode region = change.at("/replacements/0/deletedRegion");
        SourceText source = new SourceText("a", text);
        return text.substring(
                0,
                source.offset(region.get("startLine").asInt(), region.get("startColumn").asInt()))
            + change.at("/replacements/0/insertedContent/text").asString("")
            + text.substring(
                source.offset(region.get("endLine").asInt(), region.get("endColumn").asInt()));
      }
    }
    throw new AssertionError("No fix: " + log.toLowerCase(Locale.ROOT));
  }
}
