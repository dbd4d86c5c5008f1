package io.headgate.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks valid schemas at random, always the same way, and compares with Avro's own library. */
class AvroMutationTest {

  private static final int ROUNDS = 600;

  /** Stricter than the library on purpose: each has a case in avro-differences.txt. */
  private static final List<String> STRICTER =
      List.of(
          "'precision'",
          "the 'scale' of",
          "is defined twice",
          "'doc' is a string",
          "'namespace' is a string",
          "the default of the enum");

  /** What the library trips over where a default meets a type that it has not finished yet. */
  private static final List<String> TRIPS =
      List.of("UnresolvedSchema", "Schema fields not set yet");

  private static final String[] VALUES = {
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "4294967296",
    "\"\"",
    "\"x\"",
    "\"RED\"",
    "\"a b\"",
    "[]",
    "{}",
    "\"int\"",
    "\"string\"",
    "\"record\"",
    "\"array\"",
    "\"A\"",
    "\"B\"",
    "\"Node\"",
    "\"n.s\"",
    "[\"null\"]",
    "[\"null\",\"null\"]",
    "{\"type\":\"int\"}",
    "{\"type\":\"long\",\"logicalType\":\"date\"}",
    "{\"type\":\"enum\",\"name\":\"Q\",\"symbols\":[\"x\"]}",
    "{\"x\":1}",
    "[1]",
    "{\"name\":\"q\",\"type\":\"int\"}"
  };

  private static final String[] KEYS = {
    "type",
    "name",
    "namespace",
    "doc",
    "fields",
    "items",
    "values",
    "symbols",
    "size",
    "default",
    "order",
    "aliases",
    "logicalType",
    "precision",
    "scale"
  };

  private final JsonMapper mapper = new JsonMapper();

  @Test
  void agreesWithTheLibraryOnBrokenSchemas() {
    Random random = new Random(20260101);
    List<Corpus> seeds = Corpus.read("avro-valid.txt");
    List<String> disagreements = new ArrayList<>();
    int valid = 0;
    int invalid = 0;
    for (Corpus seed : seeds) {
      JsonNode tree = mapper.readTree(JsonComments.blank(seed.text()));
      for (int round = 0; round < ROUNDS; round++) {
        JsonNode mutant = tree.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
          mutant = mutate(mutant, random);
        }
        String text = mapper.writeValueAsString(mutant);
        SchemaContent content = AvroOracleTest.read(text);
        RuntimeException refusal = AvroOracleTest.refusal(text);
        if (refusal == null && content.problems().isEmpty()) {
          valid++;
          List<String> library = AvroOracleTest.lines(new Schema.Parser().parse(text));
          if (!AvroOracleTest.lines(content).equals(library)) {
            disagreements.add(
                text + "\n  ours    " + AvroOracleTest.lines(content) + "\n  library " + library);
          }
        } else if (refusal != null && !content.problems().isEmpty()) {
          invalid++;
        } else if (refusal == null ? !isStricter(text, content) : !trips(refusal)) {
          disagreements.add(text + "\n  ours    " + content.problems() + "\n  library " + refusal);
        }
      }
    }
    assertThat(String.join("\n", disagreements.subList(0, Math.min(20, disagreements.size()))))
        .as(disagreements.size() + " disagreements")
        .isEmpty();
    assertThat(valid).isGreaterThan(3000);
    assertThat(invalid).isGreaterThan(5000);
  }

  private static boolean trips(RuntimeException refusal) {
    return TRIPS.stream().anyMatch(String.valueOf(refusal.getMessage())::contains);
  }

  private boolean isStricter(String text, SchemaContent content) {
    for (Located<String> problem : content.problems()) {
      if (problem.get().startsWith("the default of the field")) {
        // Only because of a symbol that the enum has not: with bytes in its place it fits.
        JsonNode relaxed = mapper.readTree(text);
        relax(relaxed);
        if (!AvroOracleTest.read(mapper.writeValueAsString(relaxed)).problems().stream()
            .noneMatch(left -> left.get().startsWith("the default of the field"))) {
          return false;
        }
      } else if (STRICTER.stream().noneMatch(problem.get()::contains)) {
        return false;
      }
    }
    return true;
  }

  private static void relax(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.get("type") != null
        && object.get("type").isString()
        && object.get("type").stringValue().equals("enum")) {
      object.put("type", "fixed");
      object.put("size", 1);
    }
    node.forEach(AvroMutationTest::relax);
  }

  private JsonNode mutate(JsonNode root, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty()) {
      return value(random);
    }
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>(object.propertyNames());
      String key = keys.isEmpty() ? "type" : keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.remove(key);
        case 1 -> object.set(key, value(random));
        case 2 -> object.set(KEYS[random.nextInt(KEYS.length)], value(random));
        case 3 -> object.set(key, other(containers, random));
        default -> {
          JsonNode value = object.remove(key);
          object.set(KEYS[random.nextInt(KEYS.length)], value == null ? value(random) : value);
        }
      }
    } else if (container instanceof ArrayNode array) {
      int at = array.isEmpty() ? 0 : random.nextInt(array.size());
      switch (array.isEmpty() ? 1 : random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(at, value(random));
        case 2 -> array.add(array.get(at).deepCopy());
        default -> array.set(at, other(containers, random));
      }
    }
    return root;
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainer()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }

  private static JsonNode other(List<JsonNode> containers, Random random) {
    return containers.get(random.nextInt(containers.size())).deepCopy();
  }

  private JsonNode value(Random random) {
    return mapper.readTree(VALUES[random.nextInt(VALUES.length)]);
  }
}
