package io.headgate.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.headgate.engine.drl.compile.Drl;
import io.headgate.engine.error.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompilerProcessTest {

  private static final List<Path> CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  private static SortedMap<String, byte[]> files(Map<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static byte[] compile(Duration limit, Map<String, String> texts) throws IOException {
    return new CompilerProcess(CLASS_PATH, limit).compile("acme-kafka", files(texts));
  }

  @Test
  void compilesAWholePack() throws IOException {
    Map<String, String> texts =
        Map.of(
            "rules/b.drl", Drl.rule("$t : Topic()").replace("test-rule", "b-rule"),
            "rules/a.drl", Drl.rule("$t : Topic()").replace("test-rule", "a-rule"));

    byte[] bytes = compile(CompilerProcess.LIMIT, texts);

    assertThat(CompiledPack.read(bytes).rules())
        .extracting(rule -> rule.id() + " " + rule.file() + ":" + rule.line())
        .containsExactly("a-rule rules/a.drl:1", "b-rule rules/b.drl:1");
    assertThat(compile(CompilerProcess.LIMIT, texts)).isEqualTo(bytes);
  }

  @Test
  void givesTheSameBytesForTheSameContent() throws IOException {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      rules.append(
          Drl.rule(
                  "$t : Topic($n : name.orNull != null, partitions.orNull > "
                      + i
                      + ")\nnot Acl(resourceName.orNull == $n)")
              .replace("test-rule", "rule-" + i));
    }

    byte[] first = compile(CompilerProcess.LIMIT, Map.of("a.drl", rules.toString()));
    byte[] second = compile(CompilerProcess.LIMIT, Map.of("a.drl", rules.toString()));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void tellsEachMistakeWithItsPlace() {
    assertThatThrownBy(
            () ->
                compile(
                    CompilerProcess.LIMIT,
                    Map.of("rules/a.drl", Drl.rule("$t : Topic(replicaton.orNull < 3)"))))
        .asInstanceOf(type(UserError.class))
        .satisfies(
            error ->
                assertThat(error.messages())
                    .singleElement()
                    .satisfies(
                        message -> {
                          assertThat(message.place()).hasToString("rules/a.drl:5:12");
                          assertThat(message.text())
                              .isEqualTo(
                                  "Rule 'test-rule': Topic has no property 'replicaton'. Did you"
                                      + " mean 'replication'?");
                        }));
  }

  @Test
  void stopsACompilerThatDoesNotEnd() {
    assertThatThrownBy(
            () -> compile(Duration.ofMillis(1), Map.of("a.drl", Drl.rule("$t : Topic()"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not compiled within");
  }

  @Test
  void saysThatTheCompilerIsNotThere() {
    assertThatThrownBy(
            () ->
                new CompilerProcess(List.of(Path.of("nowhere")), CompilerProcess.LIMIT)
                    .compile("acme", files(Map.of("a.drl", ""))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The compiler of rule packs");
  }
}
