package io.headgate.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.PackRef;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.spi.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the packs of a policy to rules, with every pin on the way. */
class PolicyPacksTest {

  @TempDir Path work;
  private Path home;
  private Path repository;
  private PolicyPacks packs;

  @BeforeEach
  void places() throws IOException {
    home = Files.createDirectories(work.resolve("landscape"));
    repository = work.resolve("repository");
    packs = new PolicyPacks(home, "prod/", work.resolve("shipped"), repository);
  }

  private static List<PackRef> refs(String text) {
    SourceText source = new SourceText("prod/headgate.yaml", "version: 1\npacks:\n" + text);
    return PolicyReader.packs(source, Documents.read(source));
  }

  private List<OpenPack> open(String text) {
    return packs.open(refs(text));
  }

  private String wrong(String text) {
    UserError error = catchThrowableOfType(UserError.class, () -> open(text));
    assertThat(error).isNotNull();
    return Packed.messages(error).get(0);
  }

  private Path acme(Path at) throws IOException {
    Files.createDirectories(at.getParent());
    return Packed.zip(at, Packed.javaPack(work, "acme"));
  }

  @Test
  void aPackBesideThePolicyNeedsNoPin() throws IOException {
    acme(home.resolve("packs/acme.jar"));
    OpenPack pack = open("- ./packs/acme.jar\n").get(0);
    assertThat(pack.id()).isEqualTo("acme");
    assertThat(pack.shown()).isEqualTo("prod/packs/acme.jar");
    assertThat(pack.hasCode()).isTrue();
    LoadedPack loaded = Packed.loader("0.1.0-SNAPSHOT").load(pack);
    Catalog catalog = new Catalog(List.of(loaded));
    assertThat(catalog.rule("acme-quiet-topic")).isNotNull();
    assertThat(loaded.page("acme-quiet-topic")).isEqualTo("# acme-quiet-topic\n");
    assertThat(loaded.place("acme-quiet-topic"))
        .hasToString("prod/packs/acme.jar!/META-INF/services/io.headgate.spi.RulePack:1:1");
  }

  @Test
  void aDirectoryWithClassesIsAPackToo() throws IOException {
    Packed.directory(home.resolve("acme"), Packed.javaPack(work, "acme"));
    LoadedPack loaded = Packed.loader("0.1.0").load(open("- ./acme\n").get(0));
    assertThat(loaded.checkers()).hasSize(1);
    assertThat(loaded.place()).hasToString("prod/acme/pack.yaml:1:5");
  }

  @Test
  void aPackFromElsewhereMustBePinned() throws IOException {
    Path jar = acme(work.resolve("elsewhere/acme.jar"));
    String digest = OpenPack.read(jar, "x").digest();
    assertThat(wrong("- ../elsewhere/acme.jar\n"))
        .isEqualTo(
            "prod/headgate.yaml:3:3: The pack 'acme' comes from outside of the directory of the"
                + " policy, so it must be pinned: run 'headgate pack lock', or give it here with"
                + " 'sha256: "
                + digest
                + "'.");
    assertThat(open("- {path: ../elsewhere/acme.jar, sha256: " + digest + "}\n")).hasSize(1);
    Files.createSymbolicLink(home.resolve("linked.jar"), jar);
    assertThat(wrong("- ./linked.jar\n")).contains("must be pinned");
  }

  @Test
  void aPinThatDoesNotMatch() throws IOException {
    String digest = OpenPack.read(acme(home.resolve("acme.jar")), "x").digest();
    assertThat(wrong("- path: acme.jar\n  sha256: " + "0".repeat(64) + "\n"))
        .isEqualTo(
            "prod/headgate.yaml:4:11: The pack 'acme' at prod/acme.jar is not the one that is pinned"
                + " here: its digest is "
                + digest
                + ". Take the pinned version, or, if the change is meant, pin this one.");
    assertThat(wrong("- path: acme.jar\n  sha256: abc\n"))
        .isEqualTo("prod/headgate.yaml:4:11: 'sha256' must be 64 hexadecimal digits.");
  }

