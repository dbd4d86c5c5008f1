package io.headgate.engine.drl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DRL is Java in disguise: what tries to be more than a rule is refused, and nothing is done. */
class HostilePackTest {

  private static final String WRITE =
      "java.nio.file.Files.writeString(java.nio.file.Path.of(\"MARK\"), \"x\")";
  private static final String REPORT = "findings.add($t, $t.name, \"Found.\");";

  @TempDir Path home;

  static Stream<Arguments> packs() {
    List<Arguments> packs = new ArrayList<>();
    // Consequences.
    packs.add(then(WRITE + ";", "only reports"));
    packs.add(then("new ProcessBuilder(\"touch\", \"MARK\").start();", "only reports"));
    packs.add(then("Runtime.getRuntime().exec(\"touch MARK\");", "only reports"));
    packs.add(then("System.exit(1);", "only reports"));
    packs.add(then("while (true) {}", "only reports"));
    packs.add(then("for (;;) " + REPORT, "only reports"));
    packs.add(then("if (true) " + REPORT, "only reports"));
    packs.add(then("int x = 1; " + REPORT, "only reports"));
    packs.add(then("new Thread(() -> {}).start();", "only reports"));
    packs.add(then("new Object() { { " + WRITE + "; } };", "only reports"));
    packs.add(then("class X { static { System.exit(1); } } new X();", "only reports"));
    packs.add(then("Class.forName(\"java.lang.Runtime\");", "only reports"));
    packs.add(then("insert(new Object());", "only reports"));
    packs.add(then("modify($t) { }", "cannot be read"));
    packs.add(then("update($t);", "only reports"));
    packs.add(then("delete($t);", "only reports"));
    packs.add(then("retract($t);", "only reports"));
    packs.add(then("insertLogical($t);", "only reports"));
    packs.add(then("drools.halt();", "only reports"));
    packs.add(then("kcontext.getKieRuntime().halt();", "only reports"));
    packs.add(then("findings = null;", "only reports"));
    packs.add(then("findings.getClass().getClassLoader();", "only reports"));
    packs.add(then("findings.add($t, $t.name, \"\" + System.getenv());", "no variable 'System'"));
    packs.add(
        then(
            "findings.add($t, $t.name, \"\" + $t.getClass().getName());",
            "nothing called 'getClass'"));
    packs.add(then("findings.add($t, $t.name, \"\" + $t.class);", "does something else"));
    packs.add(then("findings.add($t, $t.name, new String(\"x\"));", "does something else"));
    packs.add(then("findings.add($t, $t.name, (String) $t.toString());", "does something else"));
    packs.add(then("findings.add($t, $t.name, true ? \"x\" : \"y\");", "does something else"));
    packs.add(
        then("findings.add($t, $t.name, \"x\", new Related(null, \"\") {});", "further places"));
    packs.add(then("findings.add($t, $t.name, \"x\", new java.io.File(\"x\"));", "further places"));
    packs.add(
        then("findings.add($t, $t.name, $t.name.map(x -> " + WRITE + "));", "does something"));
    packs.add(then("findings.add($t, $t.name, $t.name.map(System::exit));", "does something else"));
    packs.add(
        then("findings.add($t, $t.name, \"\\u0022 + System.exit(1) + \\u0022\");", "Escapes"));
    packs.add(then("$t.name().wait();", "only reports"));
    packs.add(then("findings.wait();", "only reports"));
    packs.add(then("return;", "only reports"));
    packs.add(then("throw new RuntimeException();", "only reports"));
    packs.add(then(REPORT + " } static { System.exit(1); } {", "cannot be read"));
    // Conditions.
    packs.add(when("eval(" + WRITE + " != null)", "'eval' is not let in"));
    packs.add(when("Topic(" + WRITE + " != null)", "no property 'java'"));
    packs.add(when("Topic(eval(true))", "nothing called 'eval'"));
    packs.add(when("Topic(System.exit(1) == null)", "no property 'System'"));
    packs.add(when("Topic(this.getClass().forName(\"x\") != null)", "nothing called 'getClass'"));
    packs.add(
        when(
            "Topic(class.classLoader != null)", "cannot be read|no property 'class'|no condition"));
    packs.add(when("Topic(name.class != null)", "does something else|no property|no condition"));
    packs.add(when("Topic(name.getClass().getClassLoader() != null)", "nothing called 'getClass'"));
    packs.add(when("Topic(new java.io.File(\"x\").exists())", "does something else"));
    packs.add(when("Topic(name.map(x -> x) != null)", "cannot be read"));
    packs.add(when("Topic(name#String.length > 1)", "does something else|no property"));
    packs.add(when("Topic((String) name == \"x\")", "does something else"));
    packs.add(when("Topic(partitions = 1)", "does something else|no condition|cannot be read"));
    packs.add(when("Topic($x : partitions++ )", "changes nothing|no condition"));
    packs.add(when("Topic(name.orNull str[startsWith] \"x\")", "is not let in"));
    packs.add(
        when("Topic(name.orElse(\"x\").repeat(1000000000) != \"x\")", "nothing called 'repeat'"));
    packs.add(when("Topic(/config/properties)", "cannot be read|does something else|no condition"));
    packs.add(when("Topic([1, 2] contains partitions.orNull)", "does something else|no condition"));
    packs.add(
        when(
            "String() from new java.util.Scanner(new java.io.File(\"x\"))", "does something else"));
    packs.add(
        when(
            "String() from java.nio.file.Files.readAllLines(java.nio.file.Path.of(\"x\"))",
            "no variable 'java'"));
    packs.add(when("String() from System.getenv().values()", "no variable 'System'"));
    packs.add(when("Object()", "no type 'Object'"));
    packs.add(when("java.io.File()", "no type 'java.io.File'"));
    packs.add(when("Thread()", "no type 'Thread'"));
    packs.add(
        when(
            "Number() from accumulate(Acl(), init(System.exit(1);), action(), result(1))",
            "code of its own"));
    packs.add(
        when(
            "accumulate(Acl($p : principal); $x : count(System.getenv()))",
            "no variable 'System'"));
    packs.add(
        when(
            "groupby(Acl($p : principal); $k : System.getenv(); $c : count())",
            "no variable 'System'"));
    packs.add(when("Acl() over window:time(1s)", "'over' is not let in"));
    packs.add(when("Acl() from entry-point \"files\"", "no entry point 'files'"));
    packs.add(when("Acl() @watch(*)", "no annotations"));
    packs.add(when("Acl(\"x\";)", "Name the property|cannot be read"));
    packs.add(when("?query()", "not let in|cannot be read"));
    packs.add(when("if (true) do[x]", "has patterns"));
    // Around the rules.
    packs.add(file("import java.io.File;\n", "'java.io.File' is not let in"));
    packs.add(file("import java.io.*;\n", "'java.io.*' is not let in"));
    packs.add(file("import function java.lang.System.exit;\n", "Functions are not let in"));
    packs.add(file("import static java.lang.System.exit;\n", "Functions are not let in"));
    packs.add(file("import accumulate acme.Evil evil;\n", "functions of one's own"));
    packs.add(file("global java.lang.Runtime runtime;\n", "there are no others"));
    packs.add(file("global io.headgate.spi.Findings findings;\n", "there already"));
    packs.add(file("function void f() { System.exit(1); }\n", "Functions are not let in"));
    packs.add(file("declare Evil x : int end\n", "declares no types"));
    packs.add(file("declare trait Evil end\n", "declares no types"));
    packs.add(file("declare enum Evil A(); end\n", "declares no types|cannot be read"));
    packs.add(file("declare window W Topic() over window:length(1) end\n", "declares no types"));
    packs.add(file("declare entry-point \"x\" end\n", "declares no types"));
    packs.add(file("query q() Topic() end\n", "A query is not let in"));
    packs.add(file("dialect \"mvel\"\n", "not let in"));
    packs.add(file("salience 10\n", "not let in|cannot be read"));
    packs.add(file("package acme; unit Evil;\n", "not let in|cannot be read"));
    packs.add(rule("salience (System.exit(1))", "'salience' is not let in"));
    packs.add(rule("no-loop", "'no-loop' is not let in"));
    packs.add(rule("enabled (System.exit(1) == null)", "'enabled' is not let in"));
    packs.add(rule("timer (int: 0 1)", "'timer' is not let in"));
    packs.add(rule("agenda-group \"x\"", "'agenda-group' is not let in"));
    packs.add(rule("ruleflow-group \"x\"", "'ruleflow-group' is not let in"));
    packs.add(rule("dialect \"mvel\"", "'dialect' is not let in"));
    packs.add(rule("extends \"a-b\"", "'extends' is not let in"));
    packs.add(rule("@propertyReactive", "no annotation '@propertyReactive'"));
    return packs.stream();
  }

