package io.headgate.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given as a pack: one clear message with a place, and nothing else happens. */
class HostilePacksTest {

  private static final Map<String, byte[]> GOOD =
      Map.of("pack.yaml", Packed.bytes(Packed.MANIFEST), "rules.drl", Packed.bytes("package a\n"));

  @TempDir Path work;

  private List<String> refused(Path path) {
    UserError error =
        catchThrowableOfType(UserError.class, () -> OpenPack.read(path, "packs/acme"));
    assertThat(error).as("refusal of " + path).isNotNull();
    assertThat(Packed.messages(error))
        .allMatch(message -> message.startsWith("packs/acme"))
        .allMatch(message -> message.matches("(?s).*[.?]"));
    return Packed.messages(error);
  }

  private Path zipWith(String name) {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    files.put(name, Packed.bytes("x"));
    return Packed.zip(work.resolve("acme.zip"), files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.md",
        "rules/../../evil.md",
        "/etc/evil.md",
        "C:/evil.md",
        "rules\\evil.md",
        "..\\evil.md",
        "./evil.md",
        "rules//evil.md",
        "rules/./evil.md",
        "evil\u001b[2J.md",
        "evil\u202Edm.md"
      })
  void namesThatLeadElsewhere(String name) throws IOException {
    String message = refused(zipWith(name)).get(0);
    assertThat(message).startsWith("packs/acme:1:1: The name of the entry '").contains("evil");
    assertThat(message.codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(work.resolveSibling("evil.md")).doesNotExist();
    try (var files = Files.walk(work)) {
      assertThat(files.map(Path::toString)).noneMatch(path -> path.endsWith("evil.md"));
    }
  }

  @Test
  void twoEntriesWithOneName() {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    files.put("pack.yamx", Packed.bytes("id: other\n"));
    Path zip = Packed.zip(work.resolve("acme.zip"), files, "pack.yamx", "pack.yaml");
    assertThat(refused(zip))
        .singleElement()
        .asString()
        .contains("two entries")
        .contains("pack.yaml");
  }

  @Test
  void oneNameForReviewersAndAnotherForTools() throws IOException {
    Path zip = zipWith("harmless.md");
    byte[] bytes = Files.readAllBytes(zip);
    int local = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("harmless");
    bytes[local] = 'H';
    Files.write(zip, bytes);
    assertThat(refused(zip)).singleElement().asString().contains("is damaged, or made in a way");
  }

  @Test
  void aBomb() {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    files.put("bomb.md", new byte[PackLimits.ENTRY_BYTES + 1]);
    Path zip = Packed.zip(work.resolve("acme.zip"), files);
    assertThat(zip).satisfies(file -> assertThat(Files.size(file)).isLessThan(100_000));
    assertThat(refused(zip))
        .containsExactly(
            "packs/acme:1:1: 'bomb.md' makes the pack too large: it may have 16 MiB in one file and"
                + " 64 MiB in all.");
  }

  @Test
  void aBombInManyParts() {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    byte[] part = new byte[10 * 1024 * 1024];
    for (int i = 0; i < 7; i++) {
      files.put("part" + i + ".md", part);
    }
    assertThat(refused(Packed.zip(work.resolve("acme.zip"), files)))
        .singleElement()
        .asString()
        .contains("makes the pack too large");
  }

  @Test
  void aBombThatLiesAboutItsSize() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    files.put("bomb.md", new byte[1_000_000]);
    Path zip = Packed.zip(work.resolve("acme.zip"), files);
    byte[] bytes = Files.readAllBytes(zip);
    int central = lastIndexOf(bytes, "bomb.md") - 46;
    Arrays.fill(bytes, central + 24, central + 28, (byte) 0);
    bytes[central + 24] = 100;
    Files.write(zip, bytes);
    assertThat(refused(zip)).singleElement().asString().contains("does not have the size");
  }

