package io.headgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.Dialects;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.policy.Policy;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Environment.Authorizer;
import io.headgate.spi.model.Environment.External;
import io.headgate.spi.model.Environment.Owner;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What tenants own, and what they grant each other in files of their own. */
class GrantsTest {

  private static final String INSTANCE =
      """
      apiVersion: self-serve/v1
      kind: ApplicationInstance
      metadata: {application: %1$s, name: %1$s-%2$s}
      spec:
        cluster: kafka-%2$s
        serviceAccount: %3$s
        resources:
        - {type: TOPIC, patternType: PREFIXED, name: %1$s.}
        - {type: TOPIC, patternType: LITERAL, name: old-%1$s}
        - {type: SUBJECT, patternType: PREFIXED, name: subjects.}
      """;

  private static final String PERMISSION =
      """
      apiVersion: self-serve/v1
      kind: ApplicationInstancePermission
      metadata: {application: orders, appInstance: orders-prod, name: a}
      spec:
        resource: {type: TOPIC, name: orders.placed, patternType: LITERAL}
        serviceAccountPermission: %s
        grantedTo: %s
      """;

  private static final String ORDERS = INSTANCE.formatted("orders", "prod", "sa-orders");
  private static final String REPORTS = INSTANCE.formatted("reports", "prod", "sa-reports");

  @Test
  void theOtherFileSaysForWhomItIs() {
    List<Group> groups = groups(ORDERS, REPORTS, PERMISSION.formatted("READ", "reports-prod"));

    assertThat(groups).hasSize(1);
    assertThat(of("f2.yaml", groups.get(0)))
        .extracting(acl -> acl.ref().name())
        .containsExactly(
            "ALLOW User:sa-reports READ on TOPIC LITERAL orders.placed from *",
            "ALLOW User:sa-reports DESCRIBE_CONFIGS on TOPIC LITERAL orders.placed from *");
    Acl first = of("f2.yaml", groups.get(0)).get(0);
    assertThat(first.principal().place().toString()).isEqualTo("f2.yaml:7:14");
    assertThat(first.operation().place().toString()).isEqualTo("f2.yaml:6:29");
    assertThat(first.place().toString()).isEqualTo("f2.yaml:5:33");
  }

  @Test
  void whoMayWriteMayRead() {
    List<Group> groups = groups(ORDERS, REPORTS, PERMISSION.formatted("WRITE", "reports-prod"));

    assertThat(of("f2.yaml", groups.get(0)))
        .extracting(acl -> acl.operation().toString())
        .containsExactly("READ", "WRITE", "DESCRIBE_CONFIGS");
  }

  @Test
  void nothingIsGrantedByNone() {
    List<Group> groups = groups(ORDERS, REPORTS, PERMISSION.formatted("NONE", "reports-prod"));

    assertThat(of("f2.yaml", groups.get(0))).isEmpty();
  }

  @Test
  void itBelongsToTheClusterOfTheReceiver() {
    List<Group> groups =
        groups(
            ORDERS,
            INSTANCE.formatted("orders", "dev", "sa-dev"),
            REPORTS,
            PERMISSION.formatted("READ", "reports-prod"));

    assertThat(groups).extracting(Group::cluster).containsExactly("kafka-dev", "kafka-prod");
    assertThat(of("f3.yaml", groups.get(0))).isEmpty();
    assertThat(of("f3.yaml", groups.get(1))).hasSize(2);
  }

  @Test
  void ofAReceiverThatNoFileNamesThePrincipalIsUnknown() {
    for (String receiver : List.of("somebody", "${RECEIVER}")) {
      List<Group> groups = groups(ORDERS, PERMISSION.formatted("READ", receiver));

      assertThat(of("f1.yaml", groups.get(0))).hasSize(2);
      assertThat(of("f1.yaml", groups.get(0))).allMatch(acl -> acl.principal().isUnknown());
    }
  }

  @Test
  void ofTwoOfOneNameNobodyKnowsWhichIsMeant() {
    List<Group> groups =
        groups(
            ORDERS,
            REPORTS,
            REPORTS.replace("sa-reports", "sa-other"),
            PERMISSION.formatted("READ", "reports-prod"));

    assertThat(of("f3.yaml", groups.get(0))).allMatch(acl -> acl.principal().isUnknown());
  }