  private static Arguments then(String consequence, String message) {
    return Arguments.of(Drl.rule("$t : Topic()", consequence), message);
  }

  private static Arguments when(String condition, String message) {
    return Arguments.of(Drl.rule("$t : Topic()\n" + condition), message);
  }

  private static Arguments file(String header, String message) {
    return Arguments.of(header + Drl.rule("$t : Topic()"), message);
  }

  private static Arguments rule(String attribute, String message) {
    boolean early = attribute.startsWith("extends") || attribute.startsWith("@");
    return Arguments.of(
        early
            ? Drl.rule("$t : Topic()").replace("\"test-rule\"", "\"test-rule\" " + attribute)
            : Drl.rule("$t : Topic()").replace("when\n", attribute + "\nwhen\n"),
        message);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void isRefusedWithItsPlace(String drl, String message) {
    Path mark = home.resolve("mark");
    assertThat(Drl.mistakes(drl.replace("MARK", mark.toString())))
        .isNotEmpty()
        .allSatisfy(mistake -> assertThat(mistake).matches("\\d+:\\d+ .*"))
        .anySatisfy(mistake -> assertThat(mistake).containsPattern(message));
    assertThat(mark).doesNotExist();
  }

  /** The second door: what an inspector with a hole would have had compiled. */
  @ParameterizedTest
  @MethodSource("harmful")
  void isRefusedByItsCompiledClassesToo(String drl) throws IOException {
    Path mark = home.resolve("mark");
    String text = drl.replace("MARK", mark.toString());
    Source source = new Source(Drl.FILE, text);
    String header = new DrlInspector("test", new Mistakes()).inspect(source).header().text();
    Mistakes mistakes = new Mistakes();
    ModelCompiler compiler = new ModelCompiler("test", mistakes);
    DrlInspector.Inspected let =
        new DrlInspector.Inspected(source, new Edit(0, 0, header), List.of(), header + text);

    assertThatThrownBy(
            () -> {
              compiler.compile(List.of(let));
              assertThat(mistakes.sorted()).isEmpty();
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not let in. It ");
    assertThat(Files.exists(mark)).isFalse();
  }

  static Stream<String> harmful() {
    return Stream.of(
        Drl.rule("$t : Topic()", WRITE + ";"),
        Drl.rule("$t : Topic()", "new ProcessBuilder(\"touch\", \"MARK\").start();"),
        Drl.rule("$t : Topic()", "Runtime.getRuntime().exec(\"touch MARK\");"),
        Drl.rule("$t : Topic()", "System.exit(1);"),
        Drl.rule("$t : Topic()", "new Thread(() -> {}).start();"),
        Drl.rule("$t : Topic()", "Class.forName(\"java.lang.Runtime\");"),
        Drl.rule("$t : Topic()", "$t.getClass().getClassLoader().getResource(\"x\");"),
        Drl.rule("$t : Topic()", "drools.halt();"),
        Drl.rule("$t : Topic()", "insert(new Object());"),
        Drl.rule("$t : Topic()", "delete($t);"),
        Drl.rule(
            "$t : Topic(System.getenv(\"x\") != \"x\")", "findings.add($t, $t.name(), \"x\");"),
        Drl.rule(
            "$t : Topic() eval(System.getProperty(\"x\") == null)",
            "findings.add($t, $t.name(), \"x\");"),
        Drl.rule(
            "$t : Topic() String() from System.getenv().values()",
            "findings.add($t, $t.name(), \"x\");"),
        "function void f() { System.exit(1); }\n" + Drl.rule("$t : Topic()", "f();"));
  }

  @Test
  void takesWordsOfTheLanguageInTextsForWhatTheyAre() {
    assertThat(
            Drl.mistakes(
                Drl.rule(
                    "/* then end */ $t : Topic(name.orNull matches \"then|end\") // then end",
                    "// end then System.exit(1);\nfindings.add($t, $t.name, \"then end \\\" rule\"); /*"
                        + " end */")))
        .isEmpty();
  }

  @Test
  void keepsTextsOfAnnotationsTexts() {
    String drl =
        Drl.rule("$t : Topic()")
            .replace(
                "\"A rule.\"", "\"A \\\") .build(); System.exit(1); // \\\\ \\n {} ${x} rule.\"");

    assertThat(Drl.checker(drl).rules())
        .extracting(io.headgate.spi.Rule::summary)
        .containsExactly("A \") .build(); System.exit(1); // \\ n {} ${x} rule.");
  }
}