  private static int lastIndexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }

  @Test
  void tooManyEntries() {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    for (int i = 0; i <= PackLimits.ENTRIES; i++) {
      files.put("f" + i, new byte[0]);
    }
    assertThat(refused(Packed.zip(work.resolve("acme.zip"), files)))
        .singleElement()
        .asString()
        .contains("The archive has 10003 entries; a pack has up to 10000.");
    assertThat(refused(Packed.directory(work.resolve("acme"), files)))
        .singleElement()
        .asString()
        .contains("more than 10000 files");
  }

  @Test
  void anArchiveThatIsTooLarge() throws IOException {
    Path file = work.resolve("acme.zip");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(PackLimits.TOTAL_BYTES + 1L);
    }
    assertThat(refused(file)).singleElement().asString().contains("makes the pack too large");
  }

  @Test
  void everyDamageIsRefusedOrReadAsItWas() throws IOException {
    Path zip = Packed.zip(work.resolve("acme.zip"), GOOD);
    byte[] good = Files.readAllBytes(zip);
    for (int i = 0; i < good.length; i++) {
      for (int flip : new int[] {0x01, 0x80, 0xff}) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) flip;
        try {
          new ZipReader(bad, io.headgate.spi.model.Place.startOf("x")).files();
        } catch (UserError e) {
          assertThat(e.messages()).hasSize(1);
        }
      }
    }
    for (int length = 0; length < good.length; length++) {
      byte[] bad = Arrays.copyOf(good, length);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> new ZipReader(bad, io.headgate.spi.model.Place.startOf("x")).files())
          .isInstanceOf(UserError.class);
    }
  }

  @Test
  void noArchiveAtAll() throws IOException {
    Path file = Files.writeString(work.resolve("acme.zip"), "id: acme\n");
    assertThat(refused(file))
        .containsExactly("packs/acme:1:1: This is no zip and no jar, so it is no pack.");
  }

  @Test
  void nothingThere() {
    assertThat(refused(work.resolve("acme")))
        .singleElement()
        .asString()
        .contains("There is no pack");
  }

  @Test
  void aJarWithNoPack() {
    Path jar =
        Packed.zip(
            work.resolve("guava.jar"), Map.of("com/example/A.class", Packed.bytes("no class")));
    assertThat(refused(jar))
        .containsExactly(
            "packs/acme:1:1: This archive is no pack: it has no 'pack.yaml' at its root. 'headgate"
                + " pack new DIR' makes a pack.");
  }

  @Test
  void anArchiveWithThePackOneDirectoryDown() {
    Path zip =
        Packed.zip(work.resolve("a.zip"), Map.of("acme/pack.yaml", Packed.bytes(Packed.MANIFEST)));
    assertThat(refused(zip)).singleElement().asString().contains("pack the content of that");
  }

  @Test
  void aDirectoryThatIsNoPack() {
    assertThat(refused(Packed.directory(work, Map.of("topic.yaml", Packed.bytes("name: a\n")))))
        .singleElement()
        .asString()
        .startsWith("packs/acme:1:1: This directory is no pack");
  }

  @Test
  void aMavenProject() {
    assertThat(refused(Packed.directory(work, Map.of("pom.xml", Packed.bytes("<project/>")))))
        .singleElement()
        .asString()
        .contains("build it with 'mvn package'");
  }

  @Test
  void aPackWithoutRules() {
    assertThat(refused(Packed.directory(work, Map.of("pack.yaml", Packed.bytes(Packed.MANIFEST)))))
        .singleElement()
        .asString()
        .startsWith("packs/acme/pack.yaml:1:5: The pack 'acme' has no rules");
  }

  @Test
  void aLinkOutOfTheDirectory(@TempDir Path outside) throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "hunter2");
    Path pack = Packed.directory(work.resolve("acme"), GOOD);
    Files.createSymbolicLink(pack.resolve("page.md"), secret);
    assertThat(refused(pack))
        .singleElement()
        .asString()
        .startsWith("packs/acme/page.md:1:1: This link leads to no file of the pack")
        .doesNotContain("hunter2");
  }

  @Test
  void aLinkInTheDirectoryIsRead() throws IOException {
    Path pack = Packed.directory(work.resolve("acme"), GOOD);
    Files.createSymbolicLink(pack.resolve("more.drl"), Path.of("rules.drl"));
    assertThat(OpenPack.read(pack, "acme").paths()).contains("more.drl");
  }

  @Test
  void aLinkToADirectory(@TempDir Path outside) throws IOException {
    Path pack = Packed.directory(work.resolve("acme"), GOOD);
    Files.createSymbolicLink(pack.resolve("pages"), outside);
    assertThat(refused(pack)).singleElement().asString().contains("packs/acme/pages:1:1");
    Files.delete(pack.resolve("pages"));
    Files.createSymbolicLink(pack.resolve("pages"), pack);
    assertThat(refused(pack)).singleElement().asString().contains("is no regular file");
  }

  @Test
  void aTextThatIsNoUtf8() {
    Map<String, byte[]> files = new LinkedHashMap<>(GOOD);
    files.put("pack.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 'i'});
    assertThat(refused(Packed.zip(work.resolve("acme.zip"), files)))
        .containsExactly("packs/acme!/pack.yaml:1:1: The file is not UTF-8; save it as UTF-8.");
  }

  @ParameterizedTest
  @CsvSource({"target/x.class", "build/x", "node_modules/y", ".git/config", ".hidden"})
  void whatBuildsLeaveBehindIsNoPartOfTheDigest(String name) {
    Path pack = Packed.directory(work.resolve("acme"), GOOD);
    String before = OpenPack.read(pack, "acme").digest();
    Packed.directory(pack, Map.of(name, Packed.bytes("x")));
    assertThat(OpenPack.read(pack, "acme").digest()).isEqualTo(before).hasSize(64);
    Packed.directory(pack, Map.of("README.md", Packed.bytes("x")));
    assertThat(OpenPack.read(pack, "acme").digest()).isNotEqualTo(before);
  }
}
