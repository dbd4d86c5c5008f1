package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No field and no word that Strimzi's own schemas allow is a finding. */
class StrimziSchemaTest {

  @ParameterizedTest
  @CsvSource({
    "041-Crd-kafkaconnect.yaml, KafkaConnect",
    "043-Crd-kafkatopic.yaml, KafkaTopic",
    "044-Crd-kafkauser.yaml, KafkaUser",
    "047-Crd-kafkaconnector.yaml, KafkaConnector"
  })
  void acceptsWhateverTheSchemaAllows(String name, String kind) throws IOException {
    Path crd =
        Path.of("")
            .toAbsolutePath()
            .resolve("../../shared/corpora/strimzi/packaging/install/cluster-operator")
            .normalize()
            .resolve(name);
    if (!Files.isRegularFile(crd)) {
      System.out.println("StrimziSchemaTest: no file " + name + ", nothing compared");
    }
    assumeTrue(Files.isRegularFile(crd), "There are no corpora beside the repository.");
    Documents documents = Documents.read(new SourceText(name, Files.readString(crd)));
    Sequence versions = (Sequence) at(documents.documents().get(0).root(), "spec", "versions");
    for (Node version : versions.items()) {
      Node schema = at(version, "schema", "openAPIV3Schema", "properties", "spec");
      List<String> samples = samples(schema);
      String api = Objects.requireNonNull(((Mapping) version).text("name"));
      System.out.println(
          "StrimziSchemaTest: " + kind + " " + api + ", " + samples.size() + " samples");
      assertThat(samples).isNotEmpty();
      for (String sample : samples) {
        String text =
            "{apiVersion: kafka.strimzi.io/"
                + api
                + ", kind: "
                + kind
                + ", metadata: {name: a}, spec: "
                + sample
                + "}";
        ReadFile file = Objects.requireNonNull(Dump.read("a.yaml", text), text);
        assertThat(file.findings()).as(text).isEmpty();
      }
    }
  }

  /** Values that hold every field of a schema, once with each word of each enumeration. */
  private static List<String> samples(Node schema) {
    Mapping mapping = (Mapping) schema;
    if (mapping.get("enum") instanceof Sequence words) {
      return words.items().stream().map(word -> ((Scalar) word).text()).toList();
    }
    return switch (Objects.requireNonNullElse(mapping.text("type"), "object")) {
      case "integer", "number" -> List.of("1");
      case "boolean" -> List.of("true");
      case "string" -> List.of("text");
      case "array" ->
          samples(Objects.requireNonNull(mapping.get("items"))).stream()
              .map(item -> "[" + item + "]")
              .toList();
      default -> objects(mapping.get("properties"));
    };
  }

  private static List<String> objects(@Nullable Node properties) {
    List<String> samples = new ArrayList<>();
    if (!(properties instanceof Mapping fields)) {
      return List.of("{a: b}");
    }
    int most = 1;
    for (Entry field : fields.entries()) {
      most = Math.max(most, samples(field.value()).size());
    }
    for (int i = 0; i < most; i++) {
      List<String> members = new ArrayList<>();
      for (Entry field : fields.entries()) {
        List<String> values = samples(field.value());
        members.add(field.key().text() + ": " + values.get(i % values.size()));
      }
      samples.add("{" + String.join(", ", members) + "}");
    }
    return samples;
  }

  private static Node at(Node node, String... keys) {
    Node found = node;
    for (String key : keys) {
      found = Objects.requireNonNull(((Mapping) found).get(key), key);
    }
    return found;
  }
}