  @Test
  void whoHasNoPrincipalOrManagesItsRightsGetsNothing() {
    String without = REPORTS.replace("  serviceAccount: sa-reports\n", "");
    String itself = REPORTS.replace("spec:\n", "spec:\n  applicationManagedServiceAccount: true\n");
    for (String receiver : List.of(without, itself)) {
      List<Group> groups = groups(ORDERS, receiver, PERMISSION.formatted("READ", "reports-prod"));

      assertThat(of("f1.yaml", groups.get(0))).isEmpty();
      assertThat(of("f2.yaml", groups.get(0))).isEmpty();
    }
  }

  @Test
  void theSameTwiceIsGrantedOnce() {
    List<Group> groups =
        groups(
            ORDERS,
            REPORTS,
            PERMISSION.formatted("WRITE", "reports-prod"),
            PERMISSION.formatted("READ", "reports-prod").replace("name: a}", "name: b}"));

    assertThat(of("f2.yaml", groups.get(0))).hasSize(3);
    assertThat(of("f3.yaml", groups.get(0))).isEmpty();
  }

  @Test
  void tenantsAreTheOwnersWhereThePolicyNamesNone() {
    Group group = groups(ORDERS, REPORTS).get(0);
    Environment environment = Surroundings.of(Environment.UNKNOWN, group);

    assertThat(environment.ownersOf("orders.placed"))
        .containsExactly(owner("orders", "orders.", "old-orders", "User:sa-orders"));
    assertThat(environment.owns("User:sa-reports", "old-reports")).isTrue();
    assertThat(environment.ownersOf("old-reports.x")).isEmpty();
    assertThat(environment.ownersOf("subjects.x")).isEmpty();
  }

  @Test
  void thePolicysOwnersCountAlone() {
    Owner owner = new Owner("shop", List.of("orders."), List.of());
    Environment policy =
        new Environment(
            "", null, Map.of(), List.of(), List.of(owner), External.NOTHING, Authorizer.DEFAULT);

    assertThat(Surroundings.of(policy, groups(ORDERS).get(0)).owners()).containsExactly(owner);
  }

  @Test
  void whatTheOwnerLetsAnotherOneWriteIsThatOnesToo() {
    Group group = groups(ORDERS, REPORTS, PERMISSION.formatted("WRITE", "reports-prod")).get(0);
    Environment environment = Surroundings.of(Environment.UNKNOWN, group);

    assertThat(environment.owns("User:sa-reports", "orders.placed")).isTrue();
    assertThat(environment.owns("User:sa-orders", "orders.placed")).isTrue();
    assertThat(environment.owns("User:sa-reports", "orders.returned")).isFalse();
    assertThat(environment.ownersOf("orders.placed"))
        .extracting(Owner::team)
        .containsExactly("orders");
  }

  @Test
  void whoElseMayWriteIsUnknownWithTheReceiver() {
    Group group = groups(ORDERS, PERMISSION.formatted("WRITE", "somebody")).get(0);
    Environment environment = Surroundings.of(Environment.UNKNOWN, group);

    assertThat(environment.ownersOf("orders.placed"))
        .singleElement()
        .matches(owner -> owner.principals().isEmpty());
  }

  private static Owner owner(String team, String prefix, String name, String principal) {
    return new Owner(team, List.of(prefix), List.of(name), List.of(new NamePattern(principal)));
  }

  private static List<Acl> of(String path, Group group) {
    List<Acl> acls = new ArrayList<>();
    for (ReadFile file : group.files()) {
      if (file.file().equals(path)) {
        for (Resource resource : file.resources()) {
          acls.add((Acl) resource);
        }
      }
    }
    return acls;
  }

  private static List<Group> groups(String... texts) {
    Dialects dialects = new Dialects(new KnownDialects());
    List<ReadFile> files = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      SourceText source = new SourceText("f" + i + ".yaml", texts[i]);
      files.add(Objects.requireNonNull(dialects.read(source, false)));
    }
    return Bundling.group(files, Policy.NONE, "");
  }
}
