package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.delivery.admission.Basis;
import io.headgate.delivery.admission.Judging;
import io.headgate.engine.Landscape;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy;
import io.headgate.rules.BuiltinRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a policy and of a landscape that change under a server. */
class FollowedFilesTest {

  private static final Catalog CATALOG = new Catalog(List.of(new BuiltinRules()));

  @TempDir Path root;

  @BeforeEach
  void landscape() throws IOException {
    policy("environment: prod");
    topic("orders", 6);
  }

  private void policy(String more) throws IOException {
    Files.writeString(root.resolve("headgate.yaml"), "version: 1\n" + more + "\n");
  }

  private void topic(String name, int partitions) throws IOException {
    Path file = root.resolve(name + ".yaml");
    Files.writeString(
        file,
        """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaTopic
        metadata: {name: %s, labels: {strimzi.io/cluster: main}}
        spec: {partitions: %d, replicas: 3}
        """
            .formatted(name, partitions));
  }

  private Scope scope() {
    PolicyFile file = PolicyFile.read(root.resolve("headgate.yaml"), root);
    return new Scope(root, List.of(root), CATALOG, file.policy(CATALOG), file, Tree.DISK);
  }

  private static Judging judging(Scope scope) {
    Policy policy = scope.policy();
    if (policy.waivers() != null) {
      policy = WaiverFile.read(scope, policy);
    }
    return new Judging(scope.catalog(), policy, "", null, false);
  }

  private FollowedFiles followed(boolean withLandscape) {
    return new FollowedFiles(this::scope, FollowedFilesTest::judging, withLandscape);
  }

  private static Landscape of(@Nullable Basis basis) {
    return Objects.requireNonNull(Objects.requireNonNull(basis).landscape());
  }

  @Test
  void aLandscapeIsReadOnceAndAnewWhenItChanges() throws IOException {
    FollowedFiles followed = followed(true);
    Basis first = followed.next();
    assertThat(of(first).resources()).isEqualTo(1);
    assertThat(followed.next()).isNull();
    topic("payments", 6);
    Basis second = followed.next();
    assertThat(of(second).resources()).isEqualTo(2);
    assertThat(Objects.requireNonNull(second).judging()).isSameAs(followed.judging());
    Files.delete(root.resolve("payments.yaml"));
    assertThat(of(followed.next()).resources()).isEqualTo(1);
    assertThat(followed.next()).isNull();
  }

  @Test
  void aChangeOfTheSameSizeIsSeenByItsTime() throws IOException {
    FollowedFiles followed = followed(true);
    Landscape first = of(followed.next());
    topic("orders", 7);
    Files.setLastModifiedTime(
        root.resolve("orders.yaml"), FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(of(followed.next())).isNotSameAs(first);
  }

  @Test
  void anotherPolicyReadsTheLandscapeAnew() throws IOException {
    FollowedFiles followed = followed(true);
    Basis first = followed.next();
    policy("environment: test");
    Basis second = followed.next();
    assertThat(of(second)).isNotSameAs(of(first));
    assertThat(followed.judging().policy().environment()).isEqualTo("test");
    assertThat(followed.next()).isNull();
  }

  @Test
  void aPolicyOfTheSameSizeIsAnotherOne() throws IOException {
    FollowedFiles followed = followed(false);
    assertThat(followed.next()).isNull();
    FileTime time = Files.getLastModifiedTime(root.resolve("headgate.yaml"));
    policy("environment: dist");
    Files.setLastModifiedTime(root.resolve("headgate.yaml"), time);
    Basis basis = Objects.requireNonNull(followed.next());
    assertThat(basis.landscape()).isNull();
    assertThat(basis.judging().policy().environment()).isEqualTo("dist");
  }

  @Test
  void whatIsWrongIsSaidEachTimeAndChangesNothing() throws IOException {
    FollowedFiles followed = followed(true);
    assertThat(followed.next()).isNotNull();
    policy("environmnt: test");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(followed::next)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("environmnt");
    }
    assertThat(followed.judging().policy().environment()).isEqualTo("prod");
    Files.delete(root.resolve("headgate.yaml"));
    assertThatThrownBy(followed::next).isInstanceOf(UserError.class);
    policy("environment: test");
    assertThat(Objects.requireNonNull(followed.next()).judging().policy().environment())
        .isEqualTo("test");
    assertThat(followed.next()).isNull();
  }

  @Test
  void filesThatThePolicyNamesAreFollowedToo() throws IOException {
    policy("waivers: waivers.yaml");
    Files.writeString(root.resolve("waivers.yaml"), "version: 1\n");
    FollowedFiles followed = followed(false);
    assertThat(followed.next()).isNull();
    Files.writeString(root.resolve("waivers.yaml"), "version: 1\n# another day\n");
    assertThat(followed.next()).isNotNull();
    Files.delete(root.resolve("waivers.yaml"));
    assertThatThrownBy(followed::next).isInstanceOf(UserError.class);
  }

  @Test
  void aLandscapeThatIsGoneIsSaid() throws IOException {
    FollowedFiles followed = followed(true);
    assertThat(followed.next()).isNotNull();
    Files.delete(root.resolve("orders.yaml"));
    assertThatThrownBy(followed::next)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no landscape");
    topic("orders", 6);
    followed.next();
    assertThat(followed.next()).isNull();
  }
}
