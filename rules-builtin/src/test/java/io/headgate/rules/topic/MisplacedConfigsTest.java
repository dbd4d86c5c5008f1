package io.headgate.rules.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.KafkaVersion;
import org.apache.kafka.server.config.ServerTopicConfigSynonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedConfigsTest {

  @Test
  void translatesEveryKeyOfTheBrokerAsKafkaDoes() {
    ServerTopicConfigSynonyms.ALL_TOPIC_CONFIG_SYNONYMS.forEach(
        (topicKey, synonyms) ->
            synonyms.stream()
                .filter(synonym -> !synonym.name().equals(topicKey))
                .forEach(
                    synonym ->
                        assertThat(MisplacedConfigs.fault(synonym.name()))
                            .endsWith("Write " + topicKey + ".")));
  }

  @ParameterizedTest
  @CsvSource({
    "retentionMs, retention.ms",
    "retention_ms, retention.ms",
    "min.insync.replica, min.insync.replicas",
    "cleanup.polcy, cleanup.policy",
    "segment.byte, segment.bytes",
  })
  void knowsWhatWasMeant(String typo, String key) {
    assertThat(MisplacedConfigs.fault(typo)).endsWith("The nearest key is " + key + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"replication.factor", "owner", "ms"})
  void doesNotGuess(String key) {
    assertThat(MisplacedConfigs.fault(key)).endsWith("Delete it.");
  }

  @Test
  void knowsWhatKafka4Removed() {
    assertThat(MisplacedConfigs.existedBefore(new KafkaVersion(3, 9), "message.format.version"))
        .isTrue();
    assertThat(MisplacedConfigs.existedBefore(new KafkaVersion(4, 0), "message.format.version"))
        .isFalse();
    assertThat(MisplacedConfigs.existedBefore(new KafkaVersion(3, 9), "retention.hours")).isFalse();
  }
}