  @Test
  void aMavenPackIsLookedUpAndNeverDownloaded() throws IOException {
    assertThat(wrong("- maven: org.acme:acme-rules:1.2.0\n"))
        .startsWith("prod/headgate.yaml:3:10: There is no org.acme:acme-rules:1.2.0 in the local")
        .endsWith("mvn dependency:get -Dtransitive=false -Dartifact=org.acme:acme-rules:1.2.0");
    Path jar = acme(repository.resolve("org/acme/acme-rules/1.2.0/acme-rules-1.2.0.jar"));
    String digest = OpenPack.read(jar, "x").digest();
    assertThat(wrong("- maven: org.acme:acme-rules:1.2.0\n")).contains("must be pinned");
    assertThat(open("- {maven: 'org.acme:acme-rules:1.2.0', sha256: " + digest + "}\n"))
        .extracting(OpenPack::shown)
        .containsExactly(jar.toString());
    assertThat(wrong("- maven: org.acme:acme-rules:../../x\n")).contains("group:artifact:version");
    assertThat(wrong("- maven: org..acme:a:1\n")).contains("group:artifact:version");
  }

  @Test
  void aPackThatShips() throws IOException {
    Packed.zip(
        Files.createDirectories(work.resolve("shipped")).resolve("acme.zip"),
        Packed.javaPack(work, "acme"));
    assertThat(open("- acme\n")).extracting(OpenPack::shown).containsExactly("packs/acme.zip");
    assertThat(wrong("- acm\n"))
        .contains("No pack 'acm' ships with this headgate")
        .endsWith(" Did you mean 'acme'?");
  }

  @Test
  void theLock() throws IOException {
    Path jar = acme(work.resolve("elsewhere/acme.jar"));
    String policy = "- ../elsewhere/acme.jar\n";
    packs.writeLock(refs(policy));
    assertThat(home.resolve("headgate.lock"))
        .hasContent(
            """
            # Written by 'headgate pack lock'; commit it.
            version: 1
            packs:
            - id: acme
              version: "1.2.0"
              sha256: %s
            """
                .formatted(OpenPack.read(jar, "x").digest()));
    assertThat(open(policy)).hasSize(1);

    Packed.zip(home.resolve("beta.jar"), Packed.javaPack(work, "beta"));
    assertThat(wrong(policy + "- ./beta.jar\n"))
        .isEqualTo(
            "prod/headgate.yaml:4:3: The pack 'beta' is not in 'prod/headgate.lock'. Run 'headgate"
                + " pack lock' and commit what it writes.");

    Map<String, byte[]> changed = Packed.javaPack(work, "acme");
    changed.put("pack.yaml", Packed.bytes(Packed.MANIFEST.replace("1.2.0", "1.3.0")));
    Packed.zip(jar, changed);
    assertThat(wrong(policy))
        .startsWith("prod/headgate.lock:6:11: The pack 'acme' (named at prod/headgate.yaml:3:3)")
        .contains("its version 1.3.0 instead of 1.2.0")
        .endsWith("run 'headgate pack lock' and commit what it writes.");
    packs.writeLock(refs(policy));
    assertThat(open(policy)).hasSize(1);
  }

  @Test
  void aLockThatIsNone() throws IOException {
    acme(home.resolve("acme.jar"));
    Path lock = home.resolve("headgate.lock");
    Files.writeString(lock, "version: 2\npakcs: []\n");
    assertThat(wrong("- ./acme.jar\n")).startsWith("prod/headgate.lock:1:10: This headgate reads");
    Files.writeString(lock, "[");
    assertThat(wrong("- ./acme.jar\n")).startsWith("prod/headgate.lock:1:");
    Files.write(lock, new byte[] {(byte) 0xff});
    assertThat(wrong("- ./acme.jar\n")).contains("is not UTF-8");
  }

