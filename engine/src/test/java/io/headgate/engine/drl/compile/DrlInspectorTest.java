package io.headgate.engine.drl.compile;

import static io.headgate.engine.drl.compile.Drl.mistakes;
import static io.headgate.engine.drl.compile.Drl.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is let in and what is refused, and what is said about it. */
class DrlInspectorTest {

  private static final String REPORT = "findings.add($t, $t.name, \"Found.\");";

  /** Conditions begin on line 5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $t : Topic(replicaton.orNull < 3)            | 5:12 | Topic has no property 'replicaton'. Did you mean 'replication'?
          $t : Topic(replication.orNul < 3)            | 5:24 | Located has no property 'orNul'. Did you mean 'orNull'?
          $t : Topik()                                 | 5:1  | There is no type 'Topik'. Did you mean 'Topic'?
          $t : Topic(name.orNull == $m)                | 5:27 | There is no variable '$m'.
          $t : Topic($n : name) Schema(topic == $n)    | 5:30 | compares a String with a Located; they are never equal. Ask a Located for its value
          $t : Topic(replication.orNull == "3")        | 5:24 | compares a Integer with a String; they are never equal.
          $t : Topic(replication.get < 3)              | 5:24 | 'get' throws when the value is not known. Write 'orNull'
          $t : Topic(name.orNull.startsWith("x"))      | 5:17 | 'name.orNull' is null when the value is not known. Go on with 'name.orNull!.'
          $t : Topic(name.orNull != "x")               | 5:17 | also holds when 'name.orNull' is not known. Say first that it is
          $t : Topic(!(name.orNull == "x"))            | 5:19 | also holds when 'name.orNull' is not known.
          $t : Topic(!name.is("x"))                    | 5:18 | also holds when 'name' is not known.
          $t : Topic(name.orNull not in ("x", "y"))    | 5:17 | also holds when 'name.orNull' is not known.
          $t : Topic($n : name.orNull) Acl(resourceName.orNull == $n) | 5:47 | also holds when neither is known.
          $t : Topic(!name.orNull!.startsWith("x"))    | 5:26 | '!.' is not evaluated under a '!'.
          $t : Topic() Acl(operation.orNull == AclOperation.WRITES) | 5:51 | AclOperation has no constant 'WRITES'. Did you mean 'WRITE'?
          t : Topic()                                  | 5:1  | The name of a variable begins with '$': '$t'.
          $t : Topic() $t : Acl()                      | 5:14 | The variable '$t' is bound twice
          $t : Topic() Located() from $x.topics        | 5:14 | There is no variable '$x'.
          $t : Topic() Located()                       | 5:14 | No fact is a Located, so nothing would ever match.
          $t : Topic() $b : Bundle() List(size > 1) from $b.access.readers("x") | 5:28 | is a Holder and never a List, so nothing would ever match.
          $t : Topic() $s : Schema() Located() from $s.fields | 5:28 | is a Field and never a Located
          $t : Topic() Topic() from entry-point "bose" | 5:14 | There is no entry point 'bose'
          $t : Topic() accumulate(Acl(); $c : cuont()) | 5:14 | There is no function 'cuont'. Did you mean 'count'? There are average, collectList
          $t : Topic() accumulate((Topic($n : name.orNull) and Acl($p : principal.orNull)); $a : min($n), $b : max($p)) | 5:14 | The functions take $n and $p, which different patterns bind
          $t : Topic() groupby((Topic($n : name.orNull) and Acl($p : principal.orNull)); $k : $n; $b : max($p + $n)) | 5:14 | The functions take $n and $p, which different patterns bind
          $t : Topic() accumulate(Acl($p : principal.orNull); $all : collectSet($p); $all.size > 2) | 5:14 | cannot be compared here. Write '$all : Set(size > 2) from accumulate(...; collectSet($p))'.
          $t : Topic() accumulate(groupby(Acl($p : principal.orNull); $k : $p; $n : count()); $c : count()) | 5:25 | One 'accumulate' or 'groupby' cannot run over another
          $t : Topic(setting.integer("x") > 1)         | 5:12 | Topic has no property 'setting'. Did you mean 'settings'?
          $t : Topic(replication.orNull < settings.integar("x")) | 5:42 | 'settings' has no 'integar'. Did you mean 'integer'?
          $t : Topic(replication.orNull < settings.integer(name.orNull)) | 5:42 | takes the name of the setting as a text in quotes
          $t : Topic(name.orNull!.startWith("x"))      | 5:25 | String has nothing called 'startWith' that a rule may use. Did you mean 'startsWith'?
          $t : Topic(name.orNull soundslike "x")       | 5:17 | The operator 'soundslike' is not let in.
          $t : Topic(name.orNull matches "(")          | 5:17 | is no regular expression
          $t : Topic() Bundle(hasTopic(1, 2))     | 5:21 | 'hasTopic' of Bundle takes another number of arguments.
          $t : Topic(name)                             | 5:12 | 'name' is no condition but a Located
          """)
  void saysWhatIsWrongAndWhere(String conditions, String at, String message) {
    assertThat(mistakes(rule(conditions, REPORT)))
        .singleElement()
        .asString()
        .startsWith(at + " test-rule: ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          $t : Topic(replication.known, replication.orNull != 3)
          $t : Topic(name.orNull != null, name.orNull != "x", name.orNull.startsWith("x"))
          $t : Topic(name.orNull != null && name.orNull.startsWith("x"))
          $t : Topic(name.orNull!.startsWith("x"), name.orNull.length > 3)
          $t : Topic(name.known, !name.is("x"), !(name.orNull matches "x.*"))
          $t : Topic(name.orNull matches "x[.]y.*", name.orNull contains "x")
          $t : Topic((name.orNull in ("x", "y")) || partitions.orNull > 3, replication.orNull > 3 && < 5)
          $t : Topic($n : name.orNull != null, $n.startsWith("x"), $n.length > 3)
          $t : Topic() Schema(format.orNull == Schema.Format.AVRO, compatibility.absent)
          $t : Topic() exists(Acl() and Schema()) not(Acl() or Schema())
          $t : Topic() forall(Schema($n : topic) Topic(name.orNull == $n))
          $t : Topic() $s : Schema() Field($p : path, tags.size > 0) from $s.fields
          $t : Topic() $l : List(size > 1) from collect(Schema())
          $t : Topic() $b : Bundle() Topic() from $b.resources Resource() from $b.resources
          $t : Topic() (Acl($x : principal.orNull) or User($x : name.orNull))
          $t : Topic(config.has("x"), config.get("x").orNull == "y", config.number("z").orNull >= -1)
          $t : Topic() groupby((Topic($n : name.orNull) and Acl($nn : principal.orNull)); $k : $n; $a : min($nn), $b : max($nn))
          $t : Topic() accumulate(Acl($p : principal.orNull); $all : collectSet($p), $c : count(); $c > 2)
          $t : Topic() $s : Schema() Number(longValue > 3) from accumulate(Acl($a : principal); count($a))
          """)
  void letsIn(String conditions) {
    assertThat(mistakes(rule(conditions, REPORT))).isEmpty();
  }

  @Test
  void pointsIntoLaterLines() {
    assertThat(
            mistakes(
                rule(
                    "$t : Topic(\n  name.known,\n  replicas.orNull < 3\n)",
                    "findings.add($t,\n $t.nam, \"x\");")))
        .satisfiesExactly(
            first ->
                assertThat(first).startsWith("7:3 test-rule: Topic has no property 'replicas'"),
            second -> assertThat(second).startsWith("11:5 test-rule: Topic has no property 'nam'"));
  }

  @Test
  void checksWhatIsReported() {
    assertThat(mistakes(rule("$t : Topic()", "findings.add($t.name, $t, 3);")))
        .hasSize(3)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("'$t.name' is a Located; here findings.add takes the resource"),
            second ->
                assertThat(second)
                    .contains("'$t' is a Topic; here findings.add takes the attribute"),
            third ->
                assertThat(third).contains("'3' is a Number; here findings.add takes the message"));
    assertThat(mistakes(rule("$t : Topic()", "findings.add($t, $t.name);")))
        .singleElement()
        .asString()
        .contains("findings.add takes the resource at fault");
    assertThat(mistakes(rule("$t : Topic()", "")))
        .singleElement()
        .asString()
        .contains("reports nothing");
    assertThat(
            mistakes(
                rule(
                    "$t : Topic() $s : Schema()",
                    "findings.add($t, $t.name, \"x\", new Related($s.subject.place, \"y\"));")))
        .isEmpty();
  }

  @Test
  void wantsMetadata() {
    assertThat(mistakes("rule \"Some Rule\" when $t : Topic() then " + REPORT + " end"))
        .satisfiesExactlyInAnyOrder(
            m -> assertThat(m).startsWith("1:1 Some Rule: The name of a rule is its id"),
            m -> assertThat(m).contains("add @severity(error)"),
            m -> assertThat(m).contains("add @summary("));
    assertThat(
            mistakes(
                "rule \"a-b\" @severity(fatal) @sumary(\"x.\") @summary(\"no stop\") when $t : Topic() then "
                    + REPORT
                    + " end"))
        .satisfiesExactlyInAnyOrder(
            m -> assertThat(m).contains("'fatal' is no severity"),
            m -> assertThat(m).contains("no annotation '@sumary'. Did you mean 'summary'?"),
            m -> assertThat(m).contains("ends with a full stop"));
  }

  @Test
  void refusesTwoRulesOfOneId() {
    assertThat(mistakes(rule("$t : Topic()") + rule("$t : Topic()")))
        .singleElement()
        .asString()
        .isEqualTo("9:1 test-rule: There is another rule 'test-rule' at rules/test.drl:1.");
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThat(mistakes("rule \"a-b\"\nwhen\n  $t : Topic(name and known)\nthen\nend"))
        .allSatisfy(m -> assertThat(m).contains("This cannot be read as DRL"))
        .first()
        .asString()
        .startsWith("3:");
    assertThat(mistakes("")).singleElement().asString().contains("no rule");
    assertThat(mistakes("no drl at all")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          is thin.");|is thin.);~7:57 : A quote opens here and is not closed on its line.
          "Topic|Topic~7:66 : A quote opens here and is not closed on its line.
          Topic(repl|Topic repl~4:56 test-rule: This bracket closes none.
          "x"))|"x")~4:13 test-rule: This bracket is not closed.
          when|wen~3:1 test-rule: There is no 'when' in the rule. Did you mean it where 'wen' is?
          then|~1:1 test-rule: The rule has no 'then'; it is written: rule "..." when
          end|~1:1 test-rule: The rule has no 'end'; it is written: rule "..." when
          "test-rule"|test-rule~1:1 : Put the name of the rule in quotes
          """)
  void saysWhatIsForgotten(String change, String message) {
    String good =
        """
        rule "test-rule"
          @severity(warning) @summary("A topic is thin.")
        when
          $t : Topic(replication.orNull < settings.integer("x"))
        then
          // It isn't much.
          findings.add($t, $t.replication, "Topic " + $t.name + " is thin.");
        end

        rule "other-rule"
          @severity(warning) @summary("A topic is thin.")
        when
          $t : Topic(replication.orNull < 3)
        then
          findings.add($t, $t.replication, "It is thin.");
        end
        """;
    String[] parts = change.split("\\|", -1);
    assertThat(good).contains(parts[0]);

    assertThat(mistakes(good.replaceFirst(Pattern.quote(parts[0]), parts[1].replace("$", "\\$"))))
        .singleElement()
        .asString()
        .startsWith(message);
  }
}
