package io.headgate.rules.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNamesTest {

  static List<String> names() {
    return List.of(
        "", ".", "..", "...", "a", "a.b_c-D9", "-", "_", "a".repeat(249), "a".repeat(250));
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithKafka(String name) {
    assertThat(TopicNames.isLegal(name)).isEqualTo(Topic.isValid(name));
  }

  @Test
  void agreesWithKafkaOnEveryCharacter() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String name = "a" + c;
      assertThat(TopicNames.isLegal(name)).as("U+%04X", (int) c).isEqualTo(Topic.isValid(name));
    }
  }

  @Test
  void namesTheFirstIllegalCharacterWhole() {
    assertThat(TopicNames.fault("orders\uD83D\uDE80/x")).isEqualTo("contains '\uD83D\uDE80'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Topic.GROUP_METADATA_TOPIC_NAME,
        Topic.TRANSACTION_STATE_TOPIC_NAME,
        Topic.SHARE_GROUP_STATE_TOPIC_NAME,
        Topic.CLUSTER_METADATA_TOPIC_NAME
      })
  void knowsKafkasOwn(String name) {
    assertThat(TopicNames.prefixOf(name, TopicNames.ENGINE_PREFIXES)).isEqualTo("__");
  }
}
