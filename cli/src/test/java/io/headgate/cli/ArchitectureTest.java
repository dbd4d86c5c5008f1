package io.headgate.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.headgate.spi.Checker;

/** The law of the house. */
@AnalyzeClasses(
    packages = "io.headgate",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.NoClusterOfTheTests.class
    })
class ArchitectureTest {

  /** The servers of the tests are a module of their own. */
  static final class NoClusterOfTheTests implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/io/headgate/testcluster/");
    }
  }

  @ArchTest
  static final ArchRule SPI_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.spi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.headgate.engine..", "io.headgate.rules..", "io.headgate.cli..")
          .because("the SPI is what the author of a rule learns, and it uses nothing of ours");

  @ArchTest
  static final ArchRule SPI_TAKES_ONLY_VALUES_FROM_KAFKA =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.spi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.clients..", "org.slf4j..", "tools.jackson..", "org.snakeyaml..")
          .because("from Kafka the SPI uses only value classes, and it has no logger");

  @ArchTest
  static final ArchRule ENGINE_KNOWS_NO_RULE =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.headgate.rules..", "io.headgate.packs..", "io.headgate.cli..")
          .because("a built-in pack has no privilege over a foreign one");

  @ArchTest
  static final ArchRule RULES_USE_THE_SPI_ALONE =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.headgate.engine..", "io.headgate.cli..")
          .because("what the built-in rules can do, a foreign pack can do");

  @ArchTest
  static final ArchRule DROOLS_STAYS_IN_ITS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.engine.drl..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kie..", "org.drools..")
          .because("nobody without a DRL pack loads any Drools class");

  @ArchTest
  static final ArchRule THE_COMPILER_STAYS_IN_ITS_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.engine.drl.compile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.headgate.engine.drl.compile..",
              "org.drools.compiler..",
              "org.drools.drl..",
              "org.drools.model.codegen..",
              "org.drools.mvel..",
              "com.github.javaparser..")
          .because("the compiler of rules is never on the class path of a run that judges");

  @ArchTest
  static final ArchRule PACKS_ARE_READ_WITHOUT_DROOLS =
      noClasses()
          .that()
          .haveNameMatching(
              "io\\.headgate\\.engine\\.drl\\.(CompiledPacks?|CompilerProcess|DrlChecker|DrlRule)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kie..", "org.drools..")
          .because("Drools is loaded by the first bundle that a DRL pack looks at, not before");

  @ArchTest
  static final ArchRule SARIF_STAYS_IN_ITS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.engine.report.sarif..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.contrastsecurity..", "tools.jackson.databind..")
          .because("java-sarif and databind are slow to start, so only a SARIF run loads them");

  @ArchTest
  static final ArchRule SQL_IS_PARSED_IN_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.engine.lineage.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.sf.jsqlparser..")
          .because("the SQL parser is loaded by the first question about lineage, not before");

  @ArchTest
  static final ArchRule PARSERS_STAY_IN_THE_ENGINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "org.snakeyaml..")
          .because("documents are located nodes to everybody else");

  @ArchTest
  static final ArchRule YAML_IS_PARSED_IN_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.engine.document..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..")
          .because("all files, headgate's own included, go through the same reader");

  @ArchTest
  static final ArchRule ENGINE_DOES_NOT_DELIVER =
      noClasses()
          .that()
          .resideInAnyPackage("io.headgate.spi..", "io.headgate.engine..", "io.headgate.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.headgate.delivery..")
          .because("what judges knows nothing of what runs beside apply");

  @ArchTest
  static final ArchRule DELIVERY_KNOWS_NO_RULE =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.delivery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.headgate.rules..", "io.headgate.packs..", "io.headgate.cli..")
          .because("a built-in pack has no privilege over a foreign one");

  @ArchTest
  static final ArchRule THREE_COMMANDS_DELIVER =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.cli..")
          .and()
          .haveNameNotMatching(
              "io\\.headgate\\.cli\\.(ServeCommand|FollowedFiles|Watch\\w+|Drift\\w+)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.headgate.delivery..")
          .because("no network in check, ever");

  @ArchTest
  static final ArchRule SERVERS_STAY_IN_THEIR_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.delivery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.net.httpserver..")
          .because("no network in check, ever");

  @ArchTest
  static final ArchRule TLS_STAYS_WHERE_THE_NETWORK_IS =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.headgate.delivery..", "io.headgate.live..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.net..")
          .because("no network in check, ever; who asks over https knows what is wrong with TLS");

  @ArchTest
  static final ArchRule JUDGING_IS_NOT_COUNTED =
      noClasses()
          .that()
          .resideInAnyPackage("io.headgate.spi..", "io.headgate.engine..", "io.headgate.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prometheus..")
          .because("what runs for long counts; a check ends before anybody asks");

  @ArchTest
  static final ArchRule THE_NETWORK_STAYS_IN_ITS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.headgate.live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka.clients..", "java.net.http..")
          .because("no network in check, ever");

  @ArchTest
  static final ArchRule NO_SOCKETS_ELSEWHERE =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.headgate.live..", "io.headgate.delivery..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.((Server|Datagram)?Socket|HttpURLConnection)")
          .because("no network in check, ever");

  @ArchTest
  static final ArchRule CHECK_KNOWS_NO_LIVE_CLUSTER =
      noClasses()
          .that()
          .haveNameNotMatching("io\\.headgate\\.cli\\.(SnapshotCommand|DriftCommand|LiveOptions)")
          .and()
          .resideOutsideOfPackage("io.headgate.live..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.headgate.live..")
          .because("only a command that is asked for a running cluster looks at one");

  @ArchTest
  static final ArchRule LIVE_KNOWS_NO_RULE_AND_NO_COMMAND =
      noClasses()
          .that()
          .resideInAPackage("io.headgate.live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.headgate.rules..", "io.headgate.packs..", "io.headgate.cli..")
          .because("what runs is read, and others judge it");

  @ArchTest
  static final ArchRule COMMANDS_STAY_IN_THE_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.headgate.cli..", "picocli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("the engine is of use without a command line");

  @ArchTest
  static final ArchRule NO_INTERNALS_OF_THE_JVM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("sun..")
          .because("a JVM need not have them; Signals looks one up");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.headgate.(**)").should().beFreeOfCycles().because("data flows one way");

  @ArchTest
  static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("io.headgate..")
          .should()
          .beFinal()
          .because("two runs in one process must not hear of each other");

  @ArchTest
  static final ArchRule CHECKERS_ARE_STATELESS =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .implement(Checker.class)
          .should()
          .beFinal()
          .because("one instance serves any number of bundles at once");

  @ArchTest
  static final ArchRule CHECKERS_ARE_FINAL =
      classes()
          .that()
          .implement(Checker.class)
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .because("a rule has no base class");
}
