package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.dialect.Asides;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.Profile;
import io.headgate.spi.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BundlingTest {

  private static final Dialects DIALECTS = new Dialects(new KnownDialects());

  @Test
  void makesABundleOfEachLandscape() {
    assertThat(
            bundles(
                lenses("dev/kafka/topics/a.yaml"),
                lenses("dev/apps/sql/p.yaml"),
                lenses("prod/kafka/topics/a.yaml")))
        .containsExactly(
            "dev: dev/apps/sql/p.yaml dev/kafka/topics/a.yaml", "prod: prod/kafka/topics/a.yaml");
  }

  @Test
  void callsALandscapeAtTheRootByADot() {
    assertThat(bundles(lenses("kafka/topics/a.yaml"))).containsExactly(".: kafka/topics/a.yaml");
  }

  @Test
  void addsWhatLiesBesideALandscapeToIt() {
    assertThat(
            bundles(
                lenses("dev/kafka/topics/a.yaml"),
                deployment("dev/k8s/d.yaml"),
                topic("dev/strimzi/t.yaml", "t"),
                lenses("prod/kafka/topics/a.yaml"),
                deployment("prod/d.yaml"),
                deployment("other/d.yaml")))
        .containsExactly(
            "dev: dev/k8s/d.yaml dev/kafka/topics/a.yaml dev/strimzi/t.yaml",
            "prod: prod/d.yaml prod/kafka/topics/a.yaml");
  }

  @Test
  void addsWhatLiesBesideTheFolderCalledLandscape() {
    assertThat(
            bundles(
                lenses("landscape/kafka/topics/a.yaml"),
                deployment("k8s/d.yaml"),
                lenses("team/landscape/kafka/topics/a.yaml"),
                deployment("team/d.yaml")))
        .containsExactly(
            "landscape: k8s/d.yaml landscape/kafka/topics/a.yaml",
            "team/landscape: team/d.yaml team/landscape/kafka/topics/a.yaml");
  }

  @Test
  void prefersTheDeepestLandscapeAround() {
    assertThat(
            bundles(
                lenses("kafka/topics/a.yaml"),
                lenses("dev/kafka/topics/a.yaml"),
                deployment("dev/x/y/d.yaml"),
                deployment("x/d.yaml")))
        .containsExactly(
            ".: kafka/topics/a.yaml x/d.yaml", "dev: dev/kafka/topics/a.yaml dev/x/y/d.yaml");
  }

  @Test
  void doesNotTakeTheBeginningOfANameForADirectory() {
    assertThat(bundles(lenses("dev/kafka/topics/a.yaml"), deployment("dev-tools/d.yaml")))
        .containsExactly("dev: dev/kafka/topics/a.yaml");
  }

  @Test
  void makesNothingOfDeploymentsAlone() {
    assertThat(bundles(deployment("k8s/d.yaml"), deployment("e.yaml"))).isEmpty();
  }

  @Test
  void letsADeploymentJoinTheObjectsAroundIt() {
    assertThat(
            bundles(
                topic("team/topics/t.yaml", "a"),
                user("team/users/u.yaml", "u"),
                deployment("team/app/d.yaml"),
                deployment("other/d.yaml"),
                deployment("d.yaml")))
        .containsExactly("team: team/app/d.yaml team/topics/t.yaml team/users/u.yaml");
    assertThat(
            bundles(
                topic("dev/t.yaml", "a"),
                topic("prod/t.yaml", "a"),
                deployment("prod/app/d.yaml"),
                deployment("app/d.yaml")))
        .containsExactly("dev: dev/t.yaml", "prod: prod/app/d.yaml prod/t.yaml");
  }

  @Test
  void judgesDirectoriesOfObjectsTogether() {
    assertThat(
            bundles(topic("topics/a.yaml", "a"), user("users/u.yaml", "u"), topic("b.yaml", "b")))
        .containsExactly(".: b.yaml topics/a.yaml users/u.yaml");
  }

  @Test
  void callsABundleByTheDirectoryThatHoldsAllOfIt() {
    assertThat(bundles(topic("a/b/topics/a.yaml", "a"), user("a/b/users/u.yaml", "u")))
        .containsExactly("a/b: a/b/topics/a.yaml a/b/users/u.yaml");
  }

  @Test
  void keepsDirectoriesApartThatDeclareTheSameObject() {
    assertThat(
            bundles(
                topic("dev/t.yaml", "orders"),
                user("dev/users/u.yaml", "u"),
                topic("prod/t.yaml", "orders"),
                user("shared/v.yaml", "v")))
        .containsExactly(
            "shared: shared/v.yaml", "dev: dev/t.yaml dev/users/u.yaml", "prod: prod/t.yaml");
  }

  @Test
  void keepsDirectoriesApartThatDeclareTheSameForTwoNamespaces() {
    assertThat(
            bundles(
                strimzi("dev/t.yaml", "orders", "dev", ""),
                strimzi("prod/t.yaml", "orders", "prod", "")))
        .containsExactly("dev: dev/t.yaml", "prod: prod/t.yaml");
    assertThat(
            bundles(
                strimzi("a/t.yaml", "events", "a", "a.events"),
                strimzi("b/t.yaml", "events", "b", "b.events")))
        .containsExactly(".: a/t.yaml b/t.yaml");
  }

  @Test
  void judgesTwoObjectsForOneTopicTogetherSoThatTheyAreFound() {
    assertThat(
            bundles(
                strimzi("a/t.yaml", "one", "n", "orders"),
                strimzi("b/t.yaml", "two", "n", "orders")))
        .containsExactly(".: a/t.yaml b/t.yaml");
  }

  @Test
  void keepsABaseApartFromWhatIsLaidOverIt() {
    assertThat(
            bundles(
                topic("base/t.yaml", "orders"),
                topic("overlays/dev/t.yaml", "orders"),
                topic("overlays/prod/t.yaml", "orders")))
        .containsExactly(
            "base: base/t.yaml",
            "overlays/dev: overlays/dev/t.yaml",
            "overlays/prod: overlays/prod/t.yaml");
  }

  @Test
  void makesABundleOfEachKafkaClusterWhereADirectoryHoldsSeveral() {
    assertThat(
            bundles(
                labelled("k/a.yaml", "blue"),
                labelled("k/b.yaml", "green"),
                labelled("k/users/c.yaml", "green"),
                topic("k/none.yaml", "none")))
        .containsExactly(
            "k: k/none.yaml",
            "k (cluster blue): k/a.yaml",
            "k (cluster green): k/b.yaml k/users/c.yaml");
  }

  @Test
  void keepsADirectoryOfOneKafkaClusterTogether() {
    assertThat(
            bundles(
                labelled("k/a.yaml", "blue"),
                labelled("k/b.yaml", "blue"),
                labelled("k/c.yaml", "${CLUSTER}"),
                topic("k/none.yaml", "none")))
        .containsExactly("k: k/a.yaml k/b.yaml k/c.yaml k/none.yaml");
  }

  @Test
  void dividesAFileOfSeveralKafkaClusters() {
    String deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n---\n";
    ReadFile shared =
        read("k/shared.yaml", deployment + object("a", "blue") + "---\n" + object("b", "green"));
    ReadFile own = read("k/own.yaml", deployment + object("c", "blue"));

    List<Bundling.Group> groups = Bundling.group(List.of(shared, own), Policy.NONE, "");

    assertThat(groups.stream().map(BundlingTest::resources))
        .containsExactly(
            "k: [deployment d]",
            "k (cluster blue): [topic a, deployment d, topic c]",
            "k (cluster green): [topic b]");
    assertThat(groups.stream().flatMap(g -> g.files().stream()).flatMap(f -> f.findings().stream()))
        .isEmpty();
  }

  @Test
  void keepsWhatWasFoundInAFileOfSeveralKafkaClustersOnce() {
    String wrong = object("a", "blue") + "spec: {partition: 3}\n---\n" + object("b", "green");
    List<Bundling.Group> groups = Bundling.group(List.of(read("k.yaml", wrong)), Policy.NONE, "");

    assertThat(groups).extracting(Bundling.Group::name).hasSize(3);
    assertThat(groups.stream().flatMap(g -> g.files().stream()).flatMap(f -> f.findings().stream()))
        .hasSize(1);
  }

  @Test
  void dividesWhatThePolicyPutsTogetherByKafkaClustersToo() {
    Policy policy = policy("", new Policy.BundleSpec("all", List.of(""), "dev"));

    assertThat(
            named(
                Bundling.group(
                    List.of(labelled("a.yaml", "blue"), labelled("b.yaml", "green")), policy, "")))
        .containsExactly("all (cluster blue)@dev: a.yaml", "all (cluster green)@dev: b.yaml");
  }

  @Test
  void letsThePolicySayWhatBelongsTogether() {
    Policy policy =
        policy(
            "",
            new Policy.BundleSpec("dev", List.of("base", "dev/t.yaml"), "dev"),
            new Policy.BundleSpec("prod", List.of("base", "prod"), "prod"),
            new Policy.BundleSpec("none", List.of("empty"), ""),
            new Policy.BundleSpec("pods", List.of("k8s"), ""));
    ReadFile[] files = {
      topic("base/t.yaml", "a"),
      topic("dev/t.yaml", "b"),
      topic("dev/ignored.yaml", "b"),
      topic("prod/t.yaml", "b"),
      topic("prod-old/t.yaml", "b"),
      deployment("k8s/d.yaml")
    };

    assertThat(named(Bundling.group(List.of(files), policy, "")))
        .containsExactly("dev@dev: base/t.yaml dev/t.yaml", "prod@prod: base/t.yaml prod/t.yaml");
    assertThat(named(Bundling.group(List.of(files), policy, "prod")))
        .containsExactly("prod@prod: base/t.yaml prod/t.yaml");
    assertThat(Bundling.group(List.of(files), policy, "test")).isEmpty();
  }

  @Test
  void letsAPathBeTheRoot() {
    Policy policy = policy("", new Policy.BundleSpec("all", List.of(""), "e"));

    assertThat(named(Bundling.group(List.of(topic("x/t.yaml", "a")), policy, "")))
        .containsExactly("all@e: x/t.yaml");
  }

  @Test
  void takesTheEnvironmentFromTheOptionThenFromThePolicy() {
    List<ReadFile> files = List.of(topic("t.yaml", "a"));

    assertThat(named(Bundling.group(files, policy("test"), ""))).containsExactly(".@test: t.yaml");
    assertThat(named(Bundling.group(files, policy("test"), "prod")))
        .containsExactly(".@prod: t.yaml");
  }

  @Test
  void takesTimeInProportionToTheFiles() {
    long few = time(5_000);
    long many = time(20_000);

    assertThat(many).isLessThan(Math.max(2_000_000_000L, few * 12));
  }

  @Test
  void keepsTheClustersOfOneConsoleTogetherUntilTheyPart() {
    assertThat(
            bundles(
                conduktor("apps/dev/t.yaml", "dev", "orders"),
                conduktor("apps/prod/t.yaml", "prod", "orders"),
                cluster("platform/dev/c.yaml", "dev"),
                cluster("platform/prod/c.yaml", "dev")))
        .containsExactly(
            ". (cluster dev): apps/dev/t.yaml platform/dev/c.yaml platform/prod/c.yaml",
            ". (cluster prod): apps/prod/t.yaml");
  }

  @Test
  void tellsTwoConsolesApartByWhatBothDeclare() {
    assertThat(
            bundles(
                conduktor("dev/t.yaml", "main", "orders"),
                cluster("dev/c.yaml", "main"),
                conduktor("prod/t.yaml", "main", "orders"),
                cluster("prod/c.yaml", "main")))
        .containsExactly("dev: dev/c.yaml dev/t.yaml", "prod: prod/c.yaml prod/t.yaml");
  }

  private static ReadFile conduktor(String path, String cluster, String topic) {
    return read(
        path,
        "{apiVersion: kafka/v2, kind: Topic, metadata: {cluster: %s, name: %s}, spec: {partitions: 1, replicationFactor: 3}}"
            .formatted(cluster, topic));
  }

  private static ReadFile cluster(String path, String name) {
    return read(
        path,
        "{apiVersion: console/v2, kind: KafkaCluster, metadata: {name: %s}, spec: {bootstrapServers: a}}"
            .formatted(name));
  }

  private static long time(int count) {
    ReadFile sample = topic("t.yaml", "t");
    List<ReadFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String path = "a/b/c/" + i % 100 + "/" + i % 10_000 + "/f" + i + ".yaml";
      files.add(file(path, sample.dialects(), Set.of("KafkaTopic/" + i)));
      files.add(
          file(
              "l" + i % 1000 + "/kafka/topics/f" + i + ".yaml",
              lenses("kafka/topics/a.yaml").dialects(),
              Set.of()));
      files.add(
          file("l" + i % 1000 + "/k8s/f" + i + ".yaml", deployment("d.yaml").dialects(), Set.of()));
    }
    long start = System.nanoTime();
    assertThat(Bundling.group(files, Policy.NONE, "")).hasSizeGreaterThan(900);
    return System.nanoTime() - start;
  }

  private static ReadFile file(String path, Set<Dialect> dialects, Set<String> objects) {
    return new ReadFile(
        path, dialects, List.of(), List.of(), Map.of(), objects, Map.of(), List.of(), Asides.NONE);
  }

  private static Policy policy(String environment, Policy.BundleSpec... bundles) {
    return new Policy(
        List.of(bundles),
        environment,
        Map.of(),
        Profile.RECOMMENDED,
        Map.of(),
        null,
        Environment.UNKNOWN);
  }

  private static List<String> bundles(ReadFile... files) {
    return Bundling.group(List.of(files), Policy.NONE, "").stream()
        .map(BundlingTest::named)
        .toList();
  }

  private static List<String> named(List<Bundling.Group> groups) {
    return groups.stream().map(BundlingTest::named).toList();
  }

  private static String named(Bundling.Group group) {
    String environment = group.environment().isEmpty() ? "" : "@" + group.environment();
    List<String> files = group.files().stream().map(ReadFile::file).sorted().toList();
    return group.name() + environment + ": " + String.join(" ", files);
  }

  private static ReadFile lenses(String path) {
    return read(path, path.contains("topics") ? "name: a\n" : "name: a\nsql: SELECT 1\n");
  }

  private static ReadFile topic(String path, String name) {
    return strimzi(path, name, "", "");
  }

  private static ReadFile strimzi(String path, String name, String namespace, String topicName) {
    return read(
        path,
        "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: "
            + name
            + (namespace.isEmpty() ? "" : "\n  namespace: " + namespace)
            + (topicName.isEmpty() ? "\n" : "\nspec:\n  topicName: " + topicName + "\n"));
  }

  private static ReadFile labelled(String path, String cluster) {
    return read(path, object(path.replace('/', '-'), cluster));
  }

  private static String object(String name, String cluster) {
    return "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: "
        + name
        + "\n  labels:\n    strimzi.io/cluster: "
        + cluster
        + "\n";
  }

  private static String resources(Bundling.Group group) {
    return group.name()
        + ": "
        + group.files().stream()
            .flatMap(file -> file.resources().stream())
            .map(resource -> resource.ref().toString())
            .toList();
  }

  private static ReadFile user(String path, String name) {
    return read(
        path,
        "apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: " + name + "\n");
  }

  private static ReadFile deployment(String path) {
    return read(path, "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d\n");
  }

  private static ReadFile read(String path, String text) {
    return Objects.requireNonNull(DIALECTS.read(new SourceText(path, text), false), path);
  }
}
