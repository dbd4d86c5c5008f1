package io.headgate.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.error.PackFailure;
import io.headgate.engine.error.UserError;
import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs with DRL: the rules, what is declared for them, and what is built of them. */
class DrlPackTest {

  @TempDir Path work;

  private LoadedPack load(Map<String, byte[]> files) {
    Path directory = Packed.directory(work.resolve("acme"), files);
    return Packed.loader("0.1.0").load(OpenPack.read(directory, "acme"));
  }

  private List<String> refused(String manifest, String drl) {
    Map<String, byte[]> files = Packed.drlPack();
    files.put("pack.yaml", Packed.bytes(manifest));
    files.put("rules/topics.drl", Packed.bytes(drl));
    return Packed.messages(catchThrowableOfType(UserError.class, () -> load(files)));
  }

  private static String text(String file) {
    return new String(
        java.util.Objects.requireNonNull(Packed.drlPack().get(file)), StandardCharsets.UTF_8);
  }

  @Test
  void aRuleWithItsSettingAndPlace() {
    LoadedPack pack = load(Packed.drlPack());
    Rule rule = pack.checkers().get(0).rules().get(0);
    assertThat(rule)
        .isEqualTo(
            Rule.warning("acme-thin-topic", "A topic is thin.")
                .with(Setting.integer("least", 3, "The least replicas.")));
    assertThat(pack.place("acme-thin-topic")).hasToString("acme/rules/topics.drl:4:1");
    assertThat(pack.opened().hasCode()).isFalse();
    assertThat(PackInspection.text(pack)).contains("Contains no code").contains("by default 3");
  }

  @Test
  void aSettingThatIsNotDeclared() {
    assertThat(refused(Packed.MANIFEST, text("rules/topics.drl")))
        .containsExactly(
            "acme/rules/topics.drl:4:1: The rule 'acme-thin-topic' asks for the setting 'least',"
                + " which 'pack.yaml' does not declare under 'settings'.");
    assertThat(refused(text("pack.yaml").replace("least:", "leas:"), text("rules/topics.drl")))
        .containsExactly(
            "acme/rules/topics.drl:4:1: The rule 'acme-thin-topic' asks for the setting 'least',"
                + " which 'pack.yaml' does not declare under 'settings'. Did you mean 'leas'?",
            "acme/pack.yaml:7:5: The rule 'acme-thin-topic' asks for no setting 'leas', so it would"
                + " do nothing. Did you mean 'least'?");
  }

  @Test
  void aSettingOfAnotherType() {
    assertThat(
            refused(
                text("pack.yaml").replace("type: integer", "type: text"), text("rules/topics.drl")))
        .containsExactly(
            "acme/pack.yaml:7:5: The setting 'least' is declared as text, but the rule at"
                + " acme/rules/topics.drl:4:1 takes it as integer.");
  }

  @Test
  void aSettingOfNoRule() {
    assertThat(
            refused(
                text("pack.yaml").replace("acme-thin-topic", "acme-thick-topic"),
                text("rules/topics.drl")))
        .anyMatch(
            m -> m.startsWith("acme/pack.yaml:6:3: The pack has no rule 'acme-thick-topic'."));
  }

  @Test
  void drlThatDoesNotCompile() {
    assertThat(
            refused(
                text("pack.yaml"), text("rules/topics.drl").replace("replication.", "replicaton.")))
        .singleElement()
        .asString()
        .startsWith("acme/rules/topics.drl:8:14: ")
        .contains("Did you mean 'replication'?");
  }

  @Test
  void oneRuleInTwoFiles() {
    Map<String, byte[]> files = Packed.drlPack();
    files.put("more.drl", files.get("rules/topics.drl"));
    assertThat(Packed.messages(catchThrowableOfType(UserError.class, () -> load(files))))
        .first()
        .asString()
        .contains("acme-thin-topic");
  }

  @Test
  void aCompilerThatBroke() {
    OpenPack pack = OpenPack.read(Packed.directory(work.resolve("a"), Packed.drlPack()), "a");
    PackLoader loader =
        new PackLoader(
            "0.1.0",
            (id, files) -> {
              throw new IOException("It broke.");
            },
            DrlChecker.LIMIT);
    assertThat(catchThrowableOfType(PackFailure.class, () -> loader.load(pack)))
        .hasMessage("The pack 'acme' at a is not ready: It broke.");
  }

  @Test
  void buildsTheSameBytesFromTheSameContent() throws IOException {
    Path first = Packed.directory(work.resolve("a"), Packed.drlPack());
    Path second = Packed.directory(work.resolve("b"), Packed.drlPack());
    Files.setLastModifiedTime(second.resolve("pack.yaml"), FileTime.fromMillis(0));
    Packed.directory(second, Map.of("target/x", Packed.bytes("x"), ".y", Packed.bytes("y")));
    Packed.directory(second, Map.of(CompiledPack.FILE, Packed.bytes("of yesterday")));
    PackBuilder builder = new PackBuilder(Packed::compile);
    builder.build(OpenPack.read(first, "a"), work.resolve("a.zip"));
    builder.build(OpenPack.read(second, "b"), work.resolve("b.zip"));
    assertThat(work.resolve("a.zip")).hasSameBinaryContentAs(work.resolve("b.zip"));
    try (var files = Files.list(work)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a", "b", "a.zip", "b.zip");
    }
  }

  @Test
  void whatWasBuiltRunsWithoutTheCompiler() {
    Path directory = Packed.directory(work.resolve("a"), Packed.drlPack());
    Path zip = work.resolve("a.zip");
    new PackBuilder(Packed::compile).build(OpenPack.read(directory, "a"), zip);
    PackLoader loader =
        new PackLoader(
            "0.1.0",
            (id, files) -> {
              throw new IOException("Nobody should compile.");
            },
            DrlChecker.LIMIT);
    LoadedPack pack = loader.load(OpenPack.read(zip, "a.zip"));
    assertThat(pack.place("acme-thin-topic")).hasToString("a.zip!/rules/topics.drl:4:1");
  }

  @Test
  void compiledRulesOfOtherDrl() {
    Map<String, byte[]> files = Packed.drlPack();
    Path zip = work.resolve("a.zip");
    new PackBuilder(Packed::compile)
        .build(OpenPack.read(Packed.directory(work.resolve("a"), files), "a"), zip);
    SortedMap<String, byte[]> changed = new TreeMap<>(OpenPack.read(zip, "a.zip").files().all());
    changed.compute(
        "rules/topics.drl",
        (path, drl) ->
            Packed.bytes(new String(drl, StandardCharsets.UTF_8).replace("thin", "lean")));

    OpenPack pack = OpenPack.read(Packed.zip(zip, changed), "a.zip");

    assertThat(
            Packed.messages(
                catchThrowableOfType(UserError.class, () -> Packed.loader("0.1.0").load(pack))))
        .containsExactly(
            "a.zip!/rules.drlc:1:1: The rules were compiled from other DRL than lies beside them;"
                + " build the pack anew with 'headgate pack build'.");
  }

  @Test
  void damagedCompiledRules() {
    Map<String, byte[]> files = Packed.drlPack();
    files.put(CompiledPack.FILE, Packed.bytes("no rules"));
    Path zip = Packed.zip(work.resolve("a.zip"), files);
    OpenPack pack = OpenPack.read(zip, "a.zip");
    assertThat(
            Packed.messages(
                catchThrowableOfType(UserError.class, () -> Packed.loader("0.1.0").load(pack))))
        .singleElement()
        .asString()
        .startsWith("a.zip!/rules.drlc:1:1: ")
        .endsWith("Build the pack anew with 'headgate pack build'.");
  }
}
