package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate init} writes: a policy that is read back, and an open gate. */
class InitCommandTest {

  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final Path CORPORA =
      Path.of("..", "..", "shared", "corpora").toAbsolutePath().normalize();
  private static final Path GOLDEN = Path.of("src/test/resources/io/headgate/cli");

  private static final String FLAW =
      """
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata:
        name: zz-planted
      spec:
        partitions: 12
        replicas: 3
        partition: 12
        config:
          min.insync.replicas: 2
          retention.ms: 604800000
      """;

  @TempDir Path root;

  private Cli init(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "init";
    args[1] = root.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Cli.run(args);
  }

  private static void isUserError(Cli cli, String message) {
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("headgate: ").contains(message).doesNotContain("Exception");
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.code()).isEqualTo(2);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("headgate.yaml") && !name.equals("headgate-baseline.yaml")) {
          Path target = to.resolve(from.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }

  private static Policy read(Path directory) throws IOException {
    String text = Files.readString(directory.resolve("headgate.yaml"));
    Catalog catalog = Packs.load().catalog();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(PolicySchema.json(catalog), InputFormat.JSON)
                .validate(text, InputFormat.YAML))
        .isEmpty();
    return PolicyReader.read(new SourceText("headgate.yaml", text), catalog);
  }

  /** The gate is open after init, and a new flaw closes it with exactly that finding. */
  private static void isAdopted(Path directory) throws IOException {
    Policy policy = read(directory);
    Cli check = Cli.run("check", directory.toString());
    assertThat(check.out()).contains("The gate is open.").doesNotContain("no longer");
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
    Cli again = Cli.run("baseline", directory.toString());
    assertThat(again.err() + again.out())
        .containsAnyOf("(0 added, 0 removed)", "names no baseline");
    Path planted = null;
    for (Policy.BundleSpec bundle : policy.bundles()) {
      for (String path : bundle.paths()) {
        if (planted == null && Files.isDirectory(directory.resolve(path))) {
          planted = directory.resolve(path).resolve("zz-planted.yaml");
        }
      }
    }
    assertThat(planted).as("a directory among the paths of the bundles").isNotNull();
    Files.writeString(planted, FLAW);
    Cli flawed = Cli.run("check", directory.toString());
    String file = directory.relativize(planted).toString();
    List<String> errors = flawed.out().lines().filter(line -> line.contains(": error: ")).toList();
    assertThat(errors).singleElement().asString().startsWith(file + ":8:3: error: ");
    assertThat(errors.get(0)).endsWith("[unknown-field]");
    assertThat(flawed.code()).isEqualTo(1);
    Files.delete(planted);
  }

  @Test
  void everyExampleIsAdopted() throws IOException {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> all = Files.list(EXAMPLES)) {
      all.map(path -> path.getFileName().toString()).sorted().forEach(examples::add);
    }
    examples.remove("acme-pack");
    examples.addAll(List.of("change/before", "change/after", "change/after-fixed"));
    assertThat(examples).contains("payments", "payments-fixed", "orders");
    for (String example : examples) {
      Path copy = root.resolve(example.replace('/', '-'));
      copy(EXAMPLES.resolve(example), copy);
      Cli init = Cli.run("init", copy.toString());
      assertThat(init.err()).as(example).isEmpty();
      assertThat(init.code()).as(example).isZero();
      isAdopted(copy);
    }
  }

  @Test
  void everyCorpusThatIsRecognisedIsAdopted() throws IOException {
    if (!Files.isDirectory(CORPORA)) {
      System.out.println("InitCommandTest: no corpora beside the project: nothing was adopted.");
      return;
    }
    List<Path> corpora;
    try (Stream<Path> all = Files.list(CORPORA)) {
      corpora = all.filter(Files::isDirectory).sorted().toList();
    }
    int adopted = 0;
    for (Path corpus : corpora) {
      Path copy = root.resolve(corpus.getFileName().toString());
      copy(corpus, copy);
      Cli init = Cli.run("init", copy.toString());
      System.out.println(
          "InitCommandTest: "
              + corpus.getFileName()
              + ": "
              + (init.code() == 0 ? init.out() : init.err()).lines().findFirst().orElse(""));
      if (init.code() == 2) {
        assertThat(init.err()).contains("Nothing to judge");
        assertThat(copy.resolve("headgate.yaml")).doesNotExist();
      } else if (init.out().contains("left out and still open")) {
        assertThat(init.out()).contains("The gate is closed.");
        assertThat(
                Cli.run("check", copy.toString())
                    .out()
                    .lines()
                    .filter(l -> l.contains(": error: ")))
            .isNotEmpty()
            .allMatch(line -> line.endsWith("[unreadable-document]"));
        adopted++;
      } else {
        isAdopted(copy);
        adopted++;
      }
    }
    assertThat(adopted).isPositive();
  }

  @Test
  void thePolicyOfPayments() throws IOException {
    copy(EXAMPLES.resolve("payments"), root);
    golden("init-payments.yaml", init("--print").out());
  }

  @Test
  void thePolicyOfAStrimziRepository() throws IOException {
    for (String environment : List.of("staging", "production")) {
      for (String topic :
          List.of(
              "billing.invoice.v1", "billing.payment.v1", "shop.cart.v1", "shop.order.v1", "Old")) {
        Cli.write(
            root,
            "clusters/" + environment + "/topics/" + topic + ".yaml",
            FLAW.replace("zz-planted", topic)
                .replace("  partition: 12\n", "")
                .replace(
                    "spec:",
                    "  labels:\n    strimzi.io/cluster: main\n    team: "
                        + (topic.startsWith("shop") ? "storefront" : "finance")
                        + "\nspec:"));
      }
    }
    for (int i = 0; i < 6; i++) {
      Cli.write(
          root,
          "clusters/production/topics/shop.extra" + i + ".v1.yaml",
          FLAW.replace("zz-planted", "shop.extra" + i + ".v1").replace("  partition: 12\n", ""));
    }
    golden("init-strimzi.yaml", init("--print").out());
    assertThat(init().code()).isZero();
    isAdopted(root);
  }

  private static void golden(String name, String text) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(file, text);
    }
    assertThat(file).content().isEqualTo(text);
  }

  @Test
  void itSaysWhatItWroteAndWhatToDoNext() throws IOException {
    copy(EXAMPLES.resolve("payments"), root);
    Cli init = init();
    assertThat(init.out())
        .startsWith("Wrote ")
        .contains(
            "headgate.yaml and ",
            "headgate-baseline.yaml for 270 resources in 116 files, 2 bundles.")
        .contains("  the environments dev, prod, by the names of directories\n")
        .contains(
            "\nKnown from now on: ", " errors, ", " warnings, ", " notes.\nThe gate is open.\n")
        .contains("\nNext:\n  1. ", "\n  2. ", "\n  3. ");
    assertThat(init.err()).isEmpty();
  }

  @Test
  void whatIsThereIsNotOverwrittenUnlessForced() throws IOException {
    Cli.writeGoodTopic(root);
    Path policy = Cli.write(root, "headgate.yaml", "version: 1\n");
    isUserError(init(), "headgate.yaml' already.");
    assertThat(policy).content().isEqualTo("version: 1\n");
    assertThat(init("--print").out()).startsWith("# The policy of this repository.");
    assertThat(policy).content().isEqualTo("version: 1\n");
    Files.delete(policy);
    Path baseline = Cli.write(root, "headgate-baseline.yaml", "version: 1\n");
    isUserError(init(), "headgate-baseline.yaml' already.");
    assertThat(policy).doesNotExist();
    assertThat(init("--force").code()).isZero();
    assertThat(Files.readString(baseline)).contains("known:");
    assertThat(Cli.run("check", root.toString()).code()).isZero();
  }

  @Test
  void whereNothingIsFoundThereIsNoBaseline() throws IOException {
    Cli.writeGoodTopic(root);
    Files.writeString(
        root.resolve("kafka/topics/topic-orders.yaml"),
        "description: Orders.\n",
        StandardOpenOption.APPEND);
    assertThat(Cli.run("check", root.toString()).out()).startsWith("No findings");
    Cli init = init();
    assertThat(init.out()).contains("Nothing was found.\n").doesNotContain("-baseline");
    assertThat(root.resolve("headgate-baseline.yaml")).doesNotExist();
    assertThat(read(root).baseline()).isNull();
    assertThat(Cli.run("check", root.toString()).code()).isZero();
  }

  @Test
  void nothingOfKafkaIsNothingToAdopt() {
    Cli.write(root, "values.yaml", "a: 1\n");
    Cli.write(
        root, "topic.yaml", "apiVersion: kafka.example.com/v1\nkind: Topic\nmetadata: {name: x}\n");
    Cli init = init();
    isUserError(init, "Nothing to judge: none of the 2 YAML");
    assertThat(init.err()).isEqualTo(Cli.run("check", root.toString()).err());
    assertThat(root.resolve("headgate.yaml")).doesNotExist();
    isUserError(Cli.run("init", root.resolve("nowhere").toString()), "There is no directory");
  }

  @Test
  void whatIsNotReadKeepsTheGateClosedAndIsTold() {
    Cli.writeGoodTopic(root);
    Cli.write(root, "kafka/topics/topic-cut.yaml", "name: [cut\n");
    Cli init = init();
    assertThat(init.out())
        .contains("1 finding is left out and still open", "kafka/topics/topic-cut.yaml:")
        .contains("The gate is closed.");
    assertThat(init.code()).isZero();
    assertThat(Cli.run("check", root.toString()).code()).isEqualTo(1);
  }

  @Test
  void bothFilesAreWrittenOrNone() throws IOException {
    copy(EXAMPLES.resolve("payments"), root);
    // A directory in the place of the policy: it can only fail once the baseline is written.
    Cli.write(root, "headgate.yaml/keep", "");
    Cli init = init("--force");
    assertThat(init.code()).isNotZero();
    assertThat(root.resolve("headgate-baseline.yaml")).doesNotExist();
    assertThat(root.resolve("headgate.yaml/keep")).exists();
  }

  @Test
  void oddRepositoriesAreAdopted() throws IOException {
    Random random = new Random(11);
    List<String> parts =
        List.of(
            "prod",
            "a b",
            "it's",
            "say \"so\"",
            "ünï",
            "*",
            "#x",
            "a: b",
            "true",
            "1.0",
            "- x",
            "[y]",
            "${ENV}",
            "{{ env }}",
            "日本",
            " lead",
            "&a",
            "!t",
            "%p",
            "x,y",
            "~",
            "dev",
            "null");
    List<String> names =
        List.of(
            "a", "a.b", "a.c", "x-y-z", "X_Y", "_hidden", ".a.b", ".a.c", "d..e", "-f-g", "-f-h",
            "it's", "ünï", "*", "\"q\"", "", "v1.v1");
    for (int i = 0; i < 40; i++) {
      Path repository = Files.createDirectory(root.resolve("r" + i));
      int topics = 1 + random.nextInt(6);
      for (int n = 0; n < topics; n++) {
        StringBuilder directory = new StringBuilder();
        for (int depth = random.nextInt(3); depth > 0; depth--) {
          directory.append(parts.get(random.nextInt(parts.size()))).append('/');
        }
        String name = names.get(random.nextInt(names.size()));
        String scalar = "'" + name.replace("'", "''") + "'";
        if (random.nextBoolean()) {
          Cli.write(
              repository,
              directory + "kafka/topics/topic-" + n + ".yaml",
              "name: " + scalar + "\npartitions: 3\nreplication: 1\n");
        } else {
          Cli.write(
              repository,
              directory + "t" + n + ".yaml",
              FLAW.replace(
                  "name: zz-planted",
                  "name: " + scalar + "\n  labels: {team: " + scalar + ", 'x/owner': 'a: {{b}}'}"));
        }
      }
      Cli init = Cli.run("init", repository.toString());
      String all = i + ": " + init.out() + init.err();
      assertThat(init.code()).as(all).isZero();
      assertThat(init.err()).as(all).isEmpty();
      read(repository);
      Cli check = Cli.run("check", repository.toString());
      assertThat(check.err()).as(all).isEmpty();
      assertThat(check.code())
          .as(all + check.out())
          .isEqualTo(init.out().contains("The gate is closed.") ? 1 : 0);
      assertThat(check.out()).as(all).doesNotContain("no longer");
      String first = Files.readString(repository.resolve("headgate.yaml"));
      String known = Files.readString(repository.resolve("headgate-baseline.yaml"));
      assertThat(Cli.run("init", "--force", repository.toString()).code()).isZero();
      assertThat(repository.resolve("headgate.yaml")).content().isEqualTo(first);
      assertThat(repository.resolve("headgate-baseline.yaml")).content().isEqualTo(known);
    }
  }

  @Test
  void aPolicyFurtherUpIsToldToHoldNoLonger() {
    Path policy = Cli.write(root, "headgate.yaml", "version: 1\n");
    Path below = root.resolve("team");
    Cli.writeGoodTopic(below);
    assertThat(Cli.run("init", below.toString()).out())
        .endsWith("\nThe policy '" + policy + "' no longer holds for this directory.\n");
    Cli.write(below, ".git/HEAD", "");
    assertThat(Cli.run("init", "--force", below.toString()).out()).doesNotContain("no longer");
  }

  @Test
  void itHasHelpAndCompletion() {
    assertThat(Cli.run("init", "--help").out()).contains("--force", "--print", "Exit codes:");
    assertThat(Cli.run("completion").out()).contains("init", "--print");
  }
}
