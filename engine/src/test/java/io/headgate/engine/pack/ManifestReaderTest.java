package io.headgate.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.spi.Setting;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {

  private static Manifest read(String text) {
    return ManifestReader.read(new SourceText("pack.yaml", text));
  }

  private static List<String> wrong(String text) {
    return Packed.messages(catchThrowableOfType(UserError.class, () -> read(text)));
  }

  @Test
  void everythingInIt() {
    Manifest manifest =
        read(
            Packed.MANIFEST
                + """
                summary: What Acme wants.
                settings:
                  acme-thin-topic:
                    least: {type: integer, default: 3, description: How many replicas.}
                    strict: {type: boolean, default: false, description: Whether to be strict.}
                    team: {type: text, default: core, description: The team.}
                    names: {type: pattern, default: "[a-z]+", description: Which names.}
                    also: {type: texts, default: [a, b], description: Which others.}
                """);
    assertThat(manifest.id()).isEqualTo("acme");
    assertThat(manifest.idPlace()).hasToString("pack.yaml:1:5");
    assertThat(manifest.version()).isEqualTo("1.2.0");
    assertThat(manifest.summary()).isEqualTo("What Acme wants.");
    List<Setting<?>> settings =
        Objects.requireNonNull(manifest.settings().get("acme-thin-topic")).settings();
    assertThat(settings)
        .extracting(Setting::name)
        .containsExactly("least", "strict", "team", "names", "also");
    assertThat(settings.get(0).fallback()).isEqualTo(3L);
    assertThat(settings.get(1).fallback()).isEqualTo(false);
    assertThat(settings.get(3).fallback()).asString().isEqualTo("[a-z]+");
    assertThat(settings.get(3).fallback()).isInstanceOf(Pattern.class);
    assertThat(settings.get(4).fallback()).isEqualTo(List.of("a", "b"));
  }

  @Test
  void aMisspeltKey() {
    assertThat(wrong(Packed.MANIFEST + "sumary: x\n"))
        .containsExactly(
            "pack.yaml:5:1: The key 'sumary' is unknown in the pack, so it would be ignored. Did you"
                + " mean 'summary'?");
  }

  @Test
  void everyMistakeIsTold() {
    assertThat(
            wrong(
                """
                id: Acme Pack
                version: 1.2
                headgate: latest
                settings:
                  acme-thin-topic:
                    Least: {type: number, default: 3, description: How many.}
                    names: {type: pattern, default: "(", description: Which}
                    most: {type: integer, description: How many.}
                    few: {type: integer, default: many, descripton: How many.}
                    odd: 3
                """))
        .anyMatch(m -> m.startsWith("pack.yaml:1:5: The id 'Acme Pack' must be kebab case"))
        .anyMatch(m -> m.startsWith("pack.yaml:2:10: The version '1.2' must have three numbers"))
        .anyMatch(m -> m.startsWith("pack.yaml:3:11: 'headgate' must say for which versions"))
        .anyMatch(m -> m.contains("'owner' of the pack is missing"))
        .anyMatch(m -> m.startsWith("pack.yaml:6:5: The setting 'Least' must be kebab case"))
        .anyMatch(m -> m.startsWith("pack.yaml:6:19: 'type' of setting 'Least' is 'number'"))
        .anyMatch(m -> m.startsWith("pack.yaml:7:37: This is no regular expression"))
        .anyMatch(m -> m.contains("must be one line that ends with a full stop"))
        .anyMatch(m -> m.startsWith("pack.yaml:8:5: The setting 'most' needs a 'default'"))
        .anyMatch(m -> m.startsWith("pack.yaml:9:35: 'default' of setting 'few' is 'many'"))
        .anyMatch(m -> m.contains("Did you mean 'description'?"))
        .anyMatch(m -> m.startsWith("pack.yaml:10:5: The setting 'odd' must be a mapping"));
  }

  @Test
  void aTemplateIsNoId() {
    assertThat(wrong(Packed.MANIFEST.replace("id: acme", "id: ${ID}")))
        .containsExactly(
            "pack.yaml:1:1: 'id' is a template, but nothing fills it in; write the value itself.");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"''", "'[a, b]'", "'just text'", "'id: a\n---\nid: b\n'"})
  void noMapping(String text) {
    assertThat(wrong(text)).singleElement().asString().startsWith("pack.yaml:1:1: A pack's");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0,          '>=0.1 <1',  true",
    "0.1.0-SNAPSHOT, '>=0.1 <1',  true",
    "0.1.0-SNAPSHOT, '>=0.1.0',   true",
    "1.0.0-SNAPSHOT, '<1',        false",
    "0.9.9,          '>=0.1 <1',  true",
    "1.0.0,          '>=0.1 <1',  false",
    "0.0.9,          '>=0.1 <1',  false",
    "0.1.1,          '=0.1',      false",
    "0.1.0,          '=0.1',      true",
    "0.2.0,          '>0.1 <=0.2', true",
    "0.1.0,          '>0.1',      false",
  })
  void ranges(String version, String range, boolean holds) {
    VersionRange parsed = Objects.requireNonNull(VersionRange.parse(range));
    assertThat(parsed.holds(Objects.requireNonNull(Version.whole(version)))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'0.1'",
    "'^1'",
    "'>= 0.1'",
    "'>=x'",
    "'>=1.2.3.4'",
    "'>=0.1,<1'",
    "'>=99999999'"
  })
  void noRanges(String range) {
    assertThat(VersionRange.parse(range)).isNull();
  }
}
