package io.headgate.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.error.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs whose parts do not fit together. */
class PackLoaderTest {

  private static final String SERVICE = "META-INF/services/io.headgate.spi.RulePack";

  @TempDir Path work;

  private List<String> refused(Map<String, byte[]> files) {
    Path jar = Packed.zip(work.resolve("acme.jar"), files);
    UserError error =
        catchThrowableOfType(
            UserError.class, () -> Packed.loader("0.1.0").load(OpenPack.read(jar, "acme.jar")));
    assertThat(error).isNotNull();
    return Packed.messages(error);
  }

  @Test
  void aServiceThatNamesNoClassOfThePack() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.put(SERVICE, Packed.bytes("test.acme.Pakc\n"));
    assertThat(refused(files))
        .singleElement()
        .asString()
        .startsWith("acme.jar!/" + SERVICE + ":1:1: The Java checkers of the pack cannot be loaded")
        .contains("test.acme.Pakc");
    files.put(SERVICE, Packed.bytes("# nothing\n"));
    assertThat(refused(files)).singleElement().asString().contains("names no class");
  }

  @Test
  void aClassThatThrowsWhenItIsLoaded() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.putAll(
        Packed.compiled(
            work,
            "test.acme.Pack",
            """
            package test.acme;
            import io.headgate.spi.*;
            public final class Pack implements RulePack {
              static { if (true) throw new IllegalStateException("no"); }
              public String id() { return "acme"; }
              public String version() { return "1"; }
              public java.util.List<CheckerSpec> checkers() { return java.util.List.of(); }
            }
            """));
    assertThat(refused(files))
        .singleElement()
        .asString()
        .contains("cannot be loaded: IllegalStateException: no");
  }

  @Test
  void aClassThatIsNone() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.put("test/acme/Pack.class", Packed.bytes("no class"));
    assertThat(refused(files)).singleElement().asString().contains("cannot be loaded");
  }

  @Test
  void anotherIdInTheClass() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.put("pack.yaml", Packed.bytes(Packed.MANIFEST.replace("id: acme", "id: other")));
    assertThat(refused(files))
        .containsExactly(
            "acme.jar!/pack.yaml:1:5: The pack has the id 'other' here, but 'acme' in its class"
                + " 'test.acme.Pack'; write the same in both.");
  }

  @Test
  void settingsOfARuleThatIsNotThere() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.put(
        "pack.yaml",
        Packed.bytes(
            Packed.MANIFEST + "settings:\n  acme-quite-topic: {}\n  acme-quiet-topic: {}\n"));
    assertThat(refused(files))
        .containsExactly(
            "acme.jar!/pack.yaml:6:3: The pack has no rule 'acme-quite-topic'. Did you mean"
                + " 'acme-quiet-topic'?",
            "acme.jar!/pack.yaml:7:3: The rule 'acme-quiet-topic' is written in Java, which declares"
                + " its settings itself; take them away here.");
  }

  @Test
  void twoPagesOfOneRule() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.put("docs/acme-quiet-topic.md", Packed.bytes("# again\n"));
    assertThat(refused(files))
        .containsExactly(
            "acme.jar!/docs/acme-quiet-topic.md:1:1: The rule 'acme-quiet-topic' has two pages: this"
                + " one and acme.jar!/acme-quiet-topic.md.");
  }

  @Test
  void inspectionRunsNothing() {
    Map<String, byte[]> files = Packed.javaPack(work, "acme");
    files.put("test/acme/Pack.class", Packed.bytes("no class"));
    OpenPack pack = OpenPack.read(Packed.zip(work.resolve("acme.jar"), files), "acme.jar");
    assertThat(PackInspection.text(pack))
        .startsWith("acme 1.2.0\n")
        .contains("sha256    " + pack.digest())
        .contains("CONTAINS CODE: its Java classes run with all rights")
        .contains("class     test.acme.Pack")
        .contains("page      acme.jar!/acme-quiet-topic.md");
  }

  @Test
  void inspectionListsRules() {
    Path jar = Packed.zip(work.resolve("acme.jar"), Packed.javaPack(work, "acme"));
    LoadedPack pack = Packed.loader("0.1.0").load(OpenPack.read(jar, "acme.jar"));
    assertThat(PackInspection.text(pack))
        .contains("acme-quiet-topic (warning)\n  summary   A topic is quiet.\n")
        .contains("written   acme.jar!/" + SERVICE + ":1:1");
  }
}
