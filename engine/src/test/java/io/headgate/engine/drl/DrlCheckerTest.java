package io.headgate.engine.drl;

import static io.headgate.engine.drl.Landscape.acl;
import static io.headgate.engine.drl.Landscape.against;
import static io.headgate.engine.drl.Landscape.bundle;
import static io.headgate.engine.drl.Landscape.schema;
import static io.headgate.engine.drl.Landscape.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.drl.compile.Drl;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.Severity;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class DrlCheckerTest {

  @Test
  void takesARuleAsData() {
    CheckerSpec spec =
        Drl.checker(
            """
            package acme.rules;
            import io.headgate.spi.model.Topic;

            rule "topic-few-replicas"
              @severity(error)
              @summary("A topic has \\"few\\" replicas.")
              @tags("acme", "cost")
            when
              $t : Topic(replication.orNull < 3)
            then
              findings.add($t, $t.replication, "Topic " + $t.name + ".");
            end
            """);

    assertThat(spec.rules())
        .containsExactly(
            Rule.error("topic-few-replicas", "A topic has \"few\" replicas.")
                .tagged("acme", "cost"));
  }

  @Test
  void comparesKnownValuesAndIsSilentOnOthers() {
    assertThat(
            Drl.findings(
                Drl.rule(
                    "$t : Topic(replication.orNull < 3)",
                    "findings.add($t, $t.replication, \"Topic \" + $t.name + \" has \" +"
                        + " $t.replication.orNull + \".\");"),
                bundle(
                    topic("a", 1), topic("b", 3), topic("c", null), topic("d", -1), topic("?", 2))))
        .containsExactly(
            "test-rule | topic (unknown) | replication | Topic (unknown) has 2.",
            "test-rule | topic a | replication | Topic a has 1.");
  }

  @Test
  void joinsAndMissesFacts() {
    assertThat(
            Drl.findings(
                Drl.rule("$t : Topic($n : name.orNull != null)\n not Schema(topic == $n)"),
                bundle(topic("a", 1), topic("b", 1), topic("?", 1), schema("a-value"))))
        .containsExactly("test-rule | topic b | name | Found.");
  }

  @Test
  void accumulates() {
    assertThat(
            Drl.findings(
                Drl.rule(
                    """
                    $t : Topic($n : name.orNull != null)
                    accumulate(Acl(resourceName.orNull == $n, $p : principal);
                        $count : count(), $who : collectSet($p.orNull); $count > 1)
                    """,
                    "findings.add($t, $t.name, $count + \" \" + $who.size);"),
                bundle(
                    topic("a", 1),
                    topic("b", 1),
                    acl("User:x", AclOperation.READ, "a"),
                    acl("User:y", AclOperation.READ, "a"),
                    acl("User:y", AclOperation.WRITE, "a"),
                    acl("User:x", AclOperation.READ, "b"))))
        .containsExactly("test-rule | topic a | name | 3 2");
  }

  @Test
  void asksWhoMayReallyRead() {
    String drl =
        Drl.rule(
            """
            $t : Topic($n : name.orNull != null)
            $b : Bundle()
            accumulate(Access.Holder() from $b.access.readers($n); $c : count(); $c > 1)
            Access.Holder(principal != "User:x", $p : principal) from $b.access.readers($n)
            """,
            "findings.add($t, $t.name, $p + \" reads it too.\");");
    assertThat(
            Drl.findings(
                drl,
                bundle(
                    topic("a", 1),
                    topic("b", 1),
                    acl("User:x", AclOperation.READ, "a"),
                    acl("User:y", AclOperation.ALL, "a"),
                    acl("User:y", AclOperation.WRITE, "b"),
                    acl("User:x", AclOperation.READ, "b"))))
        .containsExactly("test-rule | topic a | name | User:y reads it too.");
  }

  @Test
  void asksWhereAFieldGoes() {
    assertThat(
            Drl.findings(
                Drl.rule(
                    """
                    $t : Topic($n : name.orNull != null)
                    $b : Bundle()
                    not Trail() from $b.lineage.downstream($n, "email")
                    not Trail(carries(), last.to != null, last.to.topic == "b")
                        from $b.lineage.upstream($n, "email")
                    """),
                bundle(topic("a", 1))))
        .containsExactly("test-rule | topic a | name | Found.");
  }

  @Test
  void groups() {
    assertThat(
            Drl.findings(
                Drl.rule(
                    """
                    groupby(Acl(operation.orNull == AclOperation.WRITE, $p : principal.orNull != null);
                        $who : $p; $count : count(); $count > 1)
                    $t : Acl(principal.orNull == $who)
                    """,
                    "findings.add($t, $t.principal, $who + \" writes \" + $count + \" topics.\");"),
                bundle(
                    acl("User:x", AclOperation.READ, "a"),
                    acl("User:x", AclOperation.WRITE, "a"),
                    acl("User:y", AclOperation.WRITE, "a"),
                    acl("User:y", AclOperation.WRITE, "b"))))
        .containsExactly(
            "test-rule | acl ALLOW User:y WRITE on TOPIC LITERAL a from * | principal | User:y"
                + " writes 2 topics.",
            "test-rule | acl ALLOW User:y WRITE on TOPIC LITERAL b from * | principal | User:y"
                + " writes 2 topics.");
  }

  @Test
  void comparesWithTheBase() {
    String drl =
        Drl.rule(
            """
            $was : Topic($n : name.orNull != null) from entry-point "base"
            $t : Topic(name.orNull == $n, replication.orNull < $was.replication.orElse(0))
            """);

    assertThat(
            Drl.findings(
                drl,
                against(
                    bundle(topic("a", 3), topic("b", 3), topic("gone", 3)),
                    topic("a", 2),
                    topic("b", 3),
                    topic("new", 1))))
        .containsExactly("test-rule | topic a | name | Found.");
  }

  @Test
  void keepsRulesAboutAChangeSilentWhereTheBaseIsNotKnown() {
    String drl =
        Drl.rule(
            """
            $t : Topic($n : name.orNull != null)
            not Topic(name.orNull == $n) from entry-point "base"
            """);

    assertThat(Drl.findings(drl, bundle(topic("a", 3)))).isEmpty();
    assertThat(Drl.findings(drl, against(bundle(), topic("a", 3))))
        .containsExactly("test-rule | topic a | name | Found.");
  }

  @Test
  void asksTheBundle() {
    assertThat(
            Drl.findings(
                Drl.rule(
                    """
                    $b : Bundle($e : environment)
                    $t : Topic($n : name.orNull != null, $e.tierOf($n).orElse(9) == 1)
                    """),
                bundle(topic("payments.a", 1), topic("other", 1))))
        .containsExactly("test-rule | topic payments.a | name | Found.");
  }

  @Test
  void readsFromCollectionsOfFacts() {
    assertThat(
            Drl.findings(
                Drl.rule(
                    """
                    $t : Topic()
                    Property(key.orNull == "retention.ms", $v : value) from $t.config.properties
                    """,
                    "findings.add($t, $v, \"It is \" + $v + \".\");"),
                bundle(topic("a", 1, "retention.ms", "5"), topic("b", 1, "x", "5"))))
        .containsExactly("test-rule | topic a | config.retention.ms | It is 5.");
  }

  @Test
  void comparesConfigurationAsNumbers() {
    assertThat(
            Drl.findings(
                Drl.rule("$t : Topic(config.number(\"retention.ms\").orNull > 500)"),
                bundle(
                    topic("a", 1, "retention.ms", "1000"),
                    topic("b", 1, "retention.ms", "6"),
                    topic("c", 1, "retention.ms", "long"),
                    topic("d", 1, "retention.ms", "?"),
                    topic("e", 1))))
        .containsExactly("test-rule | topic a | name | Found.");
  }

  @Test
  void givesEachRuleItsOwnSettings() {
    String drl =
        """
        rule "topic-small"
          @severity(note) @summary("Small.")
        when
          $t : Topic(replication.orNull < settings.integer("limit"))
        then
          findings.add($t, $t.replication, "Less than " + settings.integer("limit") + ".");
        end
        rule "topic-tiny"
          @severity(note) @summary("Tiny.")
        when
          $t : Topic(replication.orNull < settings.integer("limit"), settings.matches("names", name.orNull))
        then
          findings.add($t, $t.replication, "Tiny.");
        end
        """;
    Setting<Long> limit = Setting.integer("limit", 2, "The limit.");
    Setting<?> names = Setting.pattern("names", ".*", "The names.");
    CheckerSpec spec =
        Drl.checker(
            drl,
            rule -> rule.id().equals("topic-small") ? List.of(limit) : List.of(limit, names),
            DrlChecker.LIMIT);

    assertThat(spec.rules()).extracting(Rule::severity).containsOnly(Severity.NOTE);
    assertThat(
            Drl.findings(
                spec,
                Settings.merged(
                    Map.of(
                        "topic-small",
                        Settings.of(Map.of(limit, 4L)),
                        "topic-tiny",
                        Settings.DEFAULTS)),
                bundle(topic("a", 1), topic("b", 3), topic("?", 1))))
        .containsExactly(
            "topic-small | topic (unknown) | replication | Less than 4.",
            "topic-small | topic a | replication | Less than 4.",
            "topic-small | topic b | replication | Less than 4.",
            "topic-tiny | topic a | replication | Tiny.");
  }
}