  @Test
  void onePackTwice() throws IOException {
    acme(home.resolve("a.jar"));
    acme(home.resolve("b.jar"));
    assertThat(wrong("- ./a.jar\n- ./b.jar\n"))
        .isEqualTo(
            "prod/headgate.yaml:4:3: The pack 'acme' is named twice: here (./b.jar) and at"
                + " prod/headgate.yaml:3:3 (./a.jar); remove one of them.");
  }

  @Test
  void twoRulesWithOneId() throws IOException {
    acme(home.resolve("a.jar"));
    Map<String, byte[]> other = Packed.javaPack(work, "beta");
    other.putAll(
        Packed.compiled(
            work,
            "test.beta.Pack",
            """
            package test.beta;
            import io.headgate.spi.*;
            public final class Pack implements RulePack {
              public String id() { return "beta"; }
              public String version() { return "1"; }
              public java.util.List<CheckerSpec> checkers() {
                return java.util.List.of(CheckerSpec.of(
                    Rule.error("acme-quiet-topic", "It is quiet."), (bundle, findings) -> {}));
              }
            }
            """));
    Packed.zip(home.resolve("b.jar"), other);
    PackLoader loader = Packed.loader("0.1.0");
    List<RulePack> both =
        open("- ./a.jar\n- ./b.jar\n").stream().<RulePack>map(loader::load).toList();
    UserError error = catchThrowableOfType(UserError.class, () -> new Catalog(both));
    assertThat(Packed.messages(error))
        .containsExactly(
            "prod/b.jar!/META-INF/services/io.headgate.spi.RulePack:1:1: Two rules have the id"
                + " 'acme-quiet-topic': one of pack 'beta' and one of pack 'acme'"
                + " (prod/a.jar!/META-INF/services/io.headgate.spi.RulePack:1:1).");
  }

  @Test
  void twoPacksWithOneId() throws IOException {
    PackLoader loader = Packed.loader("0.1.0");
    List<RulePack> both =
        List.of(
            loader.load(OpenPack.read(acme(work.resolve("a.jar")), "a.jar")),
            loader.load(OpenPack.read(acme(work.resolve("b.jar")), "b.jar")));
    UserError error = catchThrowableOfType(UserError.class, () -> new Catalog(both));
    assertThat(Packed.messages(error))
        .containsExactly(
            "b.jar!/pack.yaml:1:5: Two rule packs have the id 'acme' (a.jar!/pack.yaml:1:5); remove"
                + " one of them.");
  }

  @Test
  void anotherVersionOfHeadgate() throws IOException {
    OpenPack pack = OpenPack.read(acme(work.resolve("a.jar")), "a.jar");
    UserError error =
        catchThrowableOfType(UserError.class, () -> Packed.loader("1.0.0").load(pack));
    assertThat(Packed.messages(error))
        .containsExactly(
            "a.jar!/pack.yaml:3:11: The pack 'acme' 1.2.0 is made for headgate >=0.1 <1, but this is"
                + " 1.0.0. Take a version of the pack that is made for it.");
  }

  @Test
  void whatThePolicySaysOfPacksMustMakeSense() {
    assertThat(wrong("- Acme\n")).contains("'Acme' is no id of a pack; a path has a slash");
    assertThat(wrong("- /opt/acme\n")).contains("is another on every machine");
    assertThat(wrong("- ~/acme\n")).contains("is another on every machine");
    assertThat(wrong("- ./nowhere\n")).contains("There is no file or directory './nowhere'");
    assertThat(wrong("- {sha256: x}\n")).contains("'sha256' must be");
    assertThat(wrong("- {pth: ./x}\n")).contains("Did you mean 'path'?");
    assertThat(wrong("- {path: ./x, maven: 'a:b:1'}\n")).contains("either a 'path' or 'maven'");
    assertThat(wrong("- {path: '${HOME}/x'}\n")).contains("must be written out");
    assertThat(wrong("  a: b\n")).contains("'packs' of the policy must be a list");
    assertThat(wrong("- [a]\n")).contains("A pack must be an id, a path, or a mapping");
  }
}
